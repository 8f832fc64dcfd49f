// The two plans the demonstration uses: the month before the load, and queries to be made now. Their subjects are the persons that
// the provider's stand-in was loaded with, invented again from the same seed instead of being asked for.
import type { Regulation } from '#domain/regulations';
import { demoOffice } from '../office/office-plan.ts';
import { DEMO_POPULATION, DEMO_SEED, inventPersons } from '../population/persons.ts';
import { planPastQueries, type PastQuery } from './plan-past-queries.ts';
import { planQueries, type Asker, type PlannedQuery } from './plan-queries.ts';

const PAST_QUERIES = 240;
const UNKNOWN_IDS = 200;

/** The month's queries, in the order of their times. @param month `2026-10`, the one before the load */
export function planDemoPast(options: { readonly regulation: Regulation; readonly month: string; readonly count?: number }): PastQuery[] {
  const { regulation, month } = options;
  return planPastQueries({
    regulation,
    month,
    seed: DEMO_SEED,
    count: options.count ?? PAST_QUERIES,
    askers: demoAskers(),
    ...demoSubjects(),
  });
}

/** @param seed another one gives other queries @param day `2026-11-22`, for the year of the case numbers */
export function planDemoQueries(options: {
  readonly regulation: Regulation;
  readonly count: number;
  readonly seed: string;
  readonly day: string;
}): PlannedQuery[] {
  const { regulation, count, seed } = options;
  const rocYear = Number(options.day.slice(0, 4)) - 1911;
  return [...planQueries({ regulation, count, seed, rocYear, askers: demoAskers(), ...demoSubjects() })];
}

function demoAskers(): Asker[] {
  return demoOffice.staff.filter(({ programme, purposes }) => programme === demoOffice.programme.id && purposes.length > 0);
}

function demoSubjects(): { known: string[]; unknown: string[] } {
  const known = Array.from(inventPersons(DEMO_SEED, DEMO_POPULATION), ({ nationalId }) => nationalId);
  const loaded = new Set(known);
  const strangers = Array.from(inventPersons(`${DEMO_SEED} strangers`, UNKNOWN_IDS), ({ nationalId }) => nationalId);
  return { known, unknown: strangers.filter((id) => !loaded.has(id)) };
}
