// A programme under several regulations does a duty once where they ask for the same: the stricter one holds, that is the more
// frequent, and of two equally frequent the one due earlier. It holds only for what it covers, so that nothing is left undone.
import { dutyPeriods } from '#domain/regulations';
import { dueDay } from './due-day.ts';
import { firstDayOf, lastDayOf, periodAt } from './period.ts';
import type { DutySeries, Occurrence } from './series.ts';

/** Whether the duty of that period is done by doing the other regulation's. Of two that are alike, the one listed first holds. */
export function supersedes(other: DutySeries, { series, period, dueDay: due }: Occurrence, isListedFirst: boolean): boolean {
  const { rule } = series;
  if (other.rule.code !== rule.code) return false;
  const first = periodAt(other.rule.per, firstDayOf(rule.per, period));
  const last = periodAt(other.rule.per, lastDayOf(rule.per, period));
  const lastDue = dueDay(other.rule, last);
  if (first < other.firstPeriod || lastDue >= other.endDay) return false;
  const frequency = dutyPeriods.indexOf(other.rule.per) - dutyPeriods.indexOf(rule.per);
  return frequency < 0 || (frequency === 0 && (lastDue < due || (lastDue === due && isListedFirst)));
}
