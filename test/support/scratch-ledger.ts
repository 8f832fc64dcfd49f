// A real log on a scratch database, with its own keystore and folders, gone afterwards.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeystore, type Keystore } from '#server/keys';
import { openLedger, type Ledger, type LedgerOptions, type NewRecord, type RecordedRead, type ReadScope } from '#server/ledger';
import { systemClock, type Database } from '#server/platform';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

export interface ScratchLedger extends ScratchDatabase {
  readonly ledger: Ledger;
  readonly keystore: Keystore;
  /** Holds `keys` and `logs`. */
  readonly folder: string;
  /** What it was opened with, to open it again. */
  readonly options: LedgerOptions;
}

export async function createScratchLedger(overrides: Partial<LedgerOptions> = {}): Promise<ScratchLedger> {
  const scratch = await createScratchDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'mingcha-ledger-'));
  const keystore = overrides.keystore ?? (await openKeystore(join(folder, 'keys')));
  const options: LedgerOptions = { pool: scratch.pool, keystore, directory: join(folder, 'logs'), clock: systemClock, ...overrides };
  const ledger = await openLedger(options);
  return {
    ...scratch,
    ledger,
    keystore,
    folder,
    options,
    drop: async () => {
      await ledger.close();
      await scratch.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A programme with a log of its own, so that tests in one file don't meet. */
export async function foundProgramme(database: Database, id = `p-${randomUUID()}`): Promise<string> {
  await database.insertInto('organisation').values({ id: 'office', name: '測試機關' }).onConflict((conflict) => conflict.doNothing()).execute(); // prettier-ignore
  await database.insertInto('programme').values({ id, organisation_id: 'office', regulation: 'nantou-webir', title: '測試', log_origin: `mingcha.test/${id}` }).execute(); // prettier-ignore
  return id;
}

export const november = Temporal.Instant.from('2026-11-22T02:00:00Z');

/** An intent of an invented account about an invented person. */
export function newRecord(overrides: Partial<NewRecord> = {}): NewRecord {
  return {
    recordId: randomUUID(),
    type: 'intent',
    at: november,
    retention: 'log-5y',
    envelope: { operation: 'insured-history', purpose: 'social-assistance' },
    actor: { account: 'u-1', name: '測試員' },
    subject: { subject: 'A000000000', caseNumber: '社助-115-1' },
    blindActor: 'u-1',
    blindSubject: 'A000000000',
    ...overrides,
  };
}

export function recordRead(ledger: Ledger, programme: string, scope: ReadScope): Promise<RecordedRead> {
  return ledger.recordRead(programme, {
    at: november,
    retention: 'log-5y',
    actor: { account: 'u-9' },
    blindActor: 'u-9',
    scope,
    why: 'test',
  });
}

/** The `code` of what a promise rejects with, or the fault's name where it has none. */
export async function faultOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'resolved',
    (error: Error & { code?: string }) => error.code ?? error.name,
  );
}
