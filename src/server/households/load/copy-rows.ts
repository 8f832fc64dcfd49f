// One piece of a file, made into what PostgreSQL takes: records decoded, checked, digested and written in the binary form of COPY.
// Here, in a thread's memory and nowhere else, stand ids, names and birth dates.
import {
  birthDateInput,
  checkRow,
  digestLength,
  nameInput,
  personInput,
  type CheckedRow,
  type FileEncoding,
  type RowFault,
  type RowLayout,
} from '#domain/verification';
import { HmacSha256 } from '#server/keys';
import { readRecords, type StructureCode } from './csv-format.ts';
import { recordEnds } from './split-records.ts';

export type RowProblemCode = RowFault['code'] | 'not-in-encoding' | 'nul' | 'id-repeated';

export interface BadRow {
  /** Of the records after the header, counted from 1. */
  readonly row: number;
  readonly code: RowProblemCode;
  /** The column; '' is the whole row. */
  readonly field: string;
}

export interface CopiedPiece {
  /** Rows of COPY BINARY, all of one length. */
  readonly rows: Uint8Array<ArrayBuffer>;
  readonly rowCount: number;
  readonly records: number;
  /** Their `row` counts from 1 within the piece. */
  readonly badRows: readonly BadRow[];
  readonly badCheckDigits: number;
  /** Why nothing after the last record could be read. */
  readonly broken: StructureCode | undefined;
}

export class RowCopier {
  readonly #layout: RowLayout;
  readonly #digests: HmacSha256;
  readonly #decoder: TextDecoder;
  readonly #columns: number;

  /** @param key the programme's household key */
  constructor(layout: RowLayout, encoding: FileEncoding, key: Uint8Array) {
    this.#layout = layout;
    this.#digests = new HmacSha256(key);
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.#columns = layout.kind === 'household' ? 4 : 1;
  }

  copy(piece: Uint8Array): CopiedPiece {
    const writer = new RowWriter(this.#columns, piece.length, this.#digests);
    const badRows: BadRow[] = [];
    let [records, badCheckDigits] = [0, 0];
    const onRecord = (record: readonly string[]): void => {
      records += 1;
      const checked = checkRow(this.#layout, record);
      if (checked.kind === 'fault') {
        badRows.push({ row: records, code: checked.code, field: checked.field });
        return;
      }
      if (checked.hasBadCheckDigit) badCheckDigits += 1;
      this.#write(writer, checked);
    };
    const onUnreadable = (code: RowProblemCode): void => {
      records += 1;
      badRows.push({ row: records, code, field: '' });
    };
    const text = piece.includes(0) ? undefined : this.#decoded(piece);
    const broken = text === undefined ? this.#copyOneByOne(piece, onRecord, onUnreadable) : readRecords(text, onRecord);
    return { ...writer.end(), records, badRows, badCheckDigits, broken };
  }

  #write(writer: RowWriter, { id, name, birthDate, flags }: CheckedRow): void {
    writer.begin();
    writer.digest(personInput(id));
    if (name === null || birthDate === null) return;
    writer.digest(nameInput(id, name));
    writer.digest(birthDateInput(id, birthDate));
    writer.smallint(flags);
  }

  /** A piece with a record that can't be read: the others can. */
  #copyOneByOne(
    piece: Uint8Array,
    onRecord: (record: readonly string[]) => void,
    onUnreadable: (code: RowProblemCode) => void,
  ): StructureCode | undefined {
    let start = 0;
    for (const end of [...recordEnds(piece), piece.length]) {
      const bytes = piece.subarray(start, end);
      start = end;
      if (bytes.length === 0) continue;
      const text = this.#decoded(bytes);
      if (bytes.includes(0)) onUnreadable('nul');
      else if (text === undefined) onUnreadable('not-in-encoding');
      else {
        const broken = readRecords(text, onRecord);
        if (broken) return broken;
      }
    }
    return undefined;
  }

  #decoded(bytes: Uint8Array): string | undefined {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return undefined;
    }
  }
}

/** Bytes of a row in COPY BINARY: the number of fields, then each with its length before it. */
export function rowLength(columns: number): number {
  return columns === 1 ? 2 + 4 + digestLength : 2 + 3 * (4 + digestLength) + 4 + 2;
}

class RowWriter {
  readonly #columns: number;
  readonly #rowLength: number;
  readonly #digests: HmacSha256;
  #bytes: Buffer<ArrayBuffer>;
  #at = 0;

  /** @param expected bytes of the CSV: a row is seldom shorter than half of what is written of it */
  constructor(columns: number, expected: number, digests: HmacSha256) {
    this.#columns = columns;
    this.#rowLength = rowLength(columns);
    this.#digests = digests;
    this.#bytes = Buffer.allocUnsafeSlow(2 * expected + this.#rowLength);
  }

  begin(): void {
    if (this.#at + this.#rowLength > this.#bytes.length) this.#grow();
    this.#at = this.#bytes.writeInt16BE(this.#columns, this.#at);
  }

  digest(text: string): void {
    const at = this.#bytes.writeInt32BE(digestLength, this.#at);
    this.#at = at + this.#bytes.write(this.#digests.digestLatin1(text), at, digestLength, 'latin1');
  }

  smallint(value: number): void {
    this.#at = this.#bytes.writeInt16BE(value, this.#bytes.writeInt32BE(2, this.#at));
  }

  end(): { rows: Uint8Array<ArrayBuffer>; rowCount: number } {
    return { rows: this.#bytes.subarray(0, this.#at), rowCount: this.#at / this.#rowLength };
  }

  #grow(): void {
    const larger = Buffer.allocUnsafeSlow(2 * this.#bytes.length);
    this.#bytes.copy(larger);
    this.#bytes = larger;
  }
}
