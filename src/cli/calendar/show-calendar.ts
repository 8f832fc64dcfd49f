// The office calendar for people and for scripts: only what differs from the week.
import { weekdayOf, type OfficeCalendar } from '#domain/calendar';

export function calendarJson({ holidays, makeUpWorkingDays }: OfficeCalendar): { holidays: string[]; makeUpWorkingDays: string[] } {
  return { holidays: [...holidays], makeUpWorkingDays: [...makeUpWorkingDays] };
}

/** A line for each day, in their order. */
export function calendarText({ holidays, makeUpWorkingDays }: OfficeCalendar): string {
  return [...holidays, ...makeUpWorkingDays]
    .toSorted()
    .map((day) => `${day} ${'日一二三四五六'[weekdayOf(day)]}  ${makeUpWorkingDays.has(day) ? 'working day' : 'day off'}`)
    .join('\n');
}
