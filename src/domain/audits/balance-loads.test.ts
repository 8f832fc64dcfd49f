import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allSpans, parcelsOver, tangle } from '../../../test/support/parcels.ts';
import { balanceLoads } from './balance-loads.ts';
import { loadsOf } from './even-out.ts';

test('the largest load is as small as it can be, and then the smallest as large as it can be', () => {
  fc.assert(
    fc.property(parcelsOver({ auditors: 3, parcels: 8, heaviest: 40 }), (problem) => {
      const { parcels, auditors } = problem;
      const chosen = balanceLoads(parcels, auditors);
      expect(parcels.every(({ options }, at) => options.includes(chosen[at] ?? -1))).toBe(true);
      const loads = loadsOf(parcels, chosen, auditors);
      const spans = allSpans(problem);
      const highest = Math.min(...spans.map(([, most]) => most));
      const lowest = Math.max(...spans.filter(([, most]) => most === highest).map(([least]) => least));
      expect([Math.min(...loads), Math.max(...loads)]).toEqual([lowest, highest]);
    }),
    { numRuns: 300 },
  );
});

test('without parcels there is nothing to choose', () => {
  expect(balanceLoads([], 3)).toEqual([]);
});

test.each([
  { auditors: 4, count: 30, salt: 3 },
  { auditors: 5, count: 40, salt: 11 },
  { auditors: 5, count: 20_000, salt: 7 },
])('$count parcels for $auditors auditors differ by one row at most, lightest first or not', ({ auditors, count, salt }) => {
  const parcels = tangle(auditors, count, salt).toReversed();
  const loads = loadsOf(parcels, balanceLoads(parcels, auditors), auditors);
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
});
