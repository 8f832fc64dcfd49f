// What the checks of an evidence pack throw at the first thing that is wrong: the place in the pack, and a closed code.

export type EvidenceCode =
  /** Not of the form this file has. */
  | 'malformed'
  /** Not the bytes that the manifest names. */
  | 'wrong-digest'
  /** Not the manifest that the log's export record names. */
  | 'not-recorded'
  /** Not what the leaf commits to. */
  | 'wrong-commitment'
  /** The leaf's month is not that of the record's time. */
  | 'wrong-month'
  /** Compartments or records that are missing, in another order, or not for this pack. */
  | 'wrong-order'
  /** A record of the month that the list leaves out. */
  | 'not-opened'
  /** A query of a month that was closed before it was recorded: no list shows it. */
  | 'not-listed'
  /** Not what the opened records say. */
  | 'wrong-row'
  /** The records of the month are not those of the month-close record. */
  | 'wrong-closing'
  /** The leaves are not those of the signed tree. */
  | 'wrong-range'
  /** The pack is of another log, month or kind. */
  | 'wrong-subject';

export class EvidenceFault extends Error {
  override readonly name = 'EvidenceFault';
  readonly place: string;
  readonly code: EvidenceCode;

  constructor(place: string, code: EvidenceCode) {
    super(`${place}: ${code}`);
    this.place = place;
    this.code = code;
  }
}

/** Runs a reader of the kernel or the log; whatever form it refuses is wrong at `place`. */
export function readAt<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && refusals.has(error.name)) throw new EvidenceFault(place, 'malformed');
    throw error;
  }
}

const refusals = new Set(['FormatError', 'LedgerFormatError', 'ShapeError', 'MalformedRecord', 'SyntaxError']);
