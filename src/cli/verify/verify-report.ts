// What a verification finds, and how it says that something is wrong: the place (a path in the log, and the entry or hash there),
// a closed code for programs, a sentence for people.
import type { EvidenceCode } from '#domain/evidence';
import { toBase64 } from '#domain/kernel';
import type { Checkpoint, LedgerFormatCode } from '#domain/ledger';

export type WrongCode =
  | 'missing'
  | 'unreadable'
  | 'wrong-length'
  | 'wrong-hash'
  | 'wrong-root'
  | 'wrong-signature'
  | 'not-signed-by-key'
  | 'wrong-key'
  | 'not-utf8'
  | 'wrong-frame'
  | 'not-included'
  | 'quorum-missing'
  | EvidenceCode
  | LedgerFormatCode;

export type Wrong = { readonly place: string; readonly code: WrongCode; readonly what: string };

export type VerifyReport = {
  readonly intact: boolean;
  readonly origin?: string;
  readonly size?: number;
  /** base64, as the checkpoint carries it */
  readonly rootHash?: string;
  readonly keyGiven: boolean;
  /** Of an evidence pack: which list it proves, and the range of the log it holds. */
  readonly evidence?: EvidenceFacts;
  /** Of a log: the month-end checkpoints that it keeps. */
  readonly monthEnds?: readonly MonthEnd[];
  /** Of a single proof or receipt: which record. */
  readonly index?: number;
  readonly firstWrong?: Wrong;
  readonly note: readonly string[];
};

export type EvidenceFacts = {
  readonly programme: string;
  /** `2026-10` */
  readonly month: string;
  readonly rows: number;
  /** The leaves `[start, end)` */
  readonly start: number;
  readonly end: number;
  /** Case number, reason and person queried are opened. */
  readonly subjects: boolean;
  /** Of the record of the export. */
  readonly exportIndex: number;
};

export type MonthEnd = {
  /** `2026-10` */
  readonly month: string;
  readonly size: number;
  /** False where this Node knows no ML-DSA: the Ed25519 signature was checked all the same. */
  readonly mlDsaChecked: boolean;
  /** The time that the authority states, if it is stamped. */
  readonly stampedAt?: string;
};

export function headOf(checkpoint: Checkpoint | undefined): Pick<VerifyReport, 'origin' | 'size' | 'rootHash'> {
  return checkpoint ? { origin: checkpoint.origin, size: checkpoint.size, rootHash: toBase64(checkpoint.rootHash) } : {};
}

/** There is no checkpoint, so there is nothing to verify: the call is wrong (exit 2). */
export class NotALogError extends Error {
  override readonly name = 'NotALogError';
}

/** Thrown inside the verification to stop at the first thing that is wrong; never leaves it. */
export class WrongEvidence extends Error {
  override readonly name = 'WrongEvidence';
  readonly wrong: Wrong;

  constructor(place: string, code: WrongCode, what: string) {
    super(`${place}: ${what}`);
    this.wrong = { place, code, what };
  }
}
