// A household file imported as an office does it: decrypted, checked, digested, loaded, indexed, compared, switched with its record, and its
// file destroyed. Beside it COPY of the very same rows, twice: into a table that has its primary key (the goal is 0.4 of it), and, harder to
// keep up with, the key made afterwards. And the memory of a process that does nothing but import.
//   MINGCHA_BENCH_ROWS: persons in the file (default 1,000,000; with 2,000,000 the memory is less than 500 MB too)
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Encrypter } from 'age-encryption';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { manifestMessage } from '#domain/verification';
import { householdRecipient, newSenderKey, readSenderKey, type SenderKey } from '#server/households';
import { openKeystore } from '#server/keys';
import { createPool, migrate, openPostgres } from '#server/platform';
import { resultOf, type Bench } from './compare.ts';
import { householdBytes } from './households/household-bytes.ts';
import type { ImportJob, ImportMeasured } from './households/import-once.ts';

const programme = 'bench';
const rounds = 3;
const rows = Number(process.env['MINGCHA_BENCH_ROWS'] ?? 1_000_000);

const bench: Bench = async () => {
  const home = await mkdtemp(join(tmpdir(), 'mingcha-bench-'));
  const postgres = await openPostgres({ dataDirectory: home, databaseUrl: undefined });
  const pool = createPool(postgres.url, { statementTimeoutMs: 600_000 });
  try {
    await migrate(pool);
    await pool.query(`insert into organisation (id, name) values ('office', '測試機關')`);
    await pool.query(`insert into programme (id, organisation_id, regulation, title, log_origin) values ($1, 'office', 'nantou-verification', '測試', 'mingcha.bench/household')`, [programme]); // prettier-ignore
    const sender = readSenderKey(newSenderKey('bench'));
    if (!sender) throw new Error('no sender');
    await writeFile(join(home, 'senders.txt'), `${sender.vkey}\n`);
    const recipient = await householdRecipient(await openKeystore(join(home, 'keys')));
    const [ours, again, keyFirst, keyAfter, memory]: number[][] = [[], [], [], [], []];
    for (let round = -1; round < rounds; round += 1) {
      await pool.query(`delete from household_serving; delete from household_import`);
      await dropAll(pool);
      const first = await importOnce(await pack(home, { sender, recipient, more: 2 * round + 4 }));
      const second = await importOnce(await pack(home, { sender, recipient, more: 2 * round + 5 }));
      const copied = await readRows(pool);
      const measured = [first.ms, second.ms, await copyMs(postgres.url, copied, true), await copyMs(postgres.url, copied, false)] as const;
      if (round < 0) continue; // the warm-up
      for (const [at, list] of [ours, again, keyFirst, keyAfter].entries()) list?.push((rows / (measured[at] ?? 0)) * 1_000);
      memory?.push(second.maxRssMb);
    }
    const named = `household import of ${rows.toLocaleString('en')} persons`;
    return [
      resultOf(`${named}, against COPY into a table with its key`, '/s', ours ?? [], keyFirst ?? []),
      resultOf(`${named}, against COPY and the key afterwards`, '/s', ours ?? [], keyAfter ?? []),
      resultOf(`${named}, compared with one that serves, against COPY with key`, '/s', again ?? [], keyFirst ?? []),
      resultOf(`${named}: memory of the process, against 500 MB`, 'MB', memory ?? [], [500]),
    ];
  } finally {
    await pool.end();
    await postgres.stop();
    await rm(home, { recursive: true });
  }

  function importOnce(file: Pick<ImportJob, 'manifest' | 'signature' | 'path'>): Promise<ImportMeasured> {
    return inProcess({ ...file, programme, url: postgres.url, home });
  }
};
export default bench;

async function pack(home: string, { sender, recipient, more }: { sender: SenderKey; recipient: string; more: number }) {
  const csv = householdBytes(rows, more);
  const sha256 = createHash('sha256').update(csv).digest('hex');
  const columns = ['統一編號', '姓名', '出生日期', '原住民'];
  const described = { format: 'mingcha-household-v1', kind: 'household', period: '2026-10', asOf: '2026-10-31', columns, encoding: 'utf-8', rows, bytes: csv.length, sha256, sender: sender.name }; // prettier-ignore
  const manifest = JSON.stringify(described);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const path = join(home, 'file.age');
  await writeFile(path, await encrypter.encrypt(csv));
  return { path, manifest, signature: Buffer.from(sender.sign(manifestMessage(Buffer.from(manifest)))).toString('base64') };
}

/** A process of its own: what it needs, nobody else does. */
async function inProcess(job: ImportJob): Promise<ImportMeasured> {
  const child = fork(join(import.meta.dirname, 'households/import-once.ts'), { serialization: 'advanced' });
  child.send(job);
  const [measured] = (await once(child, 'message')) as [ImportMeasured];
  await once(child, 'exit');
  return measured;
}

/** What was loaded, in the form it is copied in: as PostgreSQL gives it out. */
async function readRows(pool: pg.Pool): Promise<Buffer[]> {
  const { to: copyTo } = await import('pg-copy-streams');
  const [serving] = (await pool.query<{ rows_number: number }>('select rows_number from household_serving')).rows;
  const client = await pool.connect();
  try {
    const stream = client.query(copyTo(`copy household_rows_${serving?.rows_number} to stdout (format binary)`));
    return await Array.fromAsync(inPieces(stream));
  } finally {
    client.release();
  }
}

/** Of the size that the import sends. */
async function* inPieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream) {
    parts.push(part);
    bytes += part.length;
    if (bytes < 512 * 1024) continue;
    yield Buffer.concat(parts);
    [parts, bytes] = [[], 0];
  }
  yield Buffer.concat(parts);
}

async function copyMs(url: string, pieces: readonly Buffer[], isKeyFirst: boolean): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('checkpoint');
  const started = performance.now();
  await client.query('begin; create table plain (person uuid not null, name uuid not null, birth uuid not null, flags smallint not null)');
  if (isKeyFirst) await client.query('alter table plain add primary key (person)');
  await pipeline(Readable.from(pieces, { objectMode: true }), client.query(copyFrom('copy plain from stdin (format binary)')));
  if (!isKeyFirst) await client.query('alter table plain add primary key (person)');
  await client.query('commit');
  const ms = performance.now() - started;
  await client.query('drop table plain');
  await client.end();
  return ms;
}

async function dropAll(pool: pg.Pool): Promise<void> {
  const { rows: tables } = await pool.query<{ relname: string }>("select relname from pg_class where relkind = 'r' and relname ~ '^household_rows_'"); // prettier-ignore
  for (const { relname } of tables) await pool.query(`drop table ${relname}`);
}
