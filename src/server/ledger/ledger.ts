// The log as the rest of the server sees it: append, read (recorded), prove, wait for the seal.
import type { LeafSpan, RecordType } from '#domain/ledger';
import type { SigningKey } from '#server/keys';
import type { Transaction } from '#server/platform';
import type { KeyOverlap } from './checkpoint-signer.ts';
import type { LogProblem } from './log-problem.ts';
import type { Reading, RecordedRead } from './reading.ts';
import type { Receipt } from './receipt.ts';
import type { NewRecord, OpenedRecord } from './record.ts';

export interface AppendOptions {
  /** What to do when the record id was already written by another call: refuse (DuplicateRecord), or give the receipt of the stored record. */
  readonly ifExists?: 'refuse' | 'same';
}

export interface FindPage {
  /** Only records before this index; newest first. */
  readonly before?: number;
  /** 1 … 500 */
  readonly limit: number;
  readonly types?: readonly RecordType[];
  /** `2026-11`, inclusive. */
  readonly fromMonth?: string;
  readonly untilMonth?: string;
}

export interface MonthCount {
  /** `2026-11` */
  readonly month: string;
  readonly type: RecordType;
  readonly count: number;
}

export interface LogState {
  readonly origin: string;
  readonly vkey: string;
  /** Records written. */
  readonly next: number;
  /** Records under the newest checkpoint. */
  readonly size: number;
  readonly rootHash: Uint8Array;
  readonly sealedAt: Temporal.Instant | undefined;
  /** The newest checkpoint, as published. */
  readonly checkpoint: string;
}

/** Texts under one checkpoint. */
export interface RangeEvidence {
  readonly checkpoint: string;
  /** `mingcha-range-proof-v1` */
  readonly rangeProof: string;
  /** C2SP tlog-proof. */
  readonly proof: string;
}

/** What anyone needs to check what the log signs. */
export interface PublicKeys {
  readonly origin: string;
  /** Newest first. */
  readonly vkeys: readonly string[];
  /** Where receipts are signed with a key that is not the log's: the log's note about it. */
  readonly receiptKeyNote: string | undefined;
  /** Of the witnesses that cosign its checkpoints. */
  readonly witnesses: readonly string[];
}

export interface KeyChange {
  readonly step: 'announced' | 'in-use';
  /** Verifier keys. */
  readonly from: string;
  readonly to: string;
  readonly overlap: KeyOverlap;
}

export interface KeyRotation {
  readonly overlap: KeyOverlap;
  readonly recordOf: (change: KeyChange) => NewRecord;
}

export interface LedgerHealth {
  readonly usable: boolean;
  /** Why not, for operators; and what will stop the log unless somebody sees to it. */
  readonly problems: readonly LogProblem[];
  /** The longest any log has stood with unsealed records. */
  readonly sealLagMs: number;
}

export interface Ledger {
  /** Resolves once the record is committed to disk. */
  append(programme: string, record: NewRecord, options?: AppendOptions): Promise<Receipt>;
  /**
   * Appends inside the caller's transaction, as its last statement: it locks the log until the commit.
   * The receipt holds once the transaction is committed. A record id used before fails the transaction.
   */
  appendWithin(tx: Transaction, programme: string, record: NewRecord): Promise<Receipt>;
  /** Waits until everything appended before the call is under a published checkpoint. */
  flush(programme: string): Promise<void>;

  /** Writes who reads what, and why; the token opens exactly that. */
  recordRead(programme: string, reading: Reading): Promise<RecordedRead>;
  /** undefined: no such record, or outside the read's scope. */
  readRecord(read: RecordedRead, index: number): Promise<OpenedRecord | undefined>;
  /** In the order of the indexes asked (at most 500); those outside the scope are missing. */
  readRecords(read: RecordedRead, indexes: readonly number[]): Promise<OpenedRecord[]>;
  /** The outcomes of these intents (at most 500), where the intents lie in the scope; an outcome may fall into the next month. */
  findOutcomes(read: RecordedRead, intents: readonly number[]): Promise<OpenedRecord[]>;
  /** The records of the scope's account, newest first. The scope must be an actor's. */
  findByActor(read: RecordedRead, page: FindPage): Promise<OpenedRecord[]>;
  /** The records of the scope's month in the order of the log, streaming. The scope must be a month's. */
  findByMonth(read: RecordedRead, types?: readonly RecordType[]): AsyncIterable<OpenedRecord>;

  /** How many records of each type and month: no content is opened, so it isn't a recorded read. */
  countByMonth(programme: string): Promise<MonthCount[]>;
  /** C2SP tlog-proof of one record under the newest checkpoint; undefined until it is sealed. */
  proof(programme: string, index: number): Promise<string | undefined>;
  /** The sealed leaves of a span, some at a time: they hold nothing personal, so it isn't a recorded read. */
  leaves(programme: string, span: LeafSpan): AsyncIterable<Uint8Array[]>;
  /** That a span's leaves are all there are, and that the record at `index` is in the same tree; undefined until both are sealed. */
  proveRange(programme: string, span: LeafSpan, index: number): Promise<RangeEvidence | undefined>;
  /** What receipts and audit results are signed with now: the log's key, or one that the log certifies (ADR 5). */
  receiptKey(programme: string): Promise<SigningKey>;
  /** Keeps a checkpoint for each closed month that has none yet; what does not work now is tried again later. */
  keepMonthEnds(programme: string): Promise<void>;
  /** Gives the log its next key. */
  rotateKey(programme: string, rotation: KeyRotation): Promise<Omit<KeyChange, 'step'>>;
  state(programme: string): Promise<LogState>;
  publicKeys(programme: string): Promise<PublicKeys>;
  health(): LedgerHealth;
  /** Finishes what waits, seals once more, releases the database. */
  close(): Promise<void>;
}
