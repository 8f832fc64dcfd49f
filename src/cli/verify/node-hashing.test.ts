import { describe, expect, test } from 'vitest';
import { fromHex, toHex, utf8 } from '#domain/kernel';
import { knownPublicKey, knownSignature } from '../../../test/vectors/ledger/reference-tree.ts';
import { sha256, verifyEd25519 } from './node-hashing.ts';

const signature = fromHex(knownSignature);
const nothing = new Uint8Array(0);

describe('node:crypto as the log needs it', () => {
  test('SHA-256 of "abc" (FIPS 180-4)', () => {
    expect(toHex(sha256(utf8('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('Ed25519: RFC 8032, section 7.1, TEST 1, and nothing near it', () => {
    expect(verifyEd25519(knownPublicKey, nothing, signature)).toBe(true);
    expect(verifyEd25519(knownPublicKey, utf8('x'), signature)).toBe(false);
    expect(verifyEd25519(knownPublicKey, nothing, signature.with(63, 1))).toBe(false);
    for (const length of [0, 31, 33]) expect(verifyEd25519(new Uint8Array(length), nothing, signature)).toBe(false);
    for (const length of [0, 63, 65]) expect(verifyEd25519(knownPublicKey, nothing, new Uint8Array(length))).toBe(false);
  });
});
