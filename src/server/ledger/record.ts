// A record before it is written and after it is read. Its three compartments are encrypted each under its own key:
// envelope (what was done, under which basis), actor (who), subject (about whom, and what came back).
import type { JsonObject } from '#domain/kernel';
import type { CompartmentLetter, RecordType } from '#domain/ledger';
import type { RetentionClass } from '#server/keys';

export interface NewRecord {
  /** A UUID chosen by the caller: the same one twice within a month is a replay. */
  readonly recordId: string;
  readonly type: RecordType;
  /** Decides the month (Asia/Taipei) and is kept in the envelope, to the millisecond. */
  readonly at: Temporal.Instant;
  readonly retention: RetentionClass;
  /** `at` is added to it: the key is reserved. */
  readonly envelope: JsonObject;
  readonly actor: JsonObject;
  readonly subject: JsonObject;
  /** The account it is found by; only its HMAC is stored. */
  readonly blindActor?: string;
  /** The normalised national id it is found by; only its HMAC is stored. */
  readonly blindSubject?: string;
  /** Of an outcome: the index of the intent it answers. */
  readonly intentIndex?: number;
}

/** A record read back: decrypted, and checked against the commitments of its leaf. */
export interface OpenedRecord {
  readonly index: number;
  readonly recordId: string;
  readonly type: RecordType;
  readonly at: Temporal.Instant;
  /** `2026-11` */
  readonly month: string;
  /** The exact leaf, canonical JSON. */
  readonly leaf: string;
  readonly leafHash: Uint8Array;
  readonly envelope: JsonObject;
  readonly actor: JsonObject;
  readonly subject: JsonObject;
  readonly intentIndex: number | undefined;
  /** Covered by the newest checkpoint. */
  readonly sealed: boolean;
  /** Salt ‖ canonical JSON, as the leaf commits to them; only where the read took them along. */
  readonly compartments: Readonly<Record<CompartmentLetter, Uint8Array>> | undefined;
}
