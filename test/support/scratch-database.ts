// A database of its own for one test file, gone afterwards.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { inject } from 'vitest';
import {
  connectDatabase,
  createPool,
  databaseName,
  dropDatabase,
  ensureDatabase,
  migrate,
  withDatabase,
  type Database,
} from '#server/platform';

export interface ScratchDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly database: Database;
  drop(): Promise<void>;
}

/** An empty database on the run's PostgreSQL; migrated unless `migrated: false`. Call `drop` in afterAll. */
export async function createScratchDatabase(options: { migrated?: boolean } = {}): Promise<ScratchDatabase> {
  const server = inject('postgresUrl');
  const url = withDatabase(server, `mingcha_test_${randomBytes(6).toString('hex')}`);
  await ensureDatabase(url, databaseName(server));
  const pool = createPool(url, { connections: 40 });
  if (options.migrated !== false) await migrate(pool);
  return {
    url,
    pool,
    database: connectDatabase(pool),
    drop: async () => {
      await pool.end();
      await dropDatabase(url, databaseName(server));
    },
  };
}
