// Importing the office calendar: a year that is given replaces what stood here of that year. Every programme's log says so, year by year,
// since its queries are judged by it from then on. All of it commits together.
import { randomUUID } from 'node:crypto';
import type { CalendarYears } from '#domain/calendar';
import { actorCompartment, logRetention, type ActorFacts } from '#domain/records';
import type { Ledger, NewRecord } from '#server/ledger';
import type { Clock, Database, Transaction } from '#server/platform';
import { forgetOfficeCalendar } from './read-calendar.ts';

export interface CalendarParts {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** `no-programme`: no log is there yet that could say so, and nothing was imported. */
export type CalendarImport = { readonly kind: 'imported' | 'no-programme' };

/** Whoever imports; the organisation is each programme's own. */
type Importer = Omit<ActorFacts, 'organisation'>;

export async function importOfficeCalendar(parts: CalendarParts, calendar: CalendarYears, who: Importer): Promise<CalendarImport> {
  const at = parts.clock.now();
  const years = calendar.years.map((year) => differencesOf(calendar, year));
  const imported = await parts.database.transaction().execute(async (tx) => {
    const programmes = await findProgrammes(tx);
    if (programmes.length === 0) return false;
    for (const year of years) await replaceYear(tx, year, at, who.login);
    for (const { id, organisation } of programmes) {
      const actor = { ...who, organisation };
      for (const year of years) await parts.ledger.appendWithin(tx, id, importRecord(year, actor, at));
    }
    return true;
  });
  forgetOfficeCalendar(parts.database);
  return { kind: imported ? 'imported' : 'no-programme' };
}

interface YearDifferences {
  readonly year: number;
  readonly holidays: readonly string[];
  readonly makeUpWorkingDays: readonly string[];
}

function differencesOf({ holidays, makeUpWorkingDays }: CalendarYears, year: number): YearDifferences {
  const ofYear = (days: ReadonlySet<string>) => [...days].filter((day) => Number(day.slice(0, 4)) === year);
  return { year, holidays: ofYear(holidays), makeUpWorkingDays: ofYear(makeUpWorkingDays) };
}

/** In one order for everybody: two imports at once wait for one another's logs instead of both for ever. */
function findProgrammes(tx: Transaction) {
  return tx
    .selectFrom('programme')
    .innerJoin('organisation', 'organisation.id', 'programme.organisation_id')
    .select(['programme.id', 'organisation.name as organisation'])
    .orderBy('programme.id')
    .execute();
}

async function replaceYear(tx: Transaction, { year, holidays, makeUpWorkingDays }: YearDifferences, at: Temporal.Instant, login: string) {
  const imported = { imported_at: at.toString(), imported_by: login };
  await tx
    .insertInto('office_calendar_year')
    .values({ year, ...imported })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(imported))
    .execute();
  await tx.deleteFrom('office_calendar_day').where('year', '=', year).execute();
  const days = [
    ...holidays.map((day) => ({ day, year, kind: 'holiday' as const })),
    ...makeUpWorkingDays.map((day) => ({ day, year, kind: 'make-up-working-day' as const })),
  ];
  if (days.length > 0) await tx.insertInto('office_calendar_day').values(days).execute();
}

function importRecord({ year, holidays, makeUpWorkingDays }: YearDifferences, actor: ActorFacts, at: Temporal.Instant): NewRecord {
  return {
    recordId: randomUUID(),
    type: 'calendar-import',
    at,
    retention: logRetention,
    envelope: { year, holidays: [...holidays], makeUpWorkingDays: [...makeUpWorkingDays] },
    actor: actorCompartment(actor),
    subject: {},
    blindActor: actor.account,
  };
}
