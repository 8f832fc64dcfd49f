// Duties: those that come round by the calendar, and those that start with an event (a change of officer, an incident, an anomaly).
import type { ClauseId } from './clause-id.ts';
import type { ProgramPart } from './program-part.ts';
import type { Role } from './role.ts';
import type { Source } from './wording.ts';

export const dutyPeriods = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
export type DutyPeriod = (typeof dutyPeriods)[number];

/** `source`: whether the text gives the period, or says 定期 and the period is our default. */
export type DutyRule = Source & {
  readonly code: string;
  readonly clause: ClauseId;
  readonly name: string;
  readonly per: DutyPeriod;
  readonly due: DutyDue;
  readonly by: Role;
  /** The part of the program that does it, or keeps the proof that it was done. */
  readonly through: ProgramPart;
};

/**
 * `within`: once in each period, due on its last day. The others concern a period that is over: due on the last day of the month after
 * it, on a day of that month, so many days after it, or on a day of the year after it (there it opens on 1 January).
 */
export type DutyDue =
  | { readonly kind: 'within' }
  | { readonly kind: 'month-after' }
  | { readonly kind: 'day-of-month-after'; readonly day: number }
  | { readonly kind: 'days-after'; readonly days: number }
  | { readonly kind: 'day-of-year-after'; readonly month: number; readonly day: number };

export const dutyEvents = [
  'manager-changed',
  'user-changed',
  'officer-changed', // project officer, responsible person or supervisor
  'basis-changed', // a law changes, or the need for an operation ends
  'anomaly-found',
  'provider-audit',
  'shortcoming-found',
  'incident',
  'doubtful-comparison',
] as const;
export type DutyEvent = (typeof dutyEvents)[number];

/** `withinDays`: 0 is at once, on the day itself; null: by the deadline that the case is given. */
export interface EventRule {
  readonly code: string;
  readonly clause: ClauseId;
  readonly name: string;
  readonly on: DutyEvent;
  readonly withinDays: number | null;
  readonly by: Role;
  /** Of `parties`: who is told; null where nobody outside is. */
  readonly to: string | null;
  readonly through: ProgramPart;
}
