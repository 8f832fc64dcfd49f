import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allSpans, parcelsOver, tangle } from '../../../test/support/parcels.ts';
import { loadsOf } from './even-out.ts';
import { findWithin } from './find-within.ts';

test('finds an assignment between the bounds exactly where there is one', () => {
  const bound = fc.integer({ min: -3, max: 3 });
  fc.assert(
    fc.property(parcelsOver({ auditors: 3, parcels: 7, heaviest: 15 }), bound, bound, ({ parcels, auditors }, below, above) => {
      const average = parcels.reduce((sum, { weight }) => sum + weight, 0) / auditors;
      const [lowest, highest] = [Math.max(0, Math.floor(average) + below), Math.ceil(average) + above];
      const exists = allSpans({ parcels, auditors }).some(([least, most]) => least >= lowest && most <= highest);
      const found = findWithin(parcels, auditors, lowest, highest);
      expect(found !== undefined).toBe(exists);
      if (!found) return;
      expect(found).toHaveLength(parcels.length);
      expect(parcels.every(({ options }, at) => options.includes(found[at] ?? -1))).toBe(true);
      const loads = loadsOf(parcels, found, auditors);
      expect([Math.min(...loads) >= lowest, Math.max(...loads) <= highest]).toEqual([true, true]);
    }),
    { numRuns: 1000 },
  );
});

test('without parcels everybody has nothing to do', () => {
  expect(findWithin([], 2, 0, 0)).toEqual([]);
});

test('gives up after its steps', () => {
  const parcels = [
    { weight: 2, options: [0, 1] },
    { weight: 2, options: [0, 1] },
  ];
  expect(findWithin(parcels, 2, 2, 2, 2)).toEqual([0, 1]);
  expect(findWithin(parcels, 2, 2, 2, 1)).toBeUndefined();
});

test.each([
  { auditors: 5, count: 16, salt: 4, slack: 0, steps: 27 },
  { auditors: 4, count: 12, salt: 12, slack: 1, steps: 14 },
])('looks ahead: $count parcels for $auditors auditors need hardly more steps than parcels', ({ auditors, count, salt, slack, steps }) => {
  const parcels = tangle(auditors, count, salt);
  const average = parcels.reduce((sum, { weight }) => sum + weight, 0) / auditors;
  expect(findWithin(parcels, auditors, Math.floor(average) - slack, Math.ceil(average) + slack, steps)).toBeDefined();
});
