// Checks what stands in the database against what was sealed, record by record: an auditor that checks the tree alone would
// call an edited row consistent. Every stored byte is covered by the leaf (contents, and the columns repeated in them),
// by the entry bundles (the leaf) or by its place (the index).
import type pg from 'pg';
import { FormatError } from '#domain/kernel';
import { LedgerFormatError, tilePath, tileWidth, type Bundle } from '#domain/ledger';
import type { Keystore } from '#server/keys';
import type { SignerAddress } from '#server/platform';
import { ForgottenRecord, LogUnavailable, TamperedRecord } from './faults.ts';
import { nodeFiles } from './log-files.ts';
import { LogFolder } from './log-folder.ts';
import { readNext } from './read-leaves.ts';
import { checkedLeaf, openRow, ROW_COLUMNS, type RecordRow } from './record-row.ts';
import { openSigner } from './signer/open-signer.ts';

const CHUNK = 500;

export interface StoredReport {
  readonly intact: boolean;
  /** Records checked. */
  readonly checked: number;
  /** Of them, those whose key is destroyed: leaf and columns were checked, contents can't be. */
  readonly forgotten: number;
  /** Records under the checkpoint; later ones have no bundle to be held against yet. */
  readonly sealed: number;
  readonly firstWrong?: StoredWrong;
}

export type StoredWrongCode = 'changed' | 'missing' | 'extra' | 'repeated-id' | 'bundle-damaged' | 'head-wrong' | 'checkpoint-damaged';

/** `place` is such as `record 17 compartment C`, `record 17 column type`, `tile/entries/000`, `checkpoint`. */
export interface StoredWrong {
  readonly place: string;
  readonly code: StoredWrongCode;
  readonly what: string;
}

export interface VerifyStoredOptions {
  readonly pool: pg.Pool;
  readonly keystore: Keystore;
  /** `<data>/logs` */
  readonly directory: string;
  readonly programme: string;
  /** Of a signer that is a process of its own. */
  readonly signerAddress?: SignerAddress | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/** @throws LogUnavailable when there is no such log */
export async function verifyStoredRecords(options: VerifyStoredOptions): Promise<StoredReport> {
  let pass: StoredPass | undefined;
  try {
    pass = await StoredPass.open(options);
    await pass.checkAll();
    return pass.report();
  } catch (error) {
    const firstWrong = wrongOf(error);
    if (!firstWrong) throw error;
    return pass?.report(firstWrong) ?? { intact: false, checked: 0, forgotten: 0, sealed: 0, firstWrong };
  }
}

/** undefined: a fault, and no finding. */
function wrongOf(error: unknown): StoredWrong | undefined {
  if (error instanceof Wrong) return error.wrong;
  if (!(error instanceof TamperedRecord)) return undefined;
  return { place: `record ${error.index} ${error.place}`, code: 'changed', what: 'is not what was logged' };
}

class Wrong extends Error {
  readonly wrong: StoredWrong;

  constructor(place: string, code: StoredWrongCode, what: string) {
    super(what);
    this.wrong = { place, code, what };
  }
}

class StoredPass {
  readonly #options: VerifyStoredOptions;
  readonly #folder: LogFolder;
  readonly #next: number;
  readonly #size: number;
  #checked = 0;
  #forgotten = 0;
  #bundle: { readonly index: number; readonly entries: readonly Uint8Array[] } | undefined;

  private constructor(options: VerifyStoredOptions, folder: LogFolder, next: number, size: number) {
    this.#options = options;
    this.#folder = folder;
    this.#next = next;
    this.#size = size;
  }

  static async open(options: VerifyStoredOptions): Promise<StoredPass> {
    const { pool, programme } = options;
    const { rows } = await pool.query<{ log_origin: string }>('select log_origin from programme where id = $1', [programme]);
    const origin = rows[0]?.log_origin;
    // The checkpoint is read first: whatever it covers was in the database before.
    const folder = origin === undefined ? undefined : folderOf(options, origin);
    const size = folder ? await sealedSize(folder) : 0;
    const next = await readNext(pool, programme);
    if (!folder || next === undefined) throw new LogUnavailable('no-log', `there is no log of "${programme}"`);
    return new StoredPass(options, folder, next, size);
  }

  report(firstWrong?: StoredWrong): StoredReport {
    const counts = { checked: this.#checked, forgotten: this.#forgotten, sealed: this.#size };
    return firstWrong ? { intact: false, ...counts, firstWrong } : { intact: true, ...counts };
  }

  async checkAll(): Promise<void> {
    for (let rows = await this.#readRows(); rows.length > 0; rows = await this.#readRows()) {
      for (const row of rows) await this.#check(row);
      this.#options.onProgress?.(this.#checked, this.#next);
    }
    if (this.#checked < this.#size) throw new Wrong(`record ${this.#checked}`, 'missing', 'is sealed and missing from the database');
    // Records appended since the pass began make more rows than `next` was then; fewer are a hole.
    if (this.#checked < this.#next)
      throw new Wrong(`record ${this.#checked}`, 'missing', `is missing: the log's head says that ${this.#next} were written`);
    const now = (await readNext(this.#options.pool, this.#options.programme)) ?? 0;
    if (this.#checked > now) throw new Wrong('log_head', 'head-wrong', `says that ${now} records were written, ${this.#checked} are there`);
    await this.#checkIds();
  }

  async #readRows(): Promise<RecordRow[]> {
    const { rows } = await this.#options.pool.query<RecordRow>(
      `select ${ROW_COLUMNS} from record where programme_id = $1 and index >= $2 order by index limit $3`,
      [this.#options.programme, this.#checked === 0 ? Number.MIN_SAFE_INTEGER : this.#checked, CHUNK],
    );
    return rows;
  }

  async #check(row: RecordRow): Promise<void> {
    const expected = this.#checked;
    if (row.index > expected) throw new Wrong(`record ${expected}`, 'missing', 'is missing');
    if (row.index < expected) throw new Wrong(`record ${row.index}`, 'extra', 'stands twice, or has an index that was never given');
    if (expected < this.#size) await this.#checkEntry(row);
    checkedLeaf(row);
    try {
      openRow(this.#options.keystore, this.#options.programme, row, { sealed: expected < this.#size });
    } catch (error) {
      if (!(error instanceof ForgottenRecord)) throw error;
      this.#forgotten += 1;
    }
    this.#checked += 1;
  }

  async #checkEntry(row: RecordRow): Promise<void> {
    const index = Math.floor(row.index / tileWidth);
    if (this.#bundle?.index !== index) this.#bundle = { index, entries: await this.#readEntries(index) };
    const entry = this.#bundle.entries[row.index % tileWidth];
    if (!entry || !row.leaf.equals(entry)) throw new TamperedRecord(row.index, 'leaf');
  }

  async #readEntries(index: number): Promise<Uint8Array[]> {
    const bundle: Bundle = { kind: 'entries', index, width: Math.min(this.#size - index * tileWidth, tileWidth) };
    try {
      return await this.#folder.readEntries(bundle);
    } catch (error) {
      if (error instanceof LedgerFormatError) throw new Wrong(tilePath(bundle), 'bundle-damaged', `is missing or damaged (${error.code})`);
      throw error;
    }
  }

  /** A copy of a record at another index opens like the original: only its id, there twice, betrays it where the constraint was dropped. */
  async #checkIds(): Promise<void> {
    const { rows } = await this.#options.pool.query<{ index: number }>(
      'select max(index) as index from record where programme_id = $1 group by month, record_id having count(*) > 1 order by 1 limit 1',
      [this.#options.programme],
    );
    if (rows[0]) throw new Wrong(`record ${rows[0].index} column record_id`, 'repeated-id', 'is the id of an earlier record');
  }
}

/** How many records the checkpoint covers. One that isn't the log's covers none: the records can't be held against it. */
async function sealedSize(folder: LogFolder): Promise<number> {
  try {
    return (await folder.checkpoint())?.size ?? 0;
  } catch (error) {
    const isDamaged = error instanceof LedgerFormatError || error instanceof FormatError;
    if (isDamaged) throw new Wrong('checkpoint', 'checkpoint-damaged', `is damaged (${error.code})`);
    if (error instanceof LogUnavailable && error.code === 'keys') throw new Wrong('checkpoint', 'checkpoint-damaged', error.message);
    throw error;
  }
}

function folderOf(options: VerifyStoredOptions, origin: string): LogFolder {
  const { signer } = openSigner({ ...options, files: nodeFiles }, origin);
  return new LogFolder(`${options.directory}/${options.programme}`, origin, { vkeys: () => signer.vkeys() }, nodeFiles);
}
