import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownPublicKey, knownSignature, sha256, verifyEd25519 } from '../../../../test/vectors/ledger/reference-tree.ts';
import { browserCryptography } from './browser-cryptography.ts';

const { verify } = browserCryptography;

test('hashes as another program does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
      expect(browserCryptography.sha256(data)).toEqual(sha256(data));
    }),
  );
});

test('RFC 8032, section 7.1, TEST 1', () => {
  const signature = Buffer.from(knownSignature, 'hex');
  expect(verify(knownPublicKey, new Uint8Array(0), signature)).toBe(true);
  expect(verify(knownPublicKey, Uint8Array.of(0), signature)).toBe(false);
});

test('says of any key, message and signature what another program says', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(95), fc.nat(255), (message, at, bits) => {
      const signature = new Uint8Array(sign(null, message, privateKey));
      const changed = [new Uint8Array(key), signature] as const;
      const [bytes, place] = at < 32 ? [changed[0], at] : [changed[1], at - 32];
      bytes[place] = (bytes[place] ?? 0) ^ bits;
      expect(verify(changed[0], message, changed[1])).toBe(saysNode(changed[0], message, changed[1]));
    }),
    { numRuns: 200 },
  );
});

test.each([
  [new Uint8Array(31), new Uint8Array(64)],
  [new Uint8Array(32), new Uint8Array(63)],
  [new Uint8Array(32), new Uint8Array(64)],
  [new Uint8Array(32).fill(255), new Uint8Array(64)],
])('what is no key or signature verifies nothing: %#', (key, signature) => {
  expect(verify(key, new Uint8Array(0), signature)).toBe(false);
});

function saysNode(...asked: Parameters<typeof verify>): boolean {
  try {
    return verifyEd25519(...asked);
  } catch {
    return false;
  }
}
