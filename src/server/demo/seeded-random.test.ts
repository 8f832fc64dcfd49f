import { expect, test } from 'vitest';
import { seededRandom, weighted } from './seeded-random.ts';

const draws = (seed: string, label?: string): number[] => {
  const random = seededRandom(seed, label);
  return Array.from({ length: 1_000 }, () => random.next());
};

test('the same seed and label repeat, others do not', () => {
  expect(draws('a', 'x')).toEqual(draws('a', 'x'));
  expect(draws('a', 'x')).not.toEqual(draws('a', 'y'));
  expect(draws('a', 'x')).not.toEqual(draws('b', 'x'));
});

test('draws fill [0, 1) evenly: chi-square over 20 cells stays below the 0.1 % point for 19 degrees of freedom', () => {
  const cells = Array.from({ length: 20 }, () => 0);
  const random = seededRandom('evenness');
  for (let index = 0; index < 100_000; index += 1) {
    const cell = Math.floor(random.next() * 20);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  const chiSquare = cells.reduce((sum, count) => sum + (count - 5_000) ** 2 / 5_000, 0);
  expect(chiSquare).toBeLessThan(43.8);
});

test('both ends of an integer range are drawn, and nothing beyond', () => {
  const random = seededRandom('dice');
  expect(new Set(Array.from({ length: 500 }, () => random.integer(1, 6)))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
});

test('weights are kept', () => {
  const random = seededRandom('weights');
  const table = weighted([
    ['often', 3],
    ['seldom', 1],
    ['never', 0],
  ]);
  const drawn = Array.from({ length: 10_000 }, () => random.pickWeighted(table));
  expect(drawn.filter((value) => value === 'often').length / 10_000).toBeCloseTo(0.75, 1);
  expect(drawn).not.toContain('never');
});

test('nothing can be picked from an empty list', () => {
  expect(() => seededRandom('x').pick([])).toThrow(RangeError);
});
