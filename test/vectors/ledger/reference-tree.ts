// RFC 6962, sections 2.1 to 2.1.2, word for word and slow: lists in, hashes out, by recursion. What #domain/ledger is measured against.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Sha256, SignEd25519, VerifyEd25519 } from '#domain/ledger';

export const sha256: Sha256 = (data) => new Uint8Array(createHash('sha256').update(data).digest());

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }, format: 'jwk' }),
    signature,
  );

/** RFC 8032, section 7.1, TEST 1: a key that everybody knows, and its signature of nothing. */
export const knownSignature =
  'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';
const secretHex = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
export const knownPublicKey = new Uint8Array(Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex'));
const knownPrivateKey = createPrivateKey({
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: Buffer.from(secretHex, 'hex').toString('base64url'),
    x: Buffer.from(knownPublicKey).toString('base64url'),
  },
  format: 'jwk',
});
export const signWithKnownKey: SignEd25519 = (message) => sign(null, message, knownPrivateKey);

/** MTH(D[n]) */
export function referenceRoot(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0) return sha256(Buffer.alloc(0));
  if (entries.length === 1) return sha256(Buffer.concat([Buffer.of(0), ...entries]));
  const k = splitOf(entries.length);
  return sha256(Buffer.concat([Buffer.of(1), referenceRoot(entries.slice(0, k)), referenceRoot(entries.slice(k))]));
}

/** PATH(m, D[n]) */
export function referencePath(m: number, entries: readonly Uint8Array[]): Uint8Array[] {
  if (entries.length === 1) return [];
  const k = splitOf(entries.length);
  if (m < k) return [...referencePath(m, entries.slice(0, k)), referenceRoot(entries.slice(k))];
  return [...referencePath(m - k, entries.slice(k)), referenceRoot(entries.slice(0, k))];
}

/** PROOF(m, D[n]) = SUBPROOF(m, D[n], true) */
export function referenceProof(m: number, entries: readonly Uint8Array[], b = true): Uint8Array[] {
  if (m === entries.length) return b ? [] : [referenceRoot(entries)];
  const k = splitOf(entries.length);
  if (m <= k) return [...referenceProof(m, entries.slice(0, k), b), referenceRoot(entries.slice(k))];
  return [...referenceProof(m - k, entries.slice(k), false), referenceRoot(entries.slice(0, k))];
}

/** `record 0`, `record 1`, … */
export function someEntries(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, at) => new Uint8Array(Buffer.from(`record ${at}`)));
}

/** k is the largest power of two smaller than n. */
function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
