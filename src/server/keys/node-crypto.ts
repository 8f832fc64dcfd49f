// The cryptography that the pure core takes as arguments, from node:crypto.
import { createPublicKey, hash, verify } from 'node:crypto';
import type { Sha256, VerifyEd25519 } from '#domain/ledger';

export const sha256: Sha256 = (data) => hash('sha256', data, 'buffer');

/** RFC 8410, section 4: the bytes before the raw key in an SPKI public key. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};
