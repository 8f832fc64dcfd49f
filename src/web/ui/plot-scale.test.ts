import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelEvery, plotScale } from './plot-scale.ts';

test.each([
  [0, 1, [0, 1]],
  [3, 1, [0, 1, 2, 3]],
  [9, 1, [0, 5, 10]],
  [1_203, 1, [0, 500, 1_000, 1_500]],
  [0.7, 0, [0, 0.2, 0.4, 0.6, 0.8]],
])('%s counted in steps of at least %s', (highest, leastStep, ticks) => {
  expect(plotScale(highest, leastStep).ticks).toEqual(ticks);
});

test('the top holds the highest value, and there are two to six ticks in equal steps', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (highest) => {
      const { ticks, top } = plotScale(highest);
      expect(top).toBeGreaterThanOrEqual(highest * 0.999_999);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(top).toBe(ticks.at(-1));
    }),
  );
});

test('labels are left out until the rest have room', () => {
  expect(labelEvery(24, 900, 30)).toBe(1);
  expect(labelEvery(24, 320, 30)).toBe(3);
  expect(labelEvery(30, 320, 50)).toBe(5);
  expect(labelEvery(30, 0, 50)).toBe(30);
});
