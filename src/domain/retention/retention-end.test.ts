import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDateOf } from '#domain/kernel';
import type { Keep } from '#domain/regulations';
import { retentionEnd, type RetentionEnd, type RetentionFacts } from './retention-end.ts';

const years = (atLeast: number, from: 'creation' | 'cancellation' | 'period-end'): Keep => ({ kind: 'years', atLeast, from });
const until = (event: 'basis-repealed' | 'imported' | 'month-end' | 'no-longer-needed'): Keep => ({ kind: 'until', event });
const facts: RetentionFacts = {
  createdOn: '2026-03-02',
  periodEndsOn: '2026-06-30',
  cancelledOn: '2027-04-05',
  basisRepealedOn: '2028-05-06',
  importedOn: '2026-03-03',
  neededUntil: '2026-12-31',
};

describe('once what it is counted from is known', () => {
  test.each<readonly [string, Keep, RetentionEnd]>([
    ['years from creation', years(5, 'creation'), { kind: 'on', from: '2031-03-03', destruction: 'allowed' }],
    ['years from the period’s end', years(5, 'period-end'), { kind: 'on', from: '2031-07-01', destruction: 'allowed' }],
    ['years from cancellation', years(3, 'cancellation'), { kind: 'on', from: '2030-04-06', destruction: 'allowed' }],
    ['until the basis is repealed', until('basis-repealed'), { kind: 'on', from: '2028-05-06', destruction: 'demanded' }],
    ['until it is imported', until('imported'), { kind: 'on', from: '2026-03-03', destruction: 'demanded' }],
    ['until the month ends', until('month-end'), { kind: 'on', from: '2026-04-01', destruction: 'demanded' }],
    ['until it isn’t needed', until('no-longer-needed'), { kind: 'on', from: '2027-01-01', destruction: 'demanded' }],
  ])('%s', (_, keep, expected) => {
    expect(retentionEnd({ keep }, facts)).toEqual(expected);
  });
});

test.each<Keep>([years(5, 'period-end'), years(3, 'cancellation'), until('basis-repealed'), until('imported'), until('no-longer-needed')])(
  '$kind $from$event: waits until that day is known',
  (keep) => {
    const awaited = keep.kind === 'years' ? keep.from : keep.event;
    expect(retentionEnd({ keep }, { createdOn: '2026-03-02' })).toEqual({ kind: 'waits', for: awaited });
  },
);

test.each([
  ['2024-02-29', 5, '2029-03-01'], // kept to the last day of February
  ['2024-02-29', 4, '2028-03-01'],
  ['2026-02-28', 2, '2028-02-29'],
  ['2026-12-31', 1, '2028-01-01'],
] as const)('created on %s and kept %i years: destroyable from %s', (createdOn, atLeast, from) => {
  expect(retentionEnd({ keep: years(atLeast, 'creation') }, { createdOn })).toMatchObject({ from });
});

test.each([
  ['2026-12-01', '2027-01-01'],
  ['2026-12-31', '2027-01-01'],
  ['2024-02-29', '2024-03-01'],
  ['2026-01-31', '2026-02-01'],
] as const)('created on %s: the month is over on %s', (createdOn, from) => {
  expect(retentionEnd({ keep: until('month-end') }, { createdOn })).toMatchObject({ from });
});

test.each([years(5, 'creation'), until('month-end')])('$kind: an end after the year 9999 is no day', (keep) => {
  expect(() => retentionEnd({ keep }, { createdOn: '9999-12-31' })).toThrow(RangeError);
});

test('as Temporal counts the years and the month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: 1, max: 100 }), (days, atLeast) => {
      const created = Temporal.PlainDate.from('1900-01-01').add({ days });
      const createdOn = isoDateOf(created.toString());
      expect(retentionEnd({ keep: years(atLeast, 'creation') }, { createdOn })).toMatchObject({
        from: created.add({ years: atLeast }).add({ days: 1 }).toString(),
      });
      expect(retentionEnd({ keep: until('month-end') }, { createdOn })).toMatchObject({
        from: created.with({ day: 1 }).add({ months: 1 }).toString(),
      });
    }),
  );
});
