// Duties that can be kept: a day that exists, in every period, and a time that isn't negative.
import { isCalendarDay } from '#domain/kernel';
import { isCount, repeated, type Contradiction } from './contradiction.ts';
import type { DutyRule } from './duty-rule.ts';
import type { Regulation } from './regulation.ts';

export function* dutyContradictions({ duties, onEvents }: Regulation): Generator<Contradiction> {
  yield* repeated('duty', [...duties, ...onEvents]);
  for (const duty of duties) {
    const fault = dueFault(duty);
    if (fault) yield { clause: duty.clause, what: `the duty ${duty.code} ${fault}` };
  }
  for (const { code, clause, withinDays } of onEvents)
    if (withinDays !== null && !isCount(withinDays, 0)) yield { clause, what: `the duty ${code} is due before its event` };
}

const longestWaitDays = 366;
const aCommonYear = 2001;

function dueFault({ per, due }: Pick<DutyRule, 'per' | 'due'>): string | null {
  switch (due.kind) {
    case 'within':
      return null;
    case 'month-after':
      return per === 'week' ? 'has a month after a week' : null;
    case 'day-of-month-after':
      if (per === 'week') return 'has a month after a week';
      return isCount(due.day, 1, 28) ? null : 'is due on a day that not every month has';
    case 'days-after':
      return isCount(due.days, 1, longestWaitDays) ? null : 'is not due 1 to 366 days after its period';
    case 'day-of-year-after':
      if (per !== 'year') return 'is due on a day of the year without being yearly';
      return isCalendarDay({ year: aCommonYear, month: due.month, day: due.day }) ? null : 'is due on a day that not every year has';
  }
}
