// The cryptography that the pure core takes as arguments, from node:crypto.
import { createPublicKey, hash, verify } from 'node:crypto';
import type { Sha256, VerifyEd25519, VerifyMlDsa } from '#domain/ledger';

/** By way of a string: the Buffer that `hash` itself makes costs three times as much as hashing a leaf. */
export const sha256: Sha256 = (data) => Buffer.from(hash('sha256', data, 'latin1'), 'latin1');

/** The bytes before the raw key in an SPKI public key: RFC 8410, section 4, and RFC 9881, section 4. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const ML_DSA_SPKI_PREFIX = Buffer.from('30820532300b06096086480165030403110382052100', 'hex');

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};

export const verifyMlDsa: VerifyMlDsa = (publicKey, message, signature) => {
  if (publicKey.length !== 1_312 || signature.length !== 2_420) return false;
  const key = createPublicKey({ key: Buffer.concat([ML_DSA_SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};
