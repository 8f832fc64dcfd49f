// Reading the log is itself in the log: the reader's functions take a token that only `recordRead` gives, after its record is on disk.
import type { JsonObject } from '#domain/kernel';
import type { RetentionClass } from '#server/keys';
import { UnfitRecord } from './faults.ts';
import type { NewRecord } from './record.ts';

/** What is read: one record, one account's records, or a month's. */
export type ReadScope =
  | { readonly kind: 'record'; readonly index: number }
  | { readonly kind: 'actor'; readonly account: string }
  | { readonly kind: 'month'; readonly month: string };

export interface Reading {
  readonly at: Temporal.Instant;
  readonly retention: RetentionClass;
  /** Who reads. */
  readonly actor: JsonObject;
  readonly blindActor?: string;
  readonly scope: ReadScope;
  readonly why: string;
  /** Take along what proves to others what the records say: the salted bytes that their leaves commit to. */
  readonly takesOpenings?: true;
}

/** A read whose log-read record is on disk. It opens what its scope names and nothing else. */
export class RecordedRead {
  readonly programme: string;
  readonly scope: ReadScope;
  /** Of the log-read record. */
  readonly index: number;
  readonly takesOpenings: boolean;
  readonly #recorded = true;

  constructor(programme: string, { scope, takesOpenings }: Pick<Reading, 'scope' | 'takesOpenings'>, index: number) {
    this.programme = programme;
    this.scope = Object.freeze({ ...scope });
    this.takesOpenings = takesOpenings === true;
    this.index = index;
    Object.freeze(this);
  }

  /** False for a look-alike that `recordRead` did not make. */
  static made(value: RecordedRead): boolean {
    return #recorded in value && value.#recorded;
  }
}

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

/** The record of a read: what was opened stands in compartment C, since an account may be read about. */
export function logReadRecord(recordId: string, reading: Reading): NewRecord {
  const { scope, at, retention, actor, blindActor, why, takesOpenings } = reading;
  if (scope.kind === 'month' && !MONTH.test(scope.month)) throw new UnfitRecord('scope', 'a month is written as 2026-11');
  if (scope.kind === 'record' && (!Number.isSafeInteger(scope.index) || scope.index < 0)) throw new UnfitRecord('scope', 'not an index');
  return {
    recordId,
    type: 'log-read',
    at,
    retention,
    envelope: { operation: 'log-read', scope: scope.kind, why, ...(takesOpenings && { openings: true }) },
    actor,
    subject: { ...scope },
    ...(blindActor === undefined ? {} : { blindActor }),
  };
}
