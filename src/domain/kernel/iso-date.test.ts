import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, isoDateOf, parseIsoDate } from './iso-date.ts';

describe('parseIsoDate', () => {
  test.each(['2026-03-02', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(parseIsoDate(text)).toBe(text);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '0000-01-01',
    '2026-3-2',
    '2026/03/02',
    '20260302',
    ' 2026-03-02',
    '2026-03-02\n',
    '12026-03-02',
    '２０２６-03-02',
    '',
  ])('%j is no day', (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
    expect(() => isoDateOf(text)).toThrow(RangeError);
  });
});

describe('addMonths', () => {
  test.each([
    ['2026-01-15', 3, '2026-04-15'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-10-01', 3, '2027-01-01'],
    ['2026-09-30', 3, '2026-12-30'],
    ['2026-12-31', 12, '2027-12-31'],
  ] as const)('%s and %i months: %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  test('as Temporal adds them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 40 }), (days, months) => {
        const day = Temporal.PlainDate.from('1900-01-01').add({ days });
        expect(addMonths(isoDateOf(day.toString()), months)).toBe(day.add({ months }).toString());
      }),
    );
  });
});
