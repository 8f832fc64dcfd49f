import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDayAt, dayCount, dayCountOf, isoDateAt } from './day-count.ts';
import { isoDateOf } from './iso-date.ts';

const firstDay = Temporal.PlainDate.from('0001-01-01');
const lastCount = firstDay.until('9999-12-31').days;

test('the first day is a Monday and counts 0', () => {
  expect([firstDay.dayOfWeek, dayCountOf('0001-01-01'), isoDateAt(0)]).toEqual([1, 0, '0001-01-01']);
});

test('every turn of a year and every end of February counts as Temporal does', () => {
  for (let year = 1; year <= 9999; year += 1) {
    for (const day of [
      { month: 1, day: 1 },
      { month: 3, day: 1 },
      { month: 12, day: 31 },
    ].map((rest) => ({ year, ...rest }))) {
      const count = firstDay.until(Temporal.PlainDate.from(day)).days;
      expect([dayCount(day), calendarDayAt(count)]).toEqual([count, day]);
    }
    const endOfFebruary = Temporal.PlainDate.from({ year, month: 3, day: 1 }).subtract({ days: 1 }).toString();
    expect(isoDateAt(dayCountOf(isoDateOf(endOfFebruary)))).toBe(endOfFebruary);
  }
});

test('any day, and so many days later or earlier', () => {
  const count = fc.integer({ min: 0, max: lastCount });
  fc.assert(
    fc.property(count, count, (from, to) => {
      const date = firstDay.add({ days: from });
      expect(isoDateAt(from)).toBe(date.toString());
      expect(dayCountOf(isoDateOf(date.toString()))).toBe(from);
      expect(addDays(isoDateOf(date.toString()), to - from)).toBe(date.add({ days: to - from }).toString());
    }),
  );
});

test.each([-1, lastCount + 1, Number.NaN, Number.POSITIVE_INFINITY])('%d days is outside the calendar', (count) => {
  expect(() => isoDateAt(count)).toThrow(RangeError);
});

test('the last day of the calendar', () => {
  expect(isoDateAt(lastCount)).toBe('9999-12-31');
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
});
