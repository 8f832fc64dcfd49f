import { expect, test } from 'vitest';
import { oldAgePension, pensionAge } from './pensions.ts';

test.each([
  [1950, 60],
  [1957, 60], // 46
  [1958, 61],
  [1961, 64],
  [1962, 65], // 51
  [1990, 65],
])('somebody born in %i may draw the old-age pension at %i', (year, age) => {
  expect(pensionAge(year)).toBe(age);
});

test('the better of the two formulas counts', () => {
  expect(oldAgePension(45_800, 30)).toBe(21_297); // 45,800 × 30 × 1.55 %
  expect(oldAgePension(20_000, 15)).toBe(5_325); // 20,000 × 15 × 0.775 % + 3,000 (against 4,650)
});
