// An import from its file to its switch, step by step; each step ends in a state that stands in the database, so that whoever holds the
// programme's lock next goes on from there. Until the switch the old snapshot serves; the raw file is destroyed before it (NV-4.4).
import { availableParallelism } from 'node:os';
import type { ActorFacts } from '#domain/records';
import { judgeDifference } from '#domain/verification';
import { destroyRawFile } from './destroy-raw-file.ts';
import { dropUnusedTables } from './drop-unused-tables.ts';
import { readIdentities } from './household-identity.ts';
import { importRecord, nowIn, type ImportParts, type ImportProgramme } from './import-parts.ts';
import { changeState, findImport, importsOf, kindOf, manifestOf, updateImport, type ImportRow, type ImportState } from './import-row.ts';
import type { BadRow } from './load/copy-rows.ts';
import { FileRefused, refusalOf, type FileRefusal } from './load/file-refused.ts';
import type { LoadProgress, LoadReport } from './load/load-file.ts';
import type { ServingTables } from './load/load-tables.ts';
import { LoadStopped, startLoad } from './load/start-load.ts';
import { requireNewer } from './open-import.ts';
import { personDigestsOf } from './person-digests.ts';
import { withProgrammeLock } from './programme-lock.ts';
import type { Spool } from './spool.ts';
import { switchSnapshot } from './switch-snapshot.ts';

export interface RunOptions {
  /** Counts and compares, and changes nothing. */
  readonly isDryRun?: boolean;
  /** The responsible person has seen the difference and means it. */
  readonly acceptsDifference?: boolean;
  readonly signal?: AbortSignal;
  /** Once the lock is held and the import goes on. */
  readonly onBegun?: () => void;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** `ready`: the difference is out of proportion and waits for a word. `busy`: another import of the programme runs or waits. */
export type RunResult = { readonly kind: ImportState } | { readonly kind: 'busy' | 'not-found' };

export interface Run extends RunOptions {
  readonly parts: ImportParts;
  readonly spool: Spool;
  readonly programme: ImportProgramme;
  readonly actor: ActorFacts;
}

const MOST_ATTEMPTS = 3;

export async function runImport(run: Run, id: string): Promise<RunResult> {
  const { parts, programme } = run;
  const locked = await withProgrammeLock(parts.url, programme.id, async (): Promise<RunResult> => {
    const row = await findImport(parts.database, programme.id, id);
    if (!row) return { kind: 'not-found' };
    if (await isAnotherUnderWay(parts, row)) return { kind: 'busy' };
    run.onBegun?.();
    return { kind: await advance(run, row) };
  });
  return locked?.done ?? { kind: 'busy' };
}

/** @param row of an import whose programme's lock is held */
export async function advance(run: Run, row: ImportRow): Promise<ImportState> {
  const { parts, programme } = run;
  let now = row;
  for (;;) {
    const next = await step(run, now);
    if (next === now.state) break;
    const found = await findImport(parts.database, programme.id, row.id);
    if (!found) throw new Error('an import vanished while it ran');
    now = found;
  }
  await dropUnusedTables(parts.database, programme.id);
  return now.state;
}

/** Does what comes next, and says in which state that left the import; the same state again: nothing comes next. */
async function step(run: Run, row: ImportRow): Promise<ImportState> {
  const { parts, spool, programme, actor } = run;
  switch (row.state) {
    case 'waiting':
    case 'dry-run':
      return row.state === 'dry-run' && row.is_dry_run && run.isDryRun ? 'dry-run' : begin(run, row);
    case 'loading':
      return load(run, row);
    case 'ready':
      await destroyRawFile(parts, spool, programme, actor, row);
      if (isOutOfProportion(row) && !run.acceptsDifference) return 'ready';
      await switchSnapshot(parts, programme, actor, row);
      return 'serving';
    case 'refused':
    case 'failed':
    case 'serving':
    case 'superseded':
      await destroyRawFile(parts, spool, programme, actor, row);
      return row.state;
  }
}

async function isAnotherUnderWay({ database }: ImportParts, row: ImportRow): Promise<boolean> {
  const others = await importsOf(database, row.programme_id).where('id', '!=', row.id).where('state', 'in', ['loading', 'ready']).execute();
  return others.length > 0;
}

async function begin(run: Run, row: ImportRow): Promise<ImportState> {
  const started = { is_dry_run: run.isDryRun ?? false, started_at: nowIn(run.parts).toString(), attempts: 0, rows_done: 0, bytes_done: 0 };
  await updateImport(run.parts.database, row)
    .set({ state: 'loading', ...started })
    .execute();
  return 'loading';
}

async function load(run: Run, row: ImportRow): Promise<ImportState> {
  const { parts, spool, programme } = run;
  if (row.attempts >= MOST_ATTEMPTS) return refuse(run, row, 'failed', refusalOf('loading-failed'));
  await updateImport(parts.database, row)
    .set({ attempts: row.attempts + 1 })
    .execute();
  try {
    await requireNewer(parts.database, programme, manifestOf(row));
    const order = await orderOf(parts, spool.pathOf(row.id), row);
    const result = await startLoad(order, run.signal ?? new AbortController().signal, keepProgress(run, row));
    if (result.kind === 'refused') return await refuse(run, row, stateAfter(result.refusal), result.refusal, result.badRows);
    if (!row.is_dry_run) return 'ready';
    await keepDryRun(run, row, result.report);
    return 'dry-run';
  } catch (error) {
    if (error instanceof FileRefused) return refuse(run, row, 'refused', error.refusal);
    // Whoever shuts the program down has not tried in vain.
    if (error instanceof LoadStopped) await updateImport(parts.database, row).set({ attempts: row.attempts }).execute();
    throw error;
  }
}

/** Where the file is gone, as after a crash between two machines, nobody refused it. */
function stateAfter({ code }: FileRefusal): 'refused' | 'failed' {
  return code === 'file-missing' ? 'failed' : 'refused';
}

async function orderOf(parts: ImportParts, path: string, row: ImportRow) {
  const manifest = manifestOf(row);
  const { keyFingerprint } = personDigestsOf(parts.keystore, row.programme_id);
  return {
    databaseUrl: parts.url,
    programme: row.programme_id,
    importId: row.id,
    number: row.number,
    manifest,
    path,
    identities: readIdentities(parts.keystore),
    key: parts.keystore.programmeKey(row.programme_id, 'household'),
    keyFingerprint,
    serving: await servingTables(parts, row, keyFingerprint),
    isDryRun: row.is_dry_run,
    badRowLimit: badRowLimit(manifest.rows),
    threads: manifest.rows <= SMALL_FILE_ROWS ? 0 : Math.min(availableParallelism(), 4),
  };
}

/** Digested before threads for it have begun. */
const SMALL_FILE_ROWS = 25_000;

/** One row in a thousand, ten in a small file; so many can all be listed. */
function badRowLimit(rows: number): number {
  return Math.min(Math.max(10, Math.floor(rows / 1_000)), 1_000);
}

/** Under another key than the household file that serves, a list would agree with nobody. @throws FileRefused */
async function servingTables({ database }: ImportParts, row: ImportRow, keyFingerprint: string): Promise<ServingTables> {
  const serving = await importsOf(database, row.programme_id).where('state', '=', 'serving').execute();
  const ofThisKey = serving.filter((each) => each.key_fingerprint === keyFingerprint);
  if (kindOf(row) !== 'household' && ofThisKey.length < serving.length) throw new FileRefused('key-changed');
  return {
    rowsNumber: ofThisKey.find((each) => kindOf(each) === 'household')?.number,
    lists: ofThisKey.flatMap((each) => {
      const kind = kindOf(each);
      return kind === 'household' ? [] : [{ kind, number: each.number }];
    }),
  };
}

const PROGRESS_EVERY_MS = 500;

/** For whoever asks, on any node; the last of it is written with the result. */
function keepProgress({ parts, onProgress }: Run, row: ImportRow): (progress: LoadProgress) => void {
  let keptAt = 0;
  return (progress) => {
    onProgress?.(progress);
    if (performance.now() - keptAt < PROGRESS_EVERY_MS) return;
    keptAt = performance.now();
    const kept = updateImport(parts.database, row).where('state', '=', 'loading').set({ rows_done: progress.rows, bytes_done: progress.bytes }).execute(); // prettier-ignore
    kept.catch(() => {}); // the load itself says when the database is away
  };
}

async function keepDryRun({ parts, programme, actor }: Run, row: ImportRow, report: LoadReport): Promise<void> {
  const { rows, badRows, warnings, difference } = report;
  const at = nowIn(parts);
  const counts = { came: difference?.came ?? null, went: difference?.went ?? null, changed: difference?.changed ?? null };
  await parts.database.transaction().execute(async (tx) => {
    const list = { bad_rows: badRows.length, bad_row_list: JSON.stringify(badRows), warnings: JSON.stringify(warnings) };
    await changeState(tx, row, { state: 'dry-run', loaded_rows: rows, ...list, ...counts });
    const envelope = { event: 'dry-run', clause: 'NV-4.1.1', ...named(row), rows, badRows: badRows.length, ...counts };
    await parts.ledger.appendWithin(tx, programme.id, importRecord({ programme, actor, at }, 'household-import', envelope));
  });
}

/** Nothing of it was loaded, or nothing of it will serve. */
export async function refuse(
  { parts, programme, actor }: Pick<Run, 'parts' | 'programme' | 'actor'>,
  row: ImportRow,
  state: 'refused' | 'failed',
  refusal: FileRefusal,
  badRows: readonly BadRow[] = [],
): Promise<ImportState> {
  const at = nowIn(parts);
  await parts.database.transaction().execute(async (tx) => {
    const list = { bad_rows: badRows.length, bad_row_list: JSON.stringify(badRows) };
    await updateImport(tx, row)
      .set({ state, refusal: JSON.stringify(refusal), ...list })
      .execute();
    const record = importRecord({ programme, actor, at }, 'household-import', { event: state, ...named(row), ...refusal });
    const { index } = await parts.ledger.appendWithin(tx, programme.id, record);
    await updateImport(tx, row).set({ record_index: index }).execute();
  });
  return state;
}

function named({ id, kind, period, manifest_digest: manifestDigest }: ImportRow) {
  return { import: id, kind, period, manifestDigest };
}

export function isOutOfProportion({ came, went, changed, loaded_rows: rows }: ImportRow): boolean {
  if (came === null || went === null || changed === null || rows === null) return false;
  return judgeDifference({ came, went, changed, same: rows - came - changed }) === 'out-of-proportion';
}
