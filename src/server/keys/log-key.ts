// A log's Ed25519 key (RFC 8032) out of its 32-byte seed, and the C2SP verifier key that auditors keep.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { formatVkey, verifierKey } from '#domain/ledger';
import { sha256 } from './node-crypto.ts';
import type { LogKey } from './keystore.ts';

/** RFC 8410, section 7: the bytes before the seed in a PKCS #8 private key. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_KEY_BYTES = 32;

export function logKeyFrom(origin: string, seed: Uint8Array): LogKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  // An SPKI public key (RFC 8410, section 4) ends in the raw key.
  const publicKey = new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-PUBLIC_KEY_BYTES));
  return {
    vkey: formatVkey(verifierKey(origin, publicKey, sha256)),
    publicKey,
    sign: (message) => sign(null, message, privateKey),
  };
}
