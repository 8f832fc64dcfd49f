// A record as it is stored: the leaf's exact bytes, and what they commit to, encrypted.
import type { RecordType } from '#domain/ledger';
import type { Encrypted } from '#server/keys';

export interface StoredRow {
  readonly recordId: string;
  readonly type: RecordType;
  /** `2026-11` */
  readonly month: string;
  readonly retention: string;
  readonly leaf: Buffer;
  readonly leafHash: Uint8Array;
  /** The three compartments. */
  readonly contents: Encrypted;
  readonly actorBlind: Uint8Array | undefined;
  readonly subjectBlind: Uint8Array | undefined;
  readonly intentIndex: number | undefined;
}
