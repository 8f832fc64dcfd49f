// The provider's own key, in a file of its own: an Ed25519 seed. With it the provider signs its monthly lists.
import { randomBytes } from 'node:crypto';
import { parseVkey, type NoteSigner } from '#domain/ledger';
import { createSecret, KeystoreFault, logKeyFrom, readSecret, sha256 } from '#server/keys';

/** The key's id tells one gateway from another. */
const keyName = 'mingcha-provider-gateway';

/** Reads the key, and makes it where there is none. @throws KeystoreFault */
export function openGatewayKey(path: string): NoteSigner {
  if (!readSecret(path)) createSecret(path, randomBytes(32));
  const seed = readSecret(path);
  if (seed?.length !== 32) throw new KeystoreFault('unreadable', `${path} is no gateway key`);
  const { vkey, sign } = logKeyFrom(keyName, seed);
  return { key: parseVkey(vkey, sha256), sign };
}
