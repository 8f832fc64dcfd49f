// Office hours, half-open, on the working days of the office calendar (TP-6.3).
import { isWorkingDay, type OfficeCalendar } from '#domain/calendar';
import type { OfficeHours } from '#domain/regulations';
import type { TaipeiMoment } from './instant.ts';

export function isWithinOfficeHours(hours: OfficeHours, { day, minuteOfDay }: TaipeiMoment, calendar: OfficeCalendar): boolean {
  return minuteOfDay >= hours.fromMinute && minuteOfDay < hours.untilMinute && isWorkingDay(day, calendar);
}
