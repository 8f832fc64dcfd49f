import { crc32 } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, utf8 } from '#domain/kernel';
import { directorySize, layOutZip, readDirectory, zipEndSize } from './zip-layout.ts';

const files = { 'a.txt': utf8('abc'), 'b/c': new Uint8Array(0), 'b/d.csv': utf8('查詢') };
const entries = Object.entries(files).map(([path, bytes]) => ({ path, size: bytes.length, crc32: crc32(bytes) }));

function zipped(): Uint8Array {
  const { headers, directory } = layOutZip(entries);
  return concatBytes(...Object.values(files).flatMap((bytes, at) => [headers[at]!, bytes]), directory);
}

test('another program unpacks it', () => {
  const unpacked = unzipSync(zipped());
  expect(Object.keys(unpacked)).toEqual(Object.keys(files));
  expect(strFromU8(unpacked['b/d.csv']!)).toBe('查詢');
});

test('the layout comes back out of its own directory', () => {
  const zip = zipped();
  const length = directorySize(zip.subarray(-zipEndSize));
  expect(readDirectory(zip.subarray(zip.length - length!))).toEqual(layOutZip(entries));
  expect(layOutZip(entries).size).toBe(zip.length);
});

test.each([
  ['a file twice', ['a', 'a']],
  ['a file twice, apart', ['a', 'b', 'a']],
  ['another order', ['b', 'a']],
  ['a path that leads out', ['a/../b']],
  ['a path from the root', ['/a']],
  ['no name', ['']],
])('%s is no directory of ours', (_, paths) => {
  expect(readDirectory(layOutZip(paths.map((path) => ({ path, size: 0, crc32: 0 }))).directory)).toBeUndefined();
});

describe('any byte of the directory changed', () => {
  test('is no directory, or gives another layout', () => {
    const { directory } = layOutZip(entries);
    for (let at = 0; at < directory.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = directory.slice();
        changed[at]! ^= 1 << bit;
        expect(readDirectory(changed), `byte ${at}`).not.toEqual(layOutZip(entries));
      }
    }
  });

  test('whatever arrives is read or refused', () => {
    const { directory } = layOutZip(entries);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(directory.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.nat(directory.length),
        (changes, cut) => {
          const bytes = directory.slice(cut);
          for (const [at, byte] of changes) bytes[at % (bytes.length || 1)] = byte;
          const layout = readDirectory(bytes);
          if (layout) expect(layOutZip(layout.entries).directory).toEqual(bytes);
        },
      ),
      { numRuns: 2_000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readDirectory(bytes)));
  });
});

test('what would not fit is refused', () => {
  expect(() => layOutZip([{ path: 'a', size: 0xffff_ffff, crc32: 0 }])).toThrow(RangeError);
  expect(() => layOutZip(Array.from({ length: 1_001 }, (_, at) => ({ path: String(at), size: 0, crc32: 0 })))).toThrow(RangeError);
});
