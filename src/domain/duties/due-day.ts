// When a duty of a period opens and when it is due. What concerns a closed period opens on the day after it (after a year, that is
// 1 January); what is to be done once in the period opens with it and is due on its last day.
import type { DutyRule } from '#domain/regulations';
import { dayInMonth, firstDayOf, lastDayOf, monthAt, periodAt } from './period.ts';

type Timing = Pick<DutyRule, 'per' | 'due'>;

export function openingDay({ per, due }: Timing, period: number): number {
  return firstDayOf(per, due.kind === 'within' ? period : period + 1);
}

/** Later periods are never due before earlier ones. */
export function dueDay({ per, due }: Timing, period: number): number {
  const lastDay = lastDayOf(per, period);
  switch (due.kind) {
    case 'within':
      return lastDay;
    case 'days-after':
      return lastDay + due.days;
    case 'month-after':
      return dayInMonth(monthAt(lastDay) + 1, 31);
    case 'day-of-month-after':
      return dayInMonth(monthAt(lastDay) + 1, due.day);
    case 'day-of-year-after':
      return dayInMonth((periodAt('year', lastDay) + 1) * 12 + due.month - 1, due.day);
  }
}
