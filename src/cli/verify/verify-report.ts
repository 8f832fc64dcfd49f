// What a verification finds, and how it says that something is wrong: the place (a path in the log, and the entry or hash there),
// a closed code for programs, a sentence for people.
import type { LedgerFormatCode } from '#domain/ledger';

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
  | LedgerFormatCode;

export type Wrong = { readonly place: string; readonly code: WrongCode; readonly what: string };

export type VerifyReport = {
  readonly intact: boolean;
  readonly origin?: string;
  readonly size?: number;
  /** base64, as the checkpoint carries it */
  readonly rootHash?: string;
  readonly keyGiven: boolean;
  readonly firstWrong?: Wrong;
  readonly note: readonly string[];
};

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
