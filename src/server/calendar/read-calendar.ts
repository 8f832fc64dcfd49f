// The office calendar as it stands in the database. Every query of an office with office hours needs it, and it changes once a year:
// kept for a minute, so that an import by another process is seen soon, and read anew at once after one of our own.
import type { OfficeCalendar } from '#domain/calendar';
import { isoDateOf } from '#domain/kernel';
import type { Database } from '#server/platform';

const KEPT_MS = 60_000;
const kept = new WeakMap<Database, { readonly readAtMs: number; readonly calendar: Promise<OfficeCalendar> }>();

export async function readOfficeCalendar(database: Database): Promise<OfficeCalendar> {
  const known = kept.get(database);
  if (known && performance.now() - known.readAtMs < KEPT_MS) return known.calendar;
  const calendar = readDays(database);
  const reading = { readAtMs: performance.now(), calendar };
  kept.set(database, reading);
  try {
    return await calendar;
  } catch (error) {
    // The next query asks again; this one is not decided by a calendar that nobody could read.
    if (kept.get(database) === reading) kept.delete(database);
    throw error;
  }
}

export function forgetOfficeCalendar(database: Database): void {
  kept.delete(database);
}

export interface ImportedYear {
  readonly year: number;
  readonly importedAt: Date;
  readonly importedBy: string;
}

export function listCalendarYears(database: Database): Promise<ImportedYear[]> {
  return database
    .selectFrom('office_calendar_year')
    .select(['year', 'imported_at as importedAt', 'imported_by as importedBy'])
    .orderBy('year')
    .execute();
}

async function readDays(database: Database): Promise<OfficeCalendar> {
  const rows = await database.selectFrom('office_calendar_day').select(['day', 'kind']).orderBy('day').execute();
  const daysOf = (wanted: string) => new Set(rows.filter(({ kind }) => kind === wanted).map(({ day }) => isoDateOf(day)));
  return { holidays: daysOf('holiday'), makeUpWorkingDays: daysOf('make-up-working-day') };
}
