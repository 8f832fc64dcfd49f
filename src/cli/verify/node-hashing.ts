// SHA-256 and Ed25519 of node:crypto in the shape #domain/ledger asks for.
import { createPublicKey, hash, verify } from 'node:crypto';
import { toBase64Url } from '#domain/kernel';
import type { Sha256, VerifyEd25519 } from '#domain/ledger';

/** The one-shot call: no hash object per node of a tree with millions of them. */
export const sha256: Sha256 = (data) => hash('sha256', data, 'buffer');

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) }, format: 'jwk' });
    return verify(null, message, key, signature);
  } catch {
    return false; // bytes that are no public key can't have signed anything
  }
};
