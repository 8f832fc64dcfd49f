// What a record of a query costs on disk, intents and outcomes in turn: in the database with its indexes, and in the files of the sealed
// log. Beside the database, what the record says, as text; beside the files, the record's leaf.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, utf8 } from '#domain/kernel';
import { openKeystore } from '#server/keys';
import { openLedger } from '#server/ledger';
import { createPool, migrate, openPostgres, systemClock } from '#server/platform';
import { resultOf, type Bench } from './compare.ts';
import { queryRecord } from './query-records.ts';

const programme = 'bench';
const records = 40_000;
const atOnce = 500;

const bench: Bench = async () => {
  const home = await mkdtemp(join(tmpdir(), 'mingcha-bench-'));
  const postgres = await openPostgres({ dataDirectory: home, databaseUrl: undefined });
  const pool = createPool(postgres.url);
  try {
    await migrate(pool);
    await pool.query(`insert into organisation (id, name) values ('office', '測試機關')`);
    await pool.query(`insert into programme (id, organisation_id, regulation, title, log_origin) values ($1, 'office', 'nantou-webir', '測試', 'mingcha.bench/storage')`, [programme]); // prettier-ignore
    const ledger = await openLedger({ pool, keystore: await openKeystore(join(home, 'keys')), directory: join(home, 'logs'), clock: systemClock }); // prettier-ignore
    let said = 0;
    for (let from = 0; from < records; from += atOnce) {
      const batch = Array.from({ length: atOnce }, (_, at) => queryRecord(from + at));
      for (const { envelope, actor, subject } of batch) said += utf8(canonicalJson({ envelope, actor, subject })).length;
      await Promise.all(batch.map((record) => ledger.append(programme, record)));
    }
    await ledger.flush(programme);
    await ledger.close();
    const stored = await one('select sum(pg_total_relation_size(inhrelid))::float as value from pg_inherits where inhparent = $1::regclass', 'record'); // prettier-ignore
    const indexes = await one('select sum(pg_indexes_size(inhrelid))::float as value from pg_inherits where inhparent = $1::regclass', 'record'); // prettier-ignore
    const leaves = await one('select sum(length(leaf))::float as value from record where programme_id = $1', programme);
    const sealed = await bytesIn(join(home, 'logs', programme));
    const perRecord = (name: string, bytes: number, baseline: number) => resultOf(name, 'B', [bytes / records], [baseline / records]);
    return [
      perRecord('storage of a record: database', stored, said),
      perRecord('storage of a record: of it, indexes', indexes, said),
      perRecord('storage of a record: tiles and bundles', sealed, leaves),
    ];
  } finally {
    await pool.end();
    await postgres.stop();
    await rm(home, { recursive: true });
  }

  async function one(text: string, parameter: string): Promise<number> {
    const { rows } = await pool.query<{ value: number }>(text, [parameter]);
    return rows[0]?.value ?? Number.NaN;
  }
};
export default bench;

async function bytesIn(folder: string): Promise<number> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = found.filter((entry) => entry.isFile()).map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
