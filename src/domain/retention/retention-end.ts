// When a record may, or must, be destroyed under one rule (NW-4.1.6 five years, NW-4.3.1 each month, NW-4.2 the end of its legal
// basis, NV-4.4 once imported). What it is counted from may not have come yet: then the record is kept, and the answer says for what.
import { addDays, addMonths, isoDateOf, type IsoDate } from '#domain/kernel';
import type { RetentionEvent, RetentionRule, RetentionStart } from '#domain/regulations';

/** Absent: it hasn't come yet. */
export interface RetentionFacts {
  readonly createdOn: IsoDate;
  /** The last day of the period that the record is about. */
  readonly periodEndsOn?: IsoDate | undefined;
  /** The day on which the account or grant that the record is about ended. */
  readonly cancelledOn?: IsoDate | undefined;
  /** The first day without the legal basis. */
  readonly basisRepealedOn?: IsoDate | undefined;
  readonly importedOn?: IsoDate | undefined;
  /** The last day on which it is needed. */
  readonly neededUntil?: IsoDate | undefined;
}

export type RetentionEnd =
  /** `allowed`: from that day on it may be destroyed. `demanded`: on that day at the latest, it must be. */
  | { readonly kind: 'on'; readonly from: IsoDate; readonly destruction: 'allowed' | 'demanded' }
  | { readonly kind: 'waits'; readonly for: RetentionStart | RetentionEvent };

export function retentionEnd({ keep }: Pick<RetentionRule, 'keep'>, facts: RetentionFacts): RetentionEnd {
  if (keep.kind === 'until') {
    const from = demandedFrom(keep.event, facts);
    return from === undefined ? { kind: 'waits', for: keep.event } : { kind: 'on', from, destruction: 'demanded' };
  }
  const start = startOf(keep.from, facts);
  if (start === undefined) return { kind: 'waits', for: keep.from };
  const lastDayKept = addMonths(start, 12 * keep.atLeast);
  return { kind: 'on', from: addDays(lastDayKept, 1), destruction: 'allowed' };
}

function startOf(start: RetentionStart, facts: RetentionFacts): IsoDate | undefined {
  switch (start) {
    case 'creation':
      return facts.createdOn;
    case 'cancellation':
      return facts.cancelledOn;
    case 'period-end':
      return facts.periodEndsOn;
  }
}

/** The first day on which nothing lets it be kept. */
function demandedFrom(event: RetentionEvent, { createdOn, basisRepealedOn, importedOn, neededUntil }: RetentionFacts): IsoDate | undefined {
  switch (event) {
    case 'basis-repealed':
      return basisRepealedOn;
    case 'imported':
      return importedOn; // at once: the same day
    case 'month-end':
      return isoDateOf(`${addMonths(createdOn, 1).slice(0, -2)}01`); // once the month is over
    case 'no-longer-needed':
      return neededUntil && addDays(neededUntil, 1);
  }
}
