// How long a class of record is kept, and how data is destroyed when its time is over.
import type { ClauseId } from './clause-id.ts';
import type { ProgramPart } from './program-part.ts';
import type { RecordClass } from './record-class.ts';
import type { Source, Wording } from './wording.ts';

/** What a period of years is counted from. */
export const retentionStarts = ['creation', 'cancellation', 'period-end'] as const;
export type RetentionStart = (typeof retentionStarts)[number];

/** What ends the keeping where no number of years does. */
export const retentionEvents = ['basis-repealed', 'imported', 'month-end', 'no-longer-needed'] as const;
export type RetentionEvent = (typeof retentionEvents)[number];

/**
 * `years`: at least so many, counted from its start; it may be destroyed from the day after. `until`: at most until the event,
 * then it is destroyed.
 */
export type Keep =
  | { readonly kind: 'years'; readonly atLeast: number; readonly from: RetentionStart }
  | { readonly kind: 'until'; readonly event: RetentionEvent };

export type RetentionRule = Source & {
  readonly recordClass: RecordClass;
  readonly clause: ClauseId;
  readonly keep: Keep;
};

export const destroyedThings = [
  'query-results',
  'paper',
  'stored-data',
  'portable-media',
  'derived-copies',
  'raw-import',
  'retired-records',
] as const;
export const destructionTimes = ['at-once', 'monthly', 'yearly', 'when-not-needed', 'retention-over'] as const;
export const destructionProofs = ['destruction-record', 'unrecoverable', 'attestation'] as const;

export interface DestructionRule {
  readonly code: string;
  readonly clause: ClauseId;
  readonly wording: Wording;
  readonly what: (typeof destroyedThings)[number];
  readonly when: (typeof destructionTimes)[number];
  readonly proof: (typeof destructionProofs)[number];
  readonly through: ProgramPart;
}
