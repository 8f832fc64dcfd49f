import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../test/vectors/ledger/reference-tree.ts';
import { bundleLeafHashes, decodeBundle, encodeBundle } from './entry-bundle.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import { leafHash } from './tree-hash.ts';

const entries = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 256 });

describe('entry bundles', () => {
  test('a length of two bytes, the larger first, before each entry', () => {
    expect(encodeBundle([Uint8Array.of(7, 8), new Uint8Array(0)])).toEqual(Uint8Array.of(0, 2, 7, 8, 0, 0));
    expect(encodeBundle([new Uint8Array(0x0102)]).subarray(0, 2)).toEqual(Uint8Array.of(1, 2));
    expect(decodeBundle(encodeBundle([new Uint8Array(65_535)]), 1)).toEqual([new Uint8Array(65_535)]);
  });

  test('give back their entries and leaf hashes', () => {
    fc.assert(
      fc.property(entries, (some) => {
        const bundle = encodeBundle(some);
        expect(decodeBundle(bundle, some.length)).toEqual(some);
        const hashes = Buffer.concat(some.map((entry) => leafHash(entry, sha256)));
        expect(Buffer.from(bundleLeafHashes(bundle, some.length, sha256)).equals(hashes)).toBe(true);
      }),
    );
  });

  test.each([
    ['bundle-cut', [0, 2, 7], 1],
    ['bundle-cut', [0], 1],
    ['bundle-cut', [], 1],
    ['bundle-cut', [0, 1, 7], 2],
    ['bundle-trailing-bytes', [0, 1, 7, 0], 1],
    ['bundle-trailing-bytes', [0], 0],
    ['bundle-trailing-bytes', [0, 0, 0, 0], 1],
  ])('%s: %j as %d entries', (code, bytes, width) => {
    expect(() => decodeBundle(Uint8Array.from(bytes), width)).toThrow(expect.objectContaining({ code }));
    expect(() => bundleLeafHashes(Uint8Array.from(bytes), width, sha256)).toThrow(expect.objectContaining({ code }));
  });

  test('whatever decodes is what encoding gives; nothing but a format error is thrown', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1, 2, 255), { maxLength: 12 }), fc.nat(5), (values, width) => {
        const bytes = Uint8Array.from(values);
        try {
          expect(encodeBundle(decodeBundle(bytes, width))).toEqual(bytes);
        } catch (error) {
          if (!(error instanceof LedgerFormatError)) throw error;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('bounds', () => {
    expect(() => encodeBundle([new Uint8Array(65_536)])).toThrow(expect.objectContaining({ code: 'entry-too-long' }));
    expect(() => encodeBundle(Array.from({ length: 257 }, () => new Uint8Array(0)))).toThrow(
      expect.objectContaining({ code: 'bundle-width-wrong' }),
    );
  });
});
