// A duty rule of a regulation as the row of its periods. A period that began before the regulation was issued isn't in it,
// nor is one that would fall due on or after the day on which the regulation ceased.
import { dayCountOf } from '#domain/kernel';
import type { DutyRule, Regulation } from '#domain/regulations';
import { dueDay } from './due-day.ts';
import { firstDayOf, periodAt } from './period.ts';

export interface DutySeries {
  readonly regulation: Regulation;
  readonly rule: DutyRule;
  /** The first period that the duty is owed for. */
  readonly firstPeriod: number;
  /** The first day on which nothing falls due any more. */
  readonly endDay: number;
}

/** A duty of one period. */
export interface Occurrence {
  readonly series: DutySeries;
  readonly period: number;
  readonly dueDay: number;
}

export function seriesOf(regulation: Regulation): readonly DutySeries[] {
  const { issuedOn, ceasedOn } = regulation;
  const startDay = issuedOn === null ? 0 : dayCountOf(issuedOn);
  const endDay = ceasedOn === null ? Number.POSITIVE_INFINITY : dayCountOf(ceasedOn);
  return regulation.duties.map((rule) => {
    const period = periodAt(rule.per, startDay);
    const firstPeriod = firstDayOf(rule.per, period) < startDay ? period + 1 : period;
    return { regulation, rule, firstPeriod, endDay };
  });
}

/** What falls due from one day to another, both inclusive. */
export function* occurrences(series: DutySeries, fromDay: number, toDay: number): Generator<Occurrence> {
  const { rule, firstPeriod, endDay } = series;
  let period = Math.max(firstPeriod, periodAt(rule.per, fromDay));
  while (period > firstPeriod && dueDay(rule, period - 1) >= fromDay) period -= 1; // periods that are over, but not yet due
  for (let due = dueDay(rule, period); due <= toDay && due < endDay; due = dueDay(rule, period)) {
    yield { series, period, dueDay: due };
    period += 1;
  }
}
