// SHA-256, Ed25519 and ML-DSA-44 of node:crypto in the shape #domain/ledger asks for.
import crypto, { createHash, createPublicKey, verify } from 'node:crypto';
import { toBase64Url } from '#domain/kernel';
import type { Sha256, VerifyEd25519, VerifyMlDsa } from '#domain/ledger';

/** The one-shot call: no hash object per node of a tree with millions of them. The first versions of Node 20 have none. */
export const sha256: Sha256 =
  'hash' in crypto ? (data) => crypto.hash('sha256', data, 'buffer') : (data) => createHash('sha256').update(data).digest();

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) }, format: 'jwk' });
    return verify(null, message, key, signature);
  } catch {
    return false; // bytes that are no public key can't have signed anything
  }
};

/** RFC 9881, section 4: the bytes before the raw key in an SPKI public key. */
const mlDsaPrefix = Buffer.from('30820532300b06096086480165030403110382052100', 'hex');

export const verifyMlDsa: VerifyMlDsa = (publicKey, message, signature) => verify(null, message, mlDsaKey(publicKey), signature);

/** Node before version 24.6 knows no ML-DSA. */
export function canVerifyMlDsa(): boolean {
  try {
    mlDsaKey(new Uint8Array(1_312));
    return true;
  } catch {
    return false;
  }
}

function mlDsaKey(publicKey: Uint8Array): crypto.KeyObject {
  return createPublicKey({ key: Buffer.concat([mlDsaPrefix, publicKey]), format: 'der', type: 'spki' });
}
