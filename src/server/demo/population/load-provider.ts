// Fills the provider's stand-in with the invented population, in one transaction: it is whole or as it was before.
// A database that holds anything but an earlier demonstration is never touched.
import pg from 'pg';
import { ensureDatabase } from '#server/platform';
import { providerSchema } from '#server/providers';
import { formatDay } from './day-number.ts';
import { inventPopulation, type InsuredPerson } from './population.ts';

export interface ProviderLoad {
  readonly url: string;
  /** A database on the same server through which a missing one is created. */
  readonly maintenanceDatabase: string;
  readonly seed: string;
  readonly persons: number;
  /** `2026-11-22` */
  readonly today: string;
  readonly onProgress?: (persons: number) => void;
}

/** The provider database holds something that no demonstration put there. */
export class ProviderDatabaseInUse extends Error {
  override readonly name = 'ProviderDatabaseInUse';
  readonly code = 'provider-database-in-use';
}

/** Persons per statement: measured, larger ones are no faster. */
const BATCH = 2_000;

/** @throws ProviderDatabaseInUse */
export async function loadProvider(load: ProviderLoad): Promise<void> {
  await ensureDatabase(load.url, load.maintenanceDatabase);
  const client = new pg.Client({ connectionString: load.url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('begin');
    await makeRoom(client);
    await client.query(providerSchema());
    await insertAll(client, load);
    await client.query('insert into demonstration (seed, as_of) values ($1, $2)', [load.seed, load.today]);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    // Where something failed, ending the session rolls everything back.
    await client.end();
  }
}

async function makeRoom(client: pg.Client): Promise<void> {
  // One loader at a time; any constant will do.
  await client.query('select pg_advisory_xact_lock(7245003)');
  const { rows } = await client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`);
  if (rows.length === 0) return;
  if (!rows.some(({ name }) => name === 'demonstration')) {
    throw new ProviderDatabaseInUse(
      'the provider database holds tables that no demonstration made; give another one by MINGCHA_PROVIDER_URL',
    );
  }
  await client.query('drop table if exists person, insured_history, benefit_payment, pension, demonstration');
}

async function insertAll(client: pg.Client, load: ProviderLoad): Promise<void> {
  // The next persons are invented while PostgreSQL takes in the last ones.
  let inserting: Promise<void> = Promise.resolve();
  let batch: InsuredPerson[] = [];
  let sent = 0;
  const insertBatch = async (): Promise<void> => {
    await inserting;
    inserting = insert(client, batch);
    inserting.catch(() => {});
    sent += batch.length;
    load.onProgress?.(sent);
    batch = [];
  };
  for (const insured of inventPopulation(load.seed, load.persons, load.today)) {
    batch.push(insured);
    if (batch.length === BATCH) await insertBatch();
  }
  await insertBatch();
  await inserting;
}

/** Columns by name from JSON: as fast here as arrays by unnest (2 s for 20,000 persons either way), and nothing to keep in order. */
async function insert(client: pg.Client, batch: readonly InsuredPerson[]): Promise<void> {
  for (const [table, rows] of Object.entries(rowsOf(batch))) {
    await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)]);
  }
}

function rowsOf(batch: readonly InsuredPerson[]): Record<string, object[]> {
  return {
    person: batch.map(({ person }) => ({ national_id: person.nationalId, name: person.name, birth_date: formatDay(person.birth) })),
    insured_history: batch.flatMap(({ person, periods }) =>
      periods.map(({ unit, from, until, salary }) => ({
        national_id: person.nationalId,
        insured_from: formatDay(from),
        insured_until: until === null ? null : formatDay(until),
        insured_unit: unit,
        insured_salary: salary,
      })),
    ),
    benefit_payment: batch.flatMap(({ person, benefits }) =>
      benefits.map(({ kind, amount, paidOn }) => ({
        national_id: person.nationalId,
        benefit_paid_on: formatDay(paidOn),
        benefit_kind: kind,
        benefit_amount: amount,
      })),
    ),
    pension: batch.flatMap(({ person, pensions }) =>
      pensions.map(({ kind, monthly }) => ({ national_id: person.nationalId, pension_kind: kind, pension_monthly: monthly })),
    ),
  };
}
