// Household data of invented people put straight into the tables that lookups read: for tests and benchmarks of what asks, not of the import.
import type pg from 'pg';
import { isoDateOf } from '#domain/kernel';
import type { PersonDigests } from '#server/households';

export interface InventedPerson {
  readonly id: string;
  readonly name: string;
  /** `1986-01-02` */
  readonly birthDate: string;
  readonly flags: number;
}

const ROWS_AT_ONCE = 20_000;
const TABLE_NUMBER = 900_000;

/** Serves from now on, in the place of what served before. */
export async function serveHousehold(
  pool: pg.Pool,
  programme: string,
  digests: PersonDigests,
  people: Iterable<InventedPerson>,
): Promise<void> {
  const table = `household_rows_${TABLE_NUMBER}`;
  await pool.query(`drop table if exists ${table}`);
  await pool.query(
    `create table ${table} (person uuid not null, name_digest uuid not null, birth_digest uuid not null, flags smallint not null)`,
  );
  let rows: (readonly [person: string, name: string, birth: string, flags: number])[] = [];
  const write = async (): Promise<void> => {
    const column = (at: 0 | 1 | 2 | 3) => rows.map((row) => row[at]);
    await pool.query(
      `insert into ${table} select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::smallint[])`,
      ([0, 1, 2, 3] as const).map(column),
    );
    rows = [];
  };
  for (const { id, name, birthDate, flags } of people) {
    const hex = (digest: string) => Buffer.from(digest, 'latin1').toString('hex');
    rows.push([hex(digests.person(id)), hex(digests.name(id, name)), hex(digests.birthDate(id, isoDateOf(birthDate))), flags]);
    if (rows.length === ROWS_AT_ONCE) await write();
  }
  await write();
  await pool.query(`alter table ${table} add primary key (person)`);
  await pool.query(`analyze ${table}`);
  await pool.query(
    `insert into household_serving (programme_id, version, rows_number, snapshot, as_of, key_fingerprint, status_number)
     values ($1, 1, $2, 'invented', '2026-10-31', $3, null)
     on conflict (programme_id) do update set version = household_serving.version + 1, rows_number = excluded.rows_number,
       snapshot = excluded.snapshot, as_of = excluded.as_of, key_fingerprint = excluded.key_fingerprint, status_number = null`,
    [programme, TABLE_NUMBER, digests.keyFingerprint],
  );
}
