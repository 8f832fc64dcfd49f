// The sender's side: a CSV is read and judged as the platform will judge it, described in a manifest, signed, and encrypted. A file with a
// bad row is not packed: its sender is the one who can put it right.
import { createHash } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { isoDateOf, utf8 } from '#domain/kernel';
import { checkRow, layoutOf, manifestMessage, parseManifest, type FileEncoding, type FileKind, type FileManifest, type RowLayout } from '#domain/verification'; // prettier-ignore
import type { BadRow, RowProblemCode } from '../load/copy-rows.ts';
import { readRecords, type StructureCode } from '../load/csv-format.ts';
import { readableFrom } from '../load/readable-from.ts';
import { RecordSplitter, recordEnds } from '../load/split-records.ts';
import type { SenderKey } from '../sender-keys.ts';

export interface PackOrder {
  /** Read twice: to describe it, and to encrypt it. */
  readonly csv: () => AsyncIterable<Uint8Array>;
  readonly kind: FileKind;
  readonly period: string;
  readonly asOf: string;
  readonly encoding: FileEncoding;
  readonly sender: SenderKey;
  /** `age1…` */
  readonly recipient: string;
}

export interface PackedFile {
  readonly kind: 'packed';
  readonly manifest: string;
  /** Base64. */
  readonly signature: string;
  readonly rows: number;
  readonly ciphertext: AsyncIterable<Uint8Array>;
}

export type PackResult =
  | PackedFile
  | { readonly kind: 'bad-rows'; readonly badRows: readonly BadRow[] }
  /** The whole is no such file: `row` where it breaks off, `field` of the manifest or the header's column. */
  | { readonly kind: 'unfit'; readonly code: string; readonly row?: number; readonly field?: string };

export async function packFile(order: PackOrder): Promise<PackResult> {
  const { kind, period, asOf, encoding, sender, recipient } = order;
  const reading = new CsvReading(kind, asOf, encoding);
  const unfit = await reading.read(order.csv());
  if (unfit) return { kind: 'unfit', ...unfit };
  if (reading.badRows.length > 0) return { kind: 'bad-rows', badRows: reading.badRows };
  const { rows, bytes, columns } = reading;
  const described = { format: 'mingcha-household-v1', kind, period, asOf, columns, encoding, rows, bytes, sha256: reading.sha256(), sender: sender.name }; // prettier-ignore
  const manifest = `${JSON.stringify(described, undefined, 2)}\n`;
  const parsed = parseManifest(utf8(manifest));
  if (parsed.kind === 'malformed') return { kind: 'unfit', code: parsed.code, field: parsed.field };
  const signature = Buffer.from(sender.sign(manifestMessage(utf8(manifest)))).toString('base64');
  return { kind: 'packed', manifest, signature, rows, ciphertext: encrypted(order.csv(), recipient) };
}

const PIECE_BYTES = 256 * 1024;
const MOST_LISTED = 1_000;

class CsvReading {
  rows = 0;
  bytes = 0;
  columns: readonly string[] = [];
  readonly badRows: BadRow[] = [];
  readonly #sha256 = createHash('sha256');
  readonly #ids = new Set<string>();
  readonly #decoder: TextDecoder;
  readonly #order: Pick<FileManifest, 'kind' | 'asOf'>;
  #layout: RowLayout | undefined;

  constructor(kind: FileKind, asOf: string, encoding: FileEncoding) {
    this.#order = { kind, asOf: isoDateOf(asOf) };
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  sha256(): string {
    return this.#sha256.digest('hex');
  }

  async read(csv: AsyncIterable<Uint8Array>): Promise<{ code: string; row?: number; field?: string } | undefined> {
    const splitter = new RecordSplitter(PIECE_BYTES);
    for await (const bytes of csv) {
      this.#sha256.update(bytes);
      this.bytes += bytes.length;
      const piece = splitter.add(bytes);
      const broken = typeof piece === 'string' ? piece : piece && this.#readPiece(piece);
      if (broken) return this.#unfit(broken);
    }
    const broken = this.#readPiece(splitter.end());
    return broken ? this.#unfit(broken) : undefined;
  }

  #unfit(code: StructureCode | 'header-differs'): { code: string; row?: number } {
    return code === 'header-differs' ? { code } : { code, row: this.rows + 1 };
  }

  #readPiece(piece: Uint8Array): StructureCode | 'header-differs' | undefined {
    let start = 0;
    for (const end of [...recordEnds(piece), piece.length]) {
      if (end === start) continue;
      const record = piece.subarray(start, end);
      start = end;
      const text = this.#decoded(record);
      let broken: StructureCode | undefined;
      if (text === undefined) this.#bad('not-in-encoding', '');
      else if (record.includes(0)) this.#bad('nul', '');
      else broken = readRecords(text, (fields) => this.#take(fields));
      if (broken) return broken;
      if (!this.#layout) return 'header-differs';
    }
    return undefined;
  }

  #take(record: readonly string[]): void {
    if (!this.#layout) return this.#takeHeader(record);
    const checked = checkRow(this.#layout, record);
    if (checked.kind === 'fault') this.#bad(checked.code, checked.field);
    else if (this.#ids.has(checked.id)) this.#bad('id-repeated', '統一編號');
    else {
      this.#ids.add(checked.id);
      this.rows += 1;
    }
  }

  #takeHeader(record: readonly string[]): void {
    this.columns = [...record];
    const read = layoutOf({ ...placeholder, ...this.#order, columns: this.columns }, this.columns);
    if (read.kind === 'layout' && !Object.values(required(read.layout)).includes(-1)) this.#layout = read.layout;
  }

  #bad(code: RowProblemCode, field: string): void {
    this.rows += 1;
    if (this.badRows.length < MOST_LISTED) this.badRows.push({ row: this.rows, code, field });
  }

  #decoded(bytes: Uint8Array): string | undefined {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return undefined;
    }
  }
}

/** What a layout does not depend on. */
const placeholder = { format: 'mingcha-household-v1', period: '2026-01', encoding: 'utf-8', rows: 1, bytes: 1, sha256: '', sender: '' } as const; // prettier-ignore

function required({ kind, id, name, birthDate, indigenous }: RowLayout) {
  return kind === 'household' ? { id, name, birthDate, indigenous } : { id };
}

async function* encrypted(csv: AsyncIterable<Uint8Array>, recipient: string): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  for await (const piece of await encrypter.encrypt(readableFrom(csv))) yield piece;
}
