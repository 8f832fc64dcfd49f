// The pool and Kysely over it. Days stay text and bigints become numbers, once, here.
import { Kysely, PostgresDialect, type Transaction as KyselyTransaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;
export type Transaction = KyselyTransaction<Tables>;

const { builtins } = pg.types;

const types = new pg.TypeOverrides();
types.setTypeParser(builtins.DATE, (value) => value);
types.setTypeParser(builtins.INT8, (value) => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('a bigint of the database does not fit a safe integer');
  return number;
});

/**
 * A pool on one database.
 * @param url `postgresql://…`
 * @param options.connections at most this many at once
 */
export function createPool(url: string, options: { connections?: number; statementTimeoutMs?: number } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    types,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: 'mingcha',
  });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // The same for one that dies while somebody holds it: its query is rejected besides.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

export function connectDatabase(pool: pg.Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
