// Cuts a stream of CSV bytes where records end, so that each piece can be read by itself, on another thread. UTF-8 and Big5 alike have
// neither quotes nor line feeds inside their characters. An even number of quotes before a line feed: the record ends there (RFC 4180).
import { maxRecordLength, type StructureCode } from './csv-format.ts';

const [LF, QUOTE] = [10, 34];
/** A character has up to four bytes. */
const maxRecordBytes = 4 * maxRecordLength;

export class RecordSplitter {
  readonly #pieceBytes: number;
  #kept: Uint8Array[] = [];
  #keptBytes = 0;

  /** @param pieceBytes what a piece has at least, but for the last */
  constructor(pieceBytes: number) {
    this.#pieceBytes = pieceBytes;
  }

  /** Whole records in a buffer of their own, where there are enough. */
  add(bytes: Uint8Array): Buffer<ArrayBuffer> | StructureCode | undefined {
    this.#kept.push(bytes);
    this.#keptBytes += bytes.length;
    if (this.#keptBytes < this.#pieceBytes) return undefined;
    const whole = this.end();
    const end = lastRecordEnd(whole);
    this.#kept = [Buffer.from(whole.subarray(end))];
    this.#keptBytes = whole.length - end;
    if (end === 0) return whole.length > maxRecordBytes ? 'record-too-long' : undefined;
    return whole.subarray(0, end);
  }

  /** What is left; the last record may lack its line feed. */
  end(): Buffer<ArrayBuffer> {
    const whole = Buffer.allocUnsafeSlow(this.#keptBytes);
    let at = 0;
    for (const part of this.#kept) {
      whole.set(part, at);
      at += part.length;
    }
    this.#kept = [];
    this.#keptBytes = 0;
    return whole;
  }
}

/** Past the line feed of each record; what comes after the last one may be a record too. */
export function* recordEnds(bytes: Uint8Array): Generator<number> {
  let quotes = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === QUOTE) quotes += 1;
    if (bytes[at] === LF && quotes % 2 === 0) yield at + 1;
  }
}

function lastRecordEnd(bytes: Buffer): number {
  if (!bytes.includes(QUOTE)) return bytes.lastIndexOf(LF) + 1;
  let last = 0;
  for (const end of recordEnds(bytes)) last = end;
  return last;
}
