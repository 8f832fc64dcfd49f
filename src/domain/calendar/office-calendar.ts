// Which days the government works (政府行政機關辦公日曆表). Where no calendar was imported, weekends alone are days off;
// where one was, its holidays are too, and its make-up working days (補行上班日) are working days.
import { dayCountOf, type IsoDate } from '#domain/kernel';

/** The calendar of some years: only what differs from the week. */
export interface OfficeCalendar {
  readonly holidays: ReadonlySet<IsoDate>;
  readonly makeUpWorkingDays: ReadonlySet<IsoDate>;
}

export const weekendsOnly: OfficeCalendar = { holidays: new Set(), makeUpWorkingDays: new Set() };

export function isWorkingDay(day: IsoDate, { holidays, makeUpWorkingDays }: OfficeCalendar): boolean {
  return isWeekend(day) ? makeUpWorkingDays.has(day) : !holidays.has(day);
}

export function isWeekend(day: IsoDate): boolean {
  return weekdayOf(day) % 6 === 0;
}

/** 0 is Sunday. */
export function weekdayOf(day: IsoDate): number {
  return (dayCountOf(day) + 1) % 7; // days are counted from a Monday
}
