// One partition of `record` per month, made before its first row. Made beside and attached: attaching locks less than
// creating in place, so readers and writers of other months go on.
import type pg from 'pg';

/** Any constant will do: it only has to be the same in every process. */
const PARTITION_LOCK = 7_245_002;

export class Partitions {
  readonly #pool: pg.Pool;
  readonly #made = new Map<string, Promise<void>>();
  readonly #attached = new Set<string>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Known to stand: nothing to wait for. */
  isMade(month: string): boolean {
    return this.#attached.has(month);
  }

  /** @param month `2026-11` */
  ensure(month: string): Promise<void> {
    let made = this.#made.get(month);
    if (!made) {
      made = makePartition(this.#pool, month).then(() => void this.#attached.add(month));
      this.#made.set(month, made);
      made.catch(() => this.#made.delete(month));
    }
    return made;
  }
}

async function makePartition(pool: pg.Pool, month: string): Promise<void> {
  const name = `record_${month.replace('-', '_')}`;
  const client = await pool.connect();
  try {
    if (await isAttached(client, name)) return;
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [PARTITION_LOCK]);
    if (!(await isAttached(client, name))) {
      await client.query(`create table ${name} (like record including all)`);
      await client.query(`alter table record attach partition ${name} for values from ('${month}-01') to ('${monthAfter(month)}-01')`);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function isAttached(client: pg.PoolClient, name: string): Promise<boolean> {
  const { rows } = await client.query('select 1 from pg_inherits where inhparent = $1::regclass and inhrelid = to_regclass($2)', [
    'record',
    name,
  ]);
  return rows.length > 0;
}

export function monthAfter(month: string): string {
  return Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString();
}
