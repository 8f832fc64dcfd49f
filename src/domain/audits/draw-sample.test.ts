import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex } from '#domain/kernel';
import { drawSample, type HmacSha256 } from './draw-sample.ts';

const hmacSha256: HmacSha256 = (key, message) => createHmac('sha256', key).update(message).digest();
const seed = fromHex('000102030405060708090a0b0c0d0e0f');
const numbered = (count: number) => Array.from({ length: count }, (_, at) => `r-${at + 1}`);

describe('known draws, worked out with another implementation of HMAC-SHA-256 and of sorting', () => {
  test.each([
    [5, ['r-11', 'r-3', 'r-6', 'r-7', 'r-8']],
    [6, ['r-11', 'r-20', 'r-3', 'r-6', 'r-7', 'r-8']],
  ])('%i of 20', (draw, expected) => {
    expect(drawSample({ ids: numbered(20), seed, draw, hmacSha256 })).toEqual(expected);
  });

  test('ids beyond U+FFFF are drawn and ordered by their bytes', () => {
    expect(drawSample({ ids: ['堃', '\u{21619}', 'a', 'Ａ', '\ue000', 'b'], seed, draw: 4, hmacSha256 })).toEqual([
      'a',
      '\ue000',
      'Ａ',
      '\u{21619}',
    ]);
  });
});

test('nothing and everything', () => {
  expect(drawSample({ ids: numbered(12), seed, draw: 0, hmacSha256 })).toEqual([]);
  expect(drawSample({ ids: numbered(12).toReversed(), seed, draw: 12, hmacSha256 })).toEqual(numbered(12).toSorted());
  expect(drawSample({ ids: [], seed, draw: 0, hmacSha256 })).toEqual([]);
});

test('where two ids have one number, the order of ids decides', () => {
  for (const ids of [
    ['b', 'c', 'a'],
    ['c', 'b', 'a'],
    ['a', 'b', 'c'],
  ])
    expect(drawSample({ ids, seed, draw: 2, hmacSha256: () => new Uint8Array(32) })).toEqual(['a', 'b']);
});

test.each([-1, 1.5, 13])('%d of 12 rows is no draw', (draw) => {
  expect(() => drawSample({ ids: numbered(12), seed, draw, hmacSha256 })).toThrow(RangeError);
});

const list = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { maxLength: 40 });
const seeds = fc.uint8Array({ minLength: 16, maxLength: 64 });

test('a larger draw keeps the rows of a smaller one', () => {
  fc.assert(
    fc.property(list, seeds, fc.nat(), (ids, seed, size) => {
      const draw = size % (ids.length + 1);
      const smaller = drawSample({ ids, seed, draw, hmacSha256 });
      expect(new Set(smaller).size).toBe(draw);
      for (let larger = draw; larger <= ids.length; larger += 1)
        expect(drawSample({ ids, seed, draw: larger, hmacSha256 })).toEqual(expect.arrayContaining(smaller));
    }),
    { numRuns: 50 },
  );
});

test('the order of rows changes nothing', () => {
  fc.assert(
    fc.property(
      list.chain((ids) =>
        fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length }), fc.integer({ min: 0, max: ids.length })),
      ),
      seeds,
      ([ids, shuffled, draw], seed) => {
        expect(drawSample({ ids: shuffled, seed, draw, hmacSha256 })).toEqual(drawSample({ ids, seed, draw, hmacSha256 }));
      },
    ),
  );
});

/** Draws with so many seeds, the same ones in every run, and counts what comes. */
function count(
  draws: number,
  population: number,
  draw: number,
  outcomes: (sample: readonly string[]) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (let each = 0; each < draws; each += 1) {
    const seed = createHash('sha256').update(`seed ${each}`).digest();
    for (const outcome of outcomes(drawSample({ ids: numbered(population), seed, draw, hmacSha256 })))
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

/** The 99.9 % point of chi-square with 19 degrees of freedom: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4. */
const chiSquare19 = 43.82;

test('every row is drawn equally often', () => {
  const counts = count(4000, 20, 5, (sample) => sample);
  expect(counts.size).toBe(20);
  const [expected, drawnShare] = [1000, 5 / 20];
  const squares = [...counts.values()].reduce((sum, each) => sum + (each - expected) ** 2, 0);
  expect((squares / (expected * (1 - drawnShare))) * (19 / 20)).toBeLessThan(chiSquare19); // without replacement, rows of one draw exclude each other
});

test('every set of rows is drawn equally often', () => {
  const counts = count(8000, 6, 3, (sample) => [sample.join()]);
  expect(counts.size).toBe(20);
  expect([...counts.values()].reduce((sum, each) => sum + (each - 400) ** 2 / 400, 0)).toBeLessThan(chiSquare19);
});
