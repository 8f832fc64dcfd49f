// Where each month stands: running, to be closed, closed, sampled, audited, and when its list is due (NW-5.2). A month without
// queries has a list too, so months go without a gap from the log's first record to today. No record is opened for it.
import type { MonthSummary } from '#contract';
import { queryTypes } from '#domain/records';
import { listDueOn, monthAfter } from '#domain/reports';
import type { ProgrammeActor } from '#server/accounts';
import type { MonthCount } from '#server/ledger';
import { monthInTaipei } from '#server/platform';
import type { AuditParts } from './audit-parts.ts';
import { findClosings, type Closing } from './find-closings.ts';

/** A query asked before midnight gets its outcome after it: a month is over when none can come any more. */
const LAST_OUTCOMES_MINUTES = 10;

export interface Month {
  readonly summary: MonthSummary;
  /** undefined: not closed. */
  readonly closing: Closing | undefined;
}

/** Newest first. */
export async function findMonths(parts: AuditParts, actor: ProgrammeActor): Promise<Month[]> {
  const programme = actor.programme.id;
  const [counts, closings] = await Promise.all([parts.ledger.countByMonth(programme), findClosings(parts.database, programme)]);
  const now = parts.clock.now();
  const current = monthInTaipei(now);
  const over = monthInTaipei(now.subtract({ minutes: LAST_OUTCOMES_MINUTES }));
  const first = counts.map(({ month }) => month).reduce((least, month) => (month < least ? month : least), current);
  return monthsFrom(first, current)
    .map((month) => toMonth(month, month < over, counts, closings.get(month)))
    .toReversed();
}

/** undefined: the programme has no such month (yet). */
export async function findMonth(parts: AuditParts, actor: ProgrammeActor, month: string): Promise<Month | undefined> {
  return (await findMonths(parts, actor)).find(({ summary }) => summary.month === month);
}

function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function toMonth(month: string, isOver: boolean, counts: readonly MonthCount[], closing: Closing | undefined): Month {
  const count = (type: MonthCount['type']) => counts.find((entry) => entry.month === month && entry.type === type)?.count ?? 0;
  const dueOn = listDueOn(month);
  if (!closing) {
    const summary = {
      month,
      state: isOver ? 'to-close' : 'running',
      rows: queryTypes.reduce((rows, type) => rows + count(type), 0),
      answered: null,
      refused: count('refused'),
      failed: null,
      dueOn,
      closedAt: null,
      closedBy: null,
    } as const;
    return { summary, closing };
  }
  const { rows, answered, refused, failed, closedBy } = closing;
  return {
    summary: { month, state: closing.state, rows, answered, refused, failed, dueOn, closedAt: closing.closedAt.toString(), closedBy },
    closing,
  };
}
