// Office hours, half-open, on working days (TP-6.3). Without an imported calendar only weekends are days off;
// with one, its holidays are too, and its make-up working days are working days.
import type { IsoDate, OfficeHours } from '#domain/regulations';
import type { TaipeiMoment } from './instant.ts';

/** The government's office calendar of some years: only what differs from the week. */
export interface OfficeCalendar {
  readonly holidays: ReadonlySet<IsoDate>;
  readonly makeUpWorkingDays: ReadonlySet<IsoDate>;
}

export const weekendsOnly: OfficeCalendar = { holidays: new Set(), makeUpWorkingDays: new Set() };

export function isWithinOfficeHours(hours: OfficeHours, moment: TaipeiMoment, calendar: OfficeCalendar): boolean {
  const isInHours = moment.minuteOfDay >= hours.fromMinute && moment.minuteOfDay < hours.untilMinute;
  return isInHours && isWorkingDay(moment, calendar);
}

function isWorkingDay({ day, weekday }: TaipeiMoment, calendar: OfficeCalendar): boolean {
  if (calendar.makeUpWorkingDays.has(day)) return true;
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.has(day);
}
