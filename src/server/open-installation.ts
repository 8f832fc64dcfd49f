// Opens everything an installation is made of, in the order it depends on one another, and closes it in reverse.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { openKeystore, type Keystore } from '#server/keys';
import { openLedger, readWitnessPolicy, type Ledger, type LogProblem } from '#server/ledger';
import {
  ConfigError,
  connectDatabase,
  createPool,
  databaseName,
  ensureDatabase,
  joinPostgres,
  migrate,
  openPostgres,
  systemClock,
  withDatabase,
  type Clock,
  type Config,
  type Database,
} from '#server/platform';

export interface Installation {
  readonly config: Config;
  readonly clock: Clock;
  /** Of our own database. */
  readonly url: string;
  /** Of the provider's stand-in. */
  readonly providerUrl: string;
  readonly pool: pg.Pool;
  readonly database: Database;
  readonly keystore: Keystore;
  readonly ledger: Ledger;
  readonly id: string;
  readonly demo: boolean;
  /** What the migrations did just now. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

interface OpenOptions {
  /** `own`: as the program itself. `join`: beside a running one, or alone when none runs. */
  readonly as: 'own' | 'join';
  readonly clock?: Clock;
  /** Called with each stage in plain words. */
  readonly onStage?: (stage: string) => void;
  /** Called when something keeps the log from being written. */
  readonly onProblem?: (problem: LogProblem) => void;
}

/** Two statements in flight per log, the sealing session, and what asks after settings and heads meanwhile. */
const APPEND_CONNECTIONS = 10;

/** @throws whatever a part can't be opened for; what was opened by then is closed again */
export async function openInstallation(config: Config, options: OpenOptions): Promise<Installation> {
  const clock = options.clock ?? systemClock;
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).toReversed()) await closer();
  };
  try {
    const witnessPolicy = config.witnessPolicyFile === undefined ? undefined : readWitnessPolicy(config.witnessPolicyFile);
    prepareDataDirectory(config.dataDirectory);
    options.onStage?.('Starting PostgreSQL');
    const postgres = await (options.as === 'own' ? openPostgres(config) : joinPostgres(config));
    closers.push(() => postgres.stop());
    const url = config.databaseUrl ?? withDatabase(postgres.url, 'mingcha');
    await ensureDatabase(url);
    const pool = createPool(url, { connections: 20 });
    closers.push(() => pool.end());
    options.onStage?.('Migrating the database');
    const migrated = await migrate(pool);
    const database = connectDatabase(pool);
    options.onStage?.('Opening keys and log');
    const keystore = await openKeystore(join(config.dataDirectory, 'keys'));
    const { id, demo } = await readInstallation(database, clock, keystore);
    const appendPool = createPool(url, { connections: APPEND_CONNECTIONS });
    closers.push(() => appendPool.end());
    const ledger = await openLedger({
      pool,
      appendPool,
      keystore,
      directory: join(config.dataDirectory, 'logs'),
      clock,
      sealIntervalMs: config.sealIntervalMs,
      sealLimitMs: config.sealLimitSeconds * 1_000,
      signerAddress: config.signerAddress,
      timestampAuthorityUrl: config.timestampAuthorityUrl,
      witnessPolicy,
      ...(options.onProblem && { onProblem: options.onProblem }),
    });
    closers.push(() => ledger.close());
    const providerUrl = config.providerUrl ?? withDatabase(url, `${databaseName(url)}_provider`);
    return { config, clock, url, providerUrl, pool, database, keystore, ledger, id, demo, migrated, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Keys and logs lie in it: nobody else on the machine may look inside. */
function prepareDataDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if ((statSync(directory).mode & 0o022) !== 0) throw new Error(`others may write to ${directory}: set its mode to 700`);
}

/** @throws ConfigError when the database was used with another keystore before */
async function readInstallation(database: Database, clock: Clock, keystore: Keystore): Promise<{ id: string; demo: boolean }> {
  const { fingerprint } = keystore;
  await database
    .insertInto('installation')
    .values({ id: randomUUID(), created_at: clock.now().toString(), keystore_fingerprint: fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await database.updateTable('installation').set({ keystore_fingerprint: fingerprint }).where('keystore_fingerprint', 'is', null).execute();
  const found = await database.selectFrom('installation').select(['id', 'demo', 'keystore_fingerprint']).executeTakeFirstOrThrow();
  if (found.keystore_fingerprint === fingerprint) return found;
  throw new ConfigError(
    `the database belongs to another keystore than ${keystore.directory}: set MINGCHA_DATA to the data directory that all nodes share, or restore its keys`,
  );
}

/** Whether anything was ever founded here: an organisation, that is. */
export async function isEmpty(database: Database): Promise<boolean> {
  return (await database.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) === undefined;
}

export function webAppFolder(): string | undefined {
  const folder = join(import.meta.dirname, '../../dist/web');
  return existsSync(join(folder, 'index.html')) ? folder : undefined;
}
