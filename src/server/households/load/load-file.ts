// Loads one file into a table of its own: decrypted, checked against its manifest, read row by row, digested, copied, indexed and compared,
// in one transaction. What is wrong with the file ends it and leaves nothing behind.
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { layoutOf, type Difference, type FileManifest, type RowLayout } from '#domain/verification';
import { rowsTable, statusTable } from '../lookup-statement.ts';
import { readRecords } from './csv-format.ts';
import type { BadRow, CopiedPiece } from './copy-rows.ts';
import { rowLength } from './copy-rows.ts';
import { decryptFile } from './decrypt-file.ts';
import { FileRefused } from './file-refused.ts';
import { addPrimaryKey, copyInto, createTable, differenceText, mergeStatuses, strangersText, type ServingTables } from './load-tables.ts';
import { RepeatedIds } from './repeated-ids.ts';
import { copyOnThreads } from './row-threads.ts';
import { RecordSplitter } from './split-records.ts';

export interface LoadOrder {
  readonly databaseUrl: string;
  readonly programme: string;
  readonly importId: string;
  /** Names the table. */
  readonly number: number;
  readonly manifest: FileManifest;
  readonly path: string;
  readonly identities: readonly string[];
  readonly key: Uint8Array;
  readonly keyFingerprint: string;
  readonly serving: ServingTables;
  readonly isDryRun: boolean;
  /** More bad rows than this, and the whole file is refused. */
  readonly badRowLimit: number;
  readonly threads: number;
}

export interface LoadProgress {
  readonly rows: number;
  /** Of the ciphertext. */
  readonly bytes: number;
}

export interface LoadReport {
  readonly rows: number;
  readonly badRows: readonly BadRow[];
  /** Code → how many: they block nothing. */
  readonly warnings: Readonly<Record<string, number>>;
  /** undefined: none of its kind serves. */
  readonly difference: Difference | undefined;
}

const PIECE_BYTES = 256 * 1024;
/** For the index and the comparison, within what the import may use. */
const SORT_MEMORY = '96MB';

/** @throws FileRefused, or a fault of database or disk; in either case nothing was loaded */
export async function loadFile(order: LoadOrder, onProgress: (progress: LoadProgress) => void): Promise<LoadReport> {
  const client = new pg.Client({ connectionString: order.databaseUrl, application_name: 'mingcha household import' });
  let lost: Error | undefined;
  client.on('error', (error) => (lost = error));
  await client.connect();
  try {
    await client.query(`begin; set local work_mem = '${SORT_MEMORY}'; set local maintenance_work_mem = '${SORT_MEMORY}'`);
    const report = await loadWithin(client, order, onProgress);
    if (lost) throw lost;
    await client.query(order.isDryRun ? 'rollback' : 'commit');
    return report;
  } finally {
    // Where it failed the transaction ends with its connection.
    await client.end().catch(() => {});
  }
}

async function loadWithin(client: pg.Client, order: LoadOrder, onProgress: (progress: LoadProgress) => void): Promise<LoadReport> {
  const { number, manifest } = order;
  const { kind } = manifest;
  await client.query(createTable(kind, number));
  const file = new FileReading(order, onProgress);
  await pipeline(file.copyBytes(), client.query(copyFrom(copyInto(number))));
  await client.query(addPrimaryKey(rowsTable(number)));
  if (kind !== 'household') await client.query(`${mergeStatuses(kind, number, order.serving)}; ${addPrimaryKey(statusTable(number))}`);
  await client.query(`analyze ${rowsTable(number)}${kind === 'household' ? '' : `, ${statusTable(number)}`}`);
  const warnings = { ...file.warnings(), ...(await strangers(client, order)) };
  const report = { rows: file.rows, badRows: file.badRows, warnings, difference: await compareWithServing(client, order) };
  if (!order.isDryRun) await markReady(client, order, report);
  return report;
}

/** What is learned of a file while it goes by. */
class FileReading {
  rows = 0;
  readonly badRows: BadRow[] = [];
  readonly #order: LoadOrder;
  readonly #onProgress: (progress: LoadProgress) => void;
  readonly #sha256 = createHash('sha256');
  readonly #repeated: RepeatedIds;
  #bytes = 0;
  #bytesRead = 0;
  #records = 0;
  #badCheckDigits = 0;

  constructor(order: LoadOrder, onProgress: (progress: LoadProgress) => void) {
    this.#order = order;
    this.#onProgress = onProgress;
    this.#repeated = new RepeatedIds(order.manifest.rows);
  }

  /** COPY BINARY: PostgreSQL's documentation, "Binary Format". */
  async *copyBytes(): AsyncGenerator<Uint8Array> {
    yield copyHeader;
    const plain = decryptFile(this.#order.path, this.#order.identities, (bytes) => (this.#bytesRead += bytes));
    const pieces = this.#pieces(plain);
    const layout = await this.#readHeader(pieces);
    const { threads, key, manifest } = this.#order;
    for await (const copied of copyOnThreads(pieces, { layout, key, encoding: manifest.encoding }, threads)) yield this.#take(copied);
    this.#requireWhole();
    yield copyTrailer;
  }

  warnings(): Record<string, number> {
    return this.#badCheckDigits > 0 ? { 'check-digit-wrong': this.#badCheckDigits } : {};
  }

  /** Whole records; the first piece is the header alone. */
  async *#pieces(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer<ArrayBuffer>, void, undefined> {
    const splitter = new RecordSplitter(PIECE_BYTES);
    let isFirst = true;
    const parts = (piece: Buffer<ArrayBuffer>): Buffer<ArrayBuffer>[] => {
      if (!isFirst) return [piece];
      isFirst = false;
      const end = piece.indexOf('\n') + 1 || piece.length;
      return [piece.subarray(0, end), inOwnBuffer(piece.subarray(end))].filter(({ length }) => length > 0);
    };
    for await (const bytes of plain) {
      this.#count(bytes);
      const piece = splitter.add(bytes);
      if (typeof piece === 'string') throw new FileRefused(piece, { row: this.#records + 1 });
      if (piece) yield* parts(piece);
    }
    const rest = splitter.end();
    if (rest.length > 0) yield* parts(rest);
  }

  #count(bytes: Uint8Array): void {
    this.#sha256.update(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes > this.#order.manifest.bytes) throw new FileRefused('bytes-differ');
  }

  async #readHeader(pieces: AsyncGenerator<Buffer<ArrayBuffer>>): Promise<RowLayout> {
    const { value } = await pieces.next();
    const columns: string[] = [];
    const text = decodeHeader(value ?? Buffer.alloc(0), this.#order.manifest);
    if (readRecords(text, (record) => columns.push(...record)) !== undefined) throw new FileRefused('header-differs');
    const read = layoutOf(this.#order.manifest, columns);
    if (read.kind === 'fault') throw new FileRefused(read.code, { field: String(read.column) });
    return read.layout;
  }

  #take(copied: CopiedPiece): Uint8Array {
    const { manifest, badRowLimit } = this.#order;
    const { rows, repeated } = this.#withoutRepeated(copied);
    this.rows += rows.length / rowLength(manifest.kind === 'household' ? 4 : 1);
    for (const bad of [...copied.badRows, ...repeated].toSorted((one, other) => one.row - other.row)) {
      this.badRows.push({ ...bad, row: this.#records + bad.row });
      if (this.badRows.length > badRowLimit) throw new FileRefused('too-many-bad-rows', { row: this.#records + bad.row }, this.badRows);
    }
    this.#records += copied.records;
    this.#badCheckDigits += copied.badCheckDigits;
    if (copied.broken) throw new FileRefused(copied.broken, { row: this.#records + 1 });
    if (this.#records > manifest.rows) throw new FileRefused('rows-differ');
    this.#onProgress({ rows: this.#records, bytes: this.#bytesRead });
    return rows;
  }

  /** The first row of a person stands; which of the others would be right, nobody here knows. */
  #withoutRepeated({ rows, rowCount, badRows }: CopiedPiece): { rows: Uint8Array; repeated: BadRow[] } {
    const view = new DataView(rows.buffer, rows.byteOffset, rows.length);
    const length = rows.length / Math.max(rowCount, 1);
    const repeated: number[] = [];
    for (let row = 0; row < rowCount; row += 1) if (this.#repeated.add(view, row * length + FIRST_DIGEST)) repeated.push(row);
    if (repeated.length === 0) return { rows, repeated: [] };
    const out = new Set(repeated);
    const kept = Array.from({ length: rowCount }, (_, row) => row).filter((row) => !out.has(row));
    return {
      rows: Buffer.concat(kept.map((row) => rows.subarray(row * length, (row + 1) * length))),
      repeated: repeated.map((row) => ({ row: recordOf(row, badRows), code: 'id-repeated', field: '統一編號' })),
    };
  }

  #requireWhole(): void {
    const { bytes, rows, sha256 } = this.#order.manifest;
    if (this.#bytes !== bytes) throw new FileRefused('bytes-differ');
    if (this.#sha256.digest('hex') !== sha256) throw new FileRefused('sha256-differs');
    if (this.#records !== rows) throw new FileRefused('rows-differ');
  }
}

/** To be handed to a thread. */
function inOwnBuffer(bytes: Uint8Array): Buffer<ArrayBuffer> {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  own.set(bytes);
  return own;
}

const copyHeader = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const copyTrailer = Buffer.from([0xff, 0xff]);
/** Behind the number of fields and the first field's length. */
const FIRST_DIGEST = 6;

/** The number of a row among the records of its piece, the bad ones counted in. */
function recordOf(row: number, badRows: readonly BadRow[]): number {
  let record = row + 1;
  for (const bad of badRows) if (bad.row <= record) record += 1;
  return record;
}

function decodeHeader(bytes: Uint8Array, { encoding }: FileManifest): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused('encoding-differs');
  }
}

async function strangers(client: pg.Client, { number, manifest, serving }: LoadOrder): Promise<Record<string, number>> {
  if (manifest.kind === 'household' || serving.rowsNumber === undefined) return {};
  const { rows } = await client.query<{ strangers: string }>(strangersText(number, serving.rowsNumber));
  const count = Number(rows[0]?.strangers);
  return count > 0 ? { 'not-in-household-file': count } : {};
}

async function compareWithServing(client: pg.Client, { number, manifest, serving }: LoadOrder): Promise<Difference | undefined> {
  const old = manifest.kind === 'household' ? serving.rowsNumber : serving.lists.find(({ kind }) => kind === manifest.kind)?.number;
  if (old === undefined) return undefined;
  const { rows } = await client.query<Record<'came' | 'went' | 'changed' | 'all', string>>(differenceText(manifest.kind, number, old));
  const [came, went, changed] = [Number(rows[0]?.came), Number(rows[0]?.went), Number(rows[0]?.changed)];
  return { came, went, changed, same: Number(rows[0]?.all) - came - went - changed };
}

/** With the table it belongs to: after a crash the import goes on from here. */
async function markReady(client: pg.Client, order: LoadOrder, { rows, badRows, warnings, difference }: LoadReport): Promise<void> {
  await client.query(
    `update household_import set state = 'ready', key_fingerprint = $3, loaded_rows = $4, rows_done = $5, bad_rows = $6, bad_row_list = $7,
       warnings = $8, came = $9, went = $10, changed = $11
     where programme_id = $1 and id = $2`,
    [
      order.programme,
      order.importId,
      order.keyFingerprint,
      rows,
      order.manifest.rows,
      badRows.length,
      JSON.stringify(badRows),
      JSON.stringify(warnings),
      difference?.came ?? null,
      difference?.went ?? null,
      difference?.changed ?? null,
    ],
  );
}
