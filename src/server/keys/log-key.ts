// A log's keys out of one 32-byte seed: Ed25519 (RFC 8032) for every checkpoint, and ML-DSA-44 (FIPS 204) beside it for month-ends.
// Whoever breaks Ed25519 learns a hash of the seed (RFC 8032, 5.1.5) and not the seed, so the second key outlives the first.
import { createPrivateKey, createPublicKey, hkdfSync, sign, type KeyObject } from 'node:crypto';
import { formatVkey, verifierKey, type VerifierKeyType } from '#domain/ledger';
import { sha256 } from './node-crypto.ts';
import type { LogKey, SigningKey } from './keystore.ts';

/** What stands before the seed in a PKCS #8 private key, and how long the raw key is that an SPKI public key ends in. */
const encodings = {
  // RFC 8410, sections 7 and 4
  ed25519: { pkcs8: Buffer.from('302e020100300506032b657004220420', 'hex'), publicBytes: 32 },
  // RFC 9881, sections 6 (seed only) and 4
  'ml-dsa-44-cosignature': { pkcs8: Buffer.from('3034020100300b060960864801650304031104228020', 'hex'), publicBytes: 1_312 },
} as const satisfies Partial<Record<VerifierKeyType, unknown>>;

export function logKeyFrom(origin: string, seed: Uint8Array): LogKey {
  let mlDsa44: SigningKey | undefined;
  return {
    ...signingKey(origin, 'ed25519', seed),
    get mlDsa44() {
      mlDsa44 ??= signingKey(origin, 'ml-dsa-44-cosignature', new Uint8Array(hkdfSync('sha256', seed, '', 'mingcha log ml-dsa-44', 32)));
      return mlDsa44;
    },
  };
}

function signingKey(origin: string, type: keyof typeof encodings, seed: Uint8Array): SigningKey {
  const { pkcs8, publicBytes } = encodings[type];
  const privateKey: KeyObject = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-publicBytes));
  return {
    vkey: formatVkey(verifierKey(origin, publicKey, sha256, type)),
    publicKey,
    sign: (message) => sign(null, message, privateKey),
  };
}
