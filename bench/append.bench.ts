// Records of queries appended to a log by 64 callers at once, encrypted, each acknowledged when it is on disk. Beside it, rows of the
// same bytes inserted one by one on 16 connections into a table with a primary key and nothing else.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeystore } from '#server/keys';
import { openLedger } from '#server/ledger';
import { createPool, migrate, openPostgres, systemClock } from '#server/platform';
import { median, resultOf, type Bench } from './compare.ts';
import { queryRecord } from './query-records.ts';

const programme = 'bench';
const rounds = 9;
const records = 10_000;
const rows = 10_000;

const bench: Bench = async () => {
  const home = await mkdtemp(join(tmpdir(), 'mingcha-bench-'));
  const postgres = await openPostgres({ dataDirectory: home, databaseUrl: undefined });
  const [pool, plainPool] = [createPool(postgres.url), createPool(postgres.url, { connections: 16 })];
  try {
    await migrate(pool);
    await pool.query(`insert into organisation (id, name) values ('office', '測試機關')`);
    await pool.query(`insert into programme (id, organisation_id, regulation, title, log_origin) values ($1, 'office', 'nantou-webir', '測試', 'mingcha.bench/append')`, [programme]); // prettier-ignore
    await pool.query('create table plain (id bigint generated always as identity primary key, content bytea not null)');
    const keystore = await openKeystore(join(home, 'keys'));
    const ledger = await openLedger({ pool, keystore, directory: join(home, 'logs'), clock: systemClock });
    const append = (at: number): Promise<unknown> => ledger.append(programme, queryRecord(at));
    // Until the program runs as it does after its first minute.
    await runCallers(64, 30_000, append);
    const content = randomBytes(await meanRowBytes());
    const insert = (): Promise<unknown> => plainPool.query({ name: 'insert', text: 'insert into plain (content) values ($1)', values: [content] }); // prettier-ignore
    const [ours, plain]: [Measured[], Measured[]] = [[], []];
    for (let round = -1; round < rounds; round += 1) {
      const measured = [await runCallers(64, records, append), await runCallers(16, rows, insert)] as const;
      if (round < 0) continue; // the warm-up
      ours.push(measured[0]);
      plain.push(measured[1]);
    }
    await ledger.close();
    return [
      resultOf('log appends, 64 callers', '/s', ours.map(({ perSecond }) => perSecond), plain.map(({ perSecond }) => perSecond)), // prettier-ignore
      resultOf('log appends, 64 callers: p50', 'ms', ours.map(({ p50 }) => p50), plain.map(({ p50 }) => p50)), // prettier-ignore
      resultOf('log appends, 64 callers: p99', 'ms', ours.map(({ p99 }) => p99), plain.map(({ p99 }) => p99)), // prettier-ignore
    ];
  } finally {
    await Promise.all([pool.end(), plainPool.end()]);
    await postgres.stop();
    await rm(home, { recursive: true });
  }

  async function meanRowBytes(): Promise<number> {
    const result = await pool.query<{ bytes: number }>('select avg(pg_column_size(record.*))::int as bytes from record');
    return result.rows[0]?.bytes ?? 0;
  }
};
export default bench;

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

async function runCallers(callers: number, calls: number, call: (at: number) => Promise<unknown>): Promise<Measured> {
  const latencies: number[] = [];
  const started = performance.now();
  let next = 0;
  const caller = async (): Promise<void> => {
    while (next < calls) {
      const [at, begun] = [next++, performance.now()];
      await call(at);
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const perSecond = (calls / (performance.now() - started)) * 1_000;
  latencies.sort((one, other) => one - other);
  return { perSecond, p50: median(latencies), p99: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN };
}
