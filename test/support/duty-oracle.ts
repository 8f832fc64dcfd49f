// Duties worked out the plainest way, by walking Temporal's calendar from one period to the next: what the engine's arithmetic is
// held against. Two years before the span are walked, so no duty may be due later than that after its period.
import type { Duty } from '#domain/duties';
import { isoDateOf, type IsoDate } from '#domain/kernel';
import type { DutyDue, DutyPeriod, DutyRule, Regulation } from '#domain/regulations';
import { exampleRegulation } from './example-regulation.ts';

export function exampleDuty(per: DutyPeriod, due: DutyDue, code: string = 'some-duty'): DutyRule {
  return { code, clause: 'EX-1', name: '某職責', per, due, source: 'text', by: 'user', through: 'duty-calendar' };
}

type Span = Partial<Pick<Regulation, 'id' | 'issuedOn' | 'ceasedOn'>>;

export function regulationWith(duties: readonly DutyRule[], { id = 'example', issuedOn = null, ceasedOn = null }: Span = {}): Regulation {
  return { ...exampleRegulation, id, issuedOn, ceasedOn, duties };
}

export function dutiesByTemporal({ duties, issuedOn, ceasedOn }: Regulation, from: IsoDate, to: IsoDate): readonly Duty[] {
  const found: Duty[] = [];
  for (const { clause, code, per, due } of duties) {
    let first = firstPeriodBefore(per, from);
    while (first.toString() <= to) {
      const next = first.add(lengths[per]);
      const dueOn = isoDateOf(dueDate(due, next.subtract({ days: 1 })).toString());
      const isOwed = (issuedOn === null || first.toString() >= issuedOn) && (ceasedOn === null || dueOn < ceasedOn);
      const opensOn = isoDateOf((due.kind === 'within' ? first : next).toString());
      if (isOwed && dueOn >= from && dueOn <= to) found.push({ clause, code, period: label(per, first), opensOn, dueOn });
      first = next;
    }
  }
  return found.toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn));
}

const lengths = {
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  'half-year': { months: 6 },
  year: { years: 1 },
} as const satisfies Record<DutyPeriod, Temporal.DurationLike>;

function firstPeriodBefore(per: DutyPeriod, from: IsoDate): Temporal.PlainDate {
  const newYear = Temporal.PlainDate.from(from).with({ month: 1, day: 1 }).subtract({ years: 2 });
  return per === 'week' ? newYear.subtract({ days: newYear.dayOfWeek - 1 }) : newYear;
}

function dueDate(due: DutyDue, lastDay: Temporal.PlainDate): Temporal.PlainDate {
  const monthAfter = lastDay.with({ day: 1 }).add({ months: 1 });
  switch (due.kind) {
    case 'within':
      return lastDay;
    case 'month-after':
      return monthAfter.add({ months: 1 }).subtract({ days: 1 });
    case 'day-of-month-after':
      return monthAfter.with({ day: due.day });
    case 'days-after':
      return lastDay.add({ days: due.days });
    case 'day-of-year-after':
      return lastDay.add({ years: 1 }).with({ month: due.month, day: due.day });
  }
}

function label(per: DutyPeriod, { year, month, weekOfYear, yearOfWeek }: Temporal.PlainDate): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const labels = {
    week: `${yearOfWeek}-W${two(weekOfYear ?? 0)}`,
    month: `${year}-${two(month)}`,
    quarter: `${year}-Q${Math.ceil(month / 3)}`,
    'half-year': `${year}-H${month > 6 ? 2 : 1}`,
    year: String(year),
  };
  return labels[per];
}
