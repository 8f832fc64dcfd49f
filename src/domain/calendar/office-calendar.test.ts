import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#domain/kernel';
import { isWorkingDay, weekdayOf, weekendsOnly } from './index.ts';

const anyDay = fc.integer({ min: 0, max: 300 * 365 }).map((days) => Temporal.PlainDate.from('1912-01-01').add({ days }));

test('the weekday is the one that Temporal says', () => {
  fc.assert(fc.property(anyDay, (day) => void expect(weekdayOf(day.toString() as IsoDate)).toBe(day.dayOfWeek % 7)));
});

test('without an imported calendar, weekends alone are days off', () => {
  fc.assert(fc.property(anyDay, (day) => void expect(isWorkingDay(day.toString() as IsoDate, weekendsOnly)).toBe(day.dayOfWeek <= 5)));
});

test.each([
  ['2025-02-07', true],
  ['2025-02-08', true], // Saturday, 補行上班
  ['2025-02-09', false],
  ['2025-02-28', false], // Friday, 和平紀念日
] as const)('%s', (day, expected) => {
  const calendar = { holidays: new Set<IsoDate>(['2025-02-28']), makeUpWorkingDays: new Set<IsoDate>(['2025-02-08']) };
  expect(isWorkingDay(day, calendar)).toBe(expected);
});
