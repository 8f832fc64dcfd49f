// The witness's own key, in a file of its own: its name and the seed of an Ed25519 key. Name and key belong together, since the
// verifier key that logs and auditors hold is made of both: a witness that comes back under another name is another witness.
import { randomBytes } from 'node:crypto';
import { fromHex, toHex } from '#domain/kernel';
import { verifierKey, type NoteSigner } from '#domain/ledger';
import { createSecret, KeystoreFault, logKeyFrom, readSecret, sha256 } from '#server/keys';

/** Name, newline, 64 hexadecimal digits, newline. */
const form = /^(?<name>[^\n]+)\n(?<seed>[0-9a-f]{64})\n$/;

/**
 * Reads the key, and makes it where there is none.
 * @param newName what a new key is called
 * @throws KeystoreFault @throws LedgerFormatError `key-name-malformed`
 */
export function openWitnessKey(path: string, newName: string): NoteSigner {
  const found = readSecret(path) ?? createKey(path, newName);
  const parts = form.exec(found.toString('utf8'))?.groups;
  if (!parts) throw new KeystoreFault('unreadable', `${path} is no witness key`);
  return signerFrom(parts['name'] ?? '', fromHex(parts['seed'] ?? ''));
}

function createKey(path: string, name: string): Buffer {
  const seed = randomBytes(32);
  signerFrom(name, seed); // a name that nobody could read never gets a key
  createSecret(path, Buffer.from(`${name}\n${toHex(seed)}\n`));
  const created = readSecret(path);
  if (!created) throw new KeystoreFault('gone', `${path} vanished as it was made`);
  return created;
}

function signerFrom(name: string, seed: Uint8Array): NoteSigner {
  const { publicKey, sign } = logKeyFrom(name, seed);
  return { key: verifierKey(name, publicKey, sha256, 'ed25519-cosignature'), sign };
}
