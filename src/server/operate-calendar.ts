// The office calendar from the command line: imported and listed by an operator with the keys at hand.
import type { CalendarYears, OfficeCalendar } from '#domain/calendar';
import { importOfficeCalendar, listCalendarYears, readOfficeCalendar, type CalendarImport, type ImportedYear } from '#server/calendar';
import { operatorIdentity } from './find-operator.ts';
import type { Installation } from './open-installation.ts';

/** The record of the import names the operating system's user. */
export function importCalendarInto(installation: Installation, calendar: CalendarYears): Promise<CalendarImport> {
  const { accountId: account, personId: person, ...identity } = operatorIdentity();
  return importOfficeCalendar(installation, calendar, { account, person, ...identity });
}

export async function storedCalendarOf({ database }: Installation): Promise<OfficeCalendar & { readonly years: ImportedYear[] }> {
  return { years: await listCalendarYears(database), ...(await readOfficeCalendar(database)) };
}
