import { expect, test } from 'vitest';
import type { SamplingRule } from '#domain/regulations';
import { requiredSample } from './required-sample.ts';

const rule: SamplingRule = { clause: 'EX-1', per: 'month', ratePercent: 3, minimumRows: 10, barsPreviousAuditor: null };

/** All of fewer than the minimum; else the first whole number that is neither under the minimum nor under the rate. */
function byDefinition({ ratePercent, minimumRows }: SamplingRule, population: number): number {
  if (population < minimumRows) return population;
  let rows = minimumRows;
  while (BigInt(rows) * 100n < BigInt(population) * BigInt(ratePercent)) rows += 1;
  return rows;
}

test.each([3, 1, 7, 100])('at %i %% every list of 0 to 2,000 rows needs what the definition says', (ratePercent) => {
  for (let population = 0; population <= 2000; population += 1) {
    expect([population, requiredSample({ ...rule, ratePercent }, population)]).toEqual([
      population,
      byDefinition({ ...rule, ratePercent }, population),
    ]);
  }
});

test.each([
  [0, 0],
  [9, 9],
  [10, 10],
  [240, 10],
  [333, 10],
  [334, 11],
  [366, 11],
  [367, 12],
  [1_000_000, 30_000],
])('of %i rows, %i', (population, required) => {
  expect(requiredSample(rule, population)).toBe(required);
});

test.each([-1, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER])('%d is no number of rows', (population) => {
  expect(() => requiredSample(rule, population)).toThrow(RangeError);
});
