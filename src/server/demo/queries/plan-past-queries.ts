// A month of an office's queries as it might have been: on working days, within office hours, in the order of time.
// Pure and seeded, like the plan it dates.
import { seededRandom } from '../seeded-random.ts';
import { planQueries, type PlannedQuery, type QueryPlan } from './plan-queries.ts';

export interface PastQuery extends PlannedQuery {
  readonly at: Temporal.Instant;
}

export interface PastQueryPlan extends Omit<QueryPlan, 'rocYear'> {
  /** `2026-10` */
  readonly month: string;
}

const TIME_ZONE = 'Asia/Taipei';
/** Of the day, in seconds: the morning from 08:10, the afternoon from 13:10. */
const sessions = [
  { from: (8 * 60 + 10) * 60, until: 12 * 3_600 },
  { from: (13 * 60 + 10) * 60, until: (17 * 60 + 20) * 60 },
] as const;
/** Holidays on fixed days (紀念日及節日實施條例); those by the moon are left out. */
const holidays = new Set(['01-01', '02-28', '04-04', '04-05', '05-01', '09-28', '10-10', '10-25', '12-25']);

export function planPastQueries({ month, ...plan }: PastQueryPlan): PastQuery[] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const days = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index })).filter(isWorkingDay);
  const random = seededRandom(plan.seed, `times ${month}`);
  const taken = new Set<number>();
  while (taken.size < plan.count) {
    const session = random.pick(sessions);
    const seconds = random.integer(session.from, session.until - 1);
    taken.add(random.pick(days).toZonedDateTime({ timeZone: TIME_ZONE }).add({ seconds }).epochMilliseconds);
  }
  const times = [...taken].toSorted((one, other) => one - other);
  const queries = planQueries({ ...plan, rocYear: first.year - 1911, seed: `${plan.seed} ${month}` });
  return Array.from(queries, (query, index) => ({ ...query, at: Temporal.Instant.fromEpochMilliseconds(times[index] ?? 0) }));
}

function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !holidays.has(day.toString().slice(5));
}
