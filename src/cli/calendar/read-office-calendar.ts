// Reads a file of the government's office calendar (政府行政機關辦公日曆表, CSV), and says which row of it is wrong.
import { officeCalendarColumns, parseOfficeCalendar, type CalendarFault, type CalendarYears } from '#domain/calendar';
import { InputError } from '../input/input-error.ts';
import { readCsv } from '../input/read-csv.ts';

/** Twenty years have about 130 kB. */
const maxBytes = 1024 * 1024;

export async function readOfficeCalendarFile(path: string): Promise<CalendarYears> {
  const rows = await readCsv(path, officeCalendarColumns, maxBytes);
  const parsed = parseOfficeCalendar(rows.map(({ cells }) => cells));
  if (parsed.kind === 'calendar') return parsed.calendar;
  const { fault } = parsed;
  const line = 'row' in fault ? rows[fault.row]?.line : undefined;
  const place = { file: path, ...(line !== undefined && { line }), ...('field' in fault && { field: fault.field }) };
  throw new InputError(place, faultText(fault));
}

function faultText(fault: CalendarFault): string {
  switch (fault.code) {
    case 'not-a-day':
      return 'must be a day that exists, written as 20260101';
    case 'given-twice':
      return 'is given twice';
    case 'not-its-weekday':
      return 'is not the weekday of that day';
    case 'neither-0-nor-2':
      return 'must be 0 (a working day) or 2 (a day off)';
    case 'day-missing':
      return `${fault.day} is missing: a year must have all its days`;
    case 'no-days':
      return 'the calendar has no days';
    case 'too-many-rows':
      return 'the calendar has more than twenty years';
  }
}
