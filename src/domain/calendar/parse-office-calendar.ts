// Reads the office calendar as the Directorate-General of Personnel Administration publishes it (data.gov.tw, dataset 14718):
// a row for every day of a year, `20260101,四,2,開國紀念日`, where 2 is a day off and 0 a working day.
// A row that is lost, doubled or shifted would open or close an office day unseen, so the days of every year must be there exactly once.
import { dayCount, isLeapYear, isoDateAt, parseIsoDate, type IsoDate } from '#domain/kernel';
import { isWeekend, weekdayOf, type OfficeCalendar } from './office-calendar.ts';

/** The columns that are read, as they are called in the file; its fourth, 備註, decides nothing. */
export const officeCalendarColumns = ['西元日期', '星期', '是否放假'] as const;
export type OfficeCalendarColumn = (typeof officeCalendarColumns)[number];
export type OfficeCalendarRow = Readonly<Record<OfficeCalendarColumn, string>>;

export interface CalendarYears extends OfficeCalendar {
  /** In their order, each of them whole. */
  readonly years: readonly number[];
}

export type CalendarFault =
  | {
      readonly code: 'not-a-day' | 'given-twice' | 'not-its-weekday' | 'neither-0-nor-2';
      /** From 0. */
      readonly row: number;
      readonly field: OfficeCalendarColumn;
    }
  /** Of a year that has other days. */
  | { readonly code: 'day-missing'; readonly day: IsoDate }
  | { readonly code: 'no-days' | 'too-many-rows' };

export type ParsedCalendar =
  | { readonly kind: 'calendar'; readonly calendar: CalendarYears }
  | { readonly kind: 'malformed'; readonly fault: CalendarFault };

/** Twenty years of 366 days. */
const maxRows = 20 * 366;
const weekdays = '日一二三四五六';

export function parseOfficeCalendar(rows: readonly OfficeCalendarRow[]): ParsedCalendar {
  const malformed = (fault: CalendarFault): ParsedCalendar => ({ kind: 'malformed', fault });
  if (rows.length === 0) return malformed({ code: 'no-days' });
  if (rows.length > maxRows) return malformed({ code: 'too-many-rows' });
  const isOff = new Map<IsoDate, boolean>();
  for (const [row, { 西元日期: date, 星期: weekday, 是否放假: off }] of rows.entries()) {
    const day = parseDay(date.trim());
    if (day === undefined) return malformed({ code: 'not-a-day', row, field: '西元日期' });
    if (isOff.has(day)) return malformed({ code: 'given-twice', row, field: '西元日期' });
    if (weekday.trim() !== weekdays[weekdayOf(day)]) return malformed({ code: 'not-its-weekday', row, field: '星期' });
    if (!['0', '2'].includes(off.trim())) return malformed({ code: 'neither-0-nor-2', row, field: '是否放假' });
    isOff.set(day, off.trim() === '2');
  }
  const years = [...new Set([...isOff.keys()].map((day) => Number(day.slice(0, 4))))].toSorted((a, b) => a - b);
  const missing = years.flatMap(daysOfYear).find((day) => !isOff.has(day));
  if (missing !== undefined) return malformed({ code: 'day-missing', day: missing });
  return { kind: 'calendar', calendar: { years, ...differences(isOff) } };
}

/** `20260101`, the only form that the file uses. */
function parseDay(text: string): IsoDate | undefined {
  return /^\d{8}$/.test(text) ? parseIsoDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) : undefined;
}

function daysOfYear(year: number): IsoDate[] {
  const first = dayCount({ year, month: 1, day: 1 });
  return Array.from({ length: isLeapYear(year) ? 366 : 365 }, (_, at) => isoDateAt(first + at));
}

function differences(isOff: ReadonlyMap<IsoDate, boolean>): OfficeCalendar {
  const days = [...isOff.keys()].toSorted();
  return {
    holidays: new Set(days.filter((day) => isOff.get(day) === true && !isWeekend(day))),
    makeUpWorkingDays: new Set(days.filter((day) => isOff.get(day) === false && isWeekend(day))),
  };
}
