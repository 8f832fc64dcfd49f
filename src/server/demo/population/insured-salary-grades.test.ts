import { expect, test } from 'vitest';
import { gradeFor, gradesOf } from './insured-salary-grades.ts';

test('the table of 115 is the one announced', () => {
  expect(gradesOf(2026)).toEqual([29_500, 30_300, 31_800, 33_300, 34_800, 36_300, 38_200, 40_100, 42_000, 43_900, 45_800]);
});

test('earlier tables begin with the minimum wage of their year', () => {
  expect(gradesOf(2021).slice(0, 3)).toEqual([24_000, 25_200, 26_400]);
  expect(gradesOf(2024).slice(0, 3)).toEqual([27_470, 27_600, 28_800]);
  expect(gradesOf(2010).at(-1)).toBe(43_900);
  expect(() => gradesOf(2008)).toThrow(RangeError);
});

test('a year after the newest table keeps it', () => {
  expect(gradesOf(2031)).toBe(gradesOf(2026));
});

test.each([
  [1, 29_500],
  [29_500, 29_500],
  [29_501, 30_300],
  [45_800, 45_800],
  [90_000, 45_800],
])('a wage of %i is insured at %i in 115', (wage, grade) => {
  expect(gradeFor(2026, wage)).toBe(grade);
});
