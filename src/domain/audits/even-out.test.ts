import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenOut, loadsOf } from './even-out.ts';
import type { Parcel } from './parcel.ts';
import { parcelsOver } from '../../../test/support/parcels.ts';

const free = [0, 1];
const parcel = (weight: number, options: readonly number[] = free): Parcel => ({ weight, options });

test('the load of an auditor is what all their parcels weigh together', () => {
  expect(loadsOf([parcel(5), parcel(3), parcel(4)], [0, 2, 0], 3)).toEqual([9, 0, 3]);
});

describe('from the fuller to the emptier', () => {
  test.each<readonly [string, readonly Parcel[], readonly number[], readonly number[]]>([
    ['the parcel that halves the gap moves', [parcel(3), parcel(5), parcel(2)], [0, 0, 0], [0, 1, 0]],
    ['two parcels change places', [parcel(5), parcel(3), parcel(4), parcel(2)], [0, 0, 1, 1], [1, 0, 0, 1]],
    ['a parcel stays that may not move', [parcel(6, [0]), parcel(2, [0])], [0, 0], [0, 0]],
    ['whichever two they are', [parcel(5), parcel(4), parcel(3), parcel(2)], [0, 1, 0, 1], [1, 0, 0, 1]],
    ['nothing comes back that may not', [parcel(5), parcel(3), parcel(4, [1]), parcel(2, [1])], [0, 0, 1, 1], [0, 0, 1, 1]],
    ['a gap of one stays', [parcel(2), parcel(1)], [0, 1], [0, 1]],
    ['what would only turn the gap about stays', [parcel(4), parcel(2)], [0, 1], [0, 1]],
    ['a gap of two is closed', [parcel(1), parcel(1)], [1, 1], [0, 1]],
  ])('%s', (_, parcels, start, expected) => {
    expect(evenOut(parcels, start, 2)).toEqual(expected);
  });
});

test('every step is allowed, nobody becomes fuller than the fullest or emptier than the emptiest, and no single step is left', () => {
  fc.assert(
    fc.property(parcelsOver({ auditors: 4, parcels: 9, heaviest: 12 }), ({ parcels, auditors }) => {
      const start = parcels.map(({ options }) => options[0] ?? -1);
      const chosen = evenOut(parcels, start, auditors);
      const [before, after] = [loadsOf(parcels, start, auditors), loadsOf(parcels, chosen, auditors)];
      expect(parcels.every(({ options }, at) => options.includes(chosen[at] ?? -1))).toBe(true);
      expect(Math.max(...after)).toBeLessThanOrEqual(Math.max(...before));
      expect(Math.min(...after)).toBeGreaterThanOrEqual(Math.min(...before));
      for (const [at, { weight, options }] of parcels.entries()) {
        const from = chosen[at] ?? -1;
        for (const to of options) expect((after[from] ?? 0) - (after[to] ?? 0)).toBeLessThanOrEqual(to === from ? 0 : weight);
      }
    }),
    { numRuns: 500 },
  );
});
