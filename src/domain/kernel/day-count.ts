// Days as whole numbers, for sums over many of them: counted from 0001-01-01, a Monday, so that the weeks of ISO 8601
// begin at the multiples of 7. Plain arithmetic: a thousand programmes' duties of a year take milliseconds.
import { daysInMonth, isLeapYear, isoDate, type CalendarDay } from './calendar-day.ts';
import type { IsoDate } from './iso-date.ts';

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const meanYear = 365.2425;

export function dayCount({ year, month, day }: CalendarDay): number {
  return newYear(year) + daysBefore(year, month) + day - 1;
}

export function dayCountOf(date: IsoDate): number {
  return dayCount({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) });
}

export function calendarDayAt(count: number): CalendarDay {
  let year = Math.floor(count / meanYear) + 1;
  if (count < newYear(year)) year -= 1;
  else if (count >= newYear(year + 1)) year += 1;
  const dayOfYear = count - newYear(year);
  let month = Math.floor(dayOfYear / 31) + 1;
  if (dayOfYear >= daysBefore(year, month) + daysInMonth(year, month)) month += 1;
  return { year, month, day: dayOfYear - daysBefore(year, month) + 1 };
}

/** A count outside the years 1 to 9999 is a RangeError. */
export function isoDateAt(count: number): IsoDate {
  const day = calendarDayAt(count);
  if (!(day.year >= 1 && day.year <= 9999)) throw new RangeError('outside the years 1 to 9999');
  return isoDate(day) as IsoDate; // a day of the calendar, in that form
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDateAt(dayCountOf(date) + days);
}

function newYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

function daysBefore(year: number, month: number): number {
  return (daysBeforeMonth[month - 1] ?? Number.NaN) + (month > 2 && isLeapYear(year) ? 1 : 0);
}
