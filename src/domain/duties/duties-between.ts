// What falls due in a span of days: every calendar duty of a regulation, or of the several that a programme is under, with its clause,
// its period and when it opens. Duties that start with an event aren't here: they are owed from their event.
import { dayCountOf, isoDateAt, isoDateOf, type IsoDate } from '#domain/kernel';
import type { ClauseId, Regulation } from '#domain/regulations';
import { openingDay } from './due-day.ts';
import { labelOf } from './period.ts';
import { occurrences, seriesOf, type DutySeries, type Occurrence } from './series.ts';
import { supersedes } from './supersedes.ts';

export type Duty = {
  readonly clause: ClauseId;
  readonly code: string;
  /** `2026-W05`, `2026-01`, `2026-Q1`, `2026-H1` or `2026`. */
  readonly period: string;
  readonly opensOn: IsoDate;
  readonly dueOn: IsoDate;
};

/** `regulation`: the id of the one whose duty it is. */
export type ProgrammeDuty = Duty & { readonly regulation: string };

/**
 * From one day to another, both inclusive; a span that ends before it begins is a RangeError. In the order in which they are due,
 * on one day in the order of the regulation.
 */
export function dutiesBetween(regulation: Regulation, from: IsoDate, to: IsoDate): readonly Duty[] {
  return dueBetween(seriesOf(regulation), from, to).map(dutyOf);
}

/** The same for a programme under several regulations: the union, where the same duty is done once, as the stricter one asks. */
export function dutiesOf(regulations: readonly Regulation[], from: IsoDate, to: IsoDate): readonly ProgrammeDuty[] {
  const all = regulations.flatMap(seriesOf);
  const isDoneByAnother = (occurrence: Occurrence) => {
    const place = all.indexOf(occurrence.series);
    return all.some((other, at) => at !== place && supersedes(other, occurrence, at < place));
  };
  return dueBetween(all, from, to)
    .filter((occurrence) => !isDoneByAnother(occurrence))
    .map((occurrence) => ({ regulation: occurrence.series.regulation.id, ...dutyOf(occurrence) }));
}

function dueBetween(all: readonly DutySeries[], from: IsoDate, to: IsoDate): readonly Occurrence[] {
  const [fromDay, toDay] = [dayCountOf(isoDateOf(from)), dayCountOf(isoDateOf(to))];
  if (fromDay > toDay) throw new RangeError('the span ends before it begins');
  return all.flatMap((series) => [...occurrences(series, fromDay, toDay)]).toSorted((one, other) => one.dueDay - other.dueDay);
}

function dutyOf({ series: { rule }, period, dueDay }: Occurrence): Duty {
  return {
    clause: rule.clause,
    code: rule.code,
    period: labelOf(rule.per, period),
    opensOn: isoDateAt(openingDay(rule, period)),
    dueOn: isoDateAt(dueDay),
  };
}
