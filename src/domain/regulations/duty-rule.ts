// Duties that come round by the calendar. Those that start with an event (an incident, a change of officer) are not listed here.
import type { ClauseId } from './clause.ts';

export interface DutyRule {
  readonly code: string;
  readonly clause: ClauseId;
  readonly name: string;
  readonly per: 'month' | 'quarter' | 'half-year' | 'year';
  readonly due: DutyDue;
  /** Whether the text gives the period, or it says 定期 and the period is our default. */
  readonly source: 'text' | 'default';
}

/**
 * `within`: once in each period, due on its last day. The others concern a period that is over:
 * due on the last day of the month after it, on a day of that month, or on a day of the year after it.
 */
export type DutyDue =
  | { readonly kind: 'within' }
  | { readonly kind: 'month-after' }
  | { readonly kind: 'day-of-month-after'; readonly day: number }
  | { readonly kind: 'day-of-year-after'; readonly month: number; readonly day: number };
