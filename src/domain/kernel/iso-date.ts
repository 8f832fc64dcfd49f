// Calendar days as `2026-03-02`: what regulations, grants and requests carry. In this one form days compare as texts.
// Days are those of Asia/Taipei.
import { daysInMonth, isCalendarDay } from './calendar-day.ts';

/** `2026-03-02`, a day that exists. The type shows the form; `parseIsoDate` and `isoDateOf` are where it is checked. */
export type IsoDate = `${number}-${number}-${number}`;

/** Undefined where the text is not of the form `2026-03-02` or there is no such day. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return undefined;
  const day = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
  return isCalendarDay(day) ? (text as IsoDate) : undefined; // the form was checked just above
}

/** For values that are dates by their source, such as a database column: anything else is a fault. */
export function isoDateOf(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new RangeError('not a calendar day of the form 2026-03-02');
  return date;
}

/** The same day so many months later; where that month is shorter, its last day (11-30 and three months: 02-28). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const monthsFromZero = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(monthsFromZero / 12);
  const month = (monthsFromZero % 12) + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as IsoDate; // built in that form
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
