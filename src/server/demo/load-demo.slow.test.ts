import { randomUUID } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRegulation } from '#regulations';
import { verifyPassword } from '#server/accounts';
import { databaseName, dropDatabase, withDatabase, type Database } from '#server/platform';
import { openDemoLabourInsurance } from '#server/providers';
import { createScratchDatabase } from '../../../test/support/scratch-database.ts';
import { createScratchLedger, faultOf, foundProgramme, type ScratchLedger } from '../../../test/support/scratch-ledger.ts';
import { loadDemo, type DemoLoad } from './load-demo.ts';
import { readDemoAccounts, writeDemoAccounts } from './office/accounts-file.ts';
import { demoOffice } from './office/office-plan.ts';
import { loadProvider } from './population/load-provider.ts';
import { inventPopulation } from './population/population.ts';
import { DEMO_SEED } from './population/persons.ts';

/** 09:00 of 22 November in Taipei. */
const clock = { now: () => Temporal.Instant.from('2026-11-22T01:00:00Z') };
const programme = demoOffice.programme.id;
const regulationOf = (id: string) => findRegulation(id) ?? expect.unreachable(id);

let office: ScratchLedger;
let providerUrl: string;
const loadInto = (scratch: ScratchLedger, overrides: Partial<DemoLoad> = {}) =>
  loadDemo({
    database: scratch.database,
    ledger: scratch.ledger,
    clock,
    findRegulation,
    dataDirectory: scratch.folder,
    logOriginBase: 'mingcha.test/demo',
    providerUrl,
    maintenanceDatabase: databaseName(scratch.url),
    persons: 300,
    ...overrides,
  });

beforeAll(async () => {
  office = await createScratchLedger({ clock });
  providerUrl = withDatabase(office.url, `${databaseName(office.url)}_provider`);
});
afterAll(async () => {
  await dropDatabase(providerUrl, databaseName(office.url));
  await office.drop();
});

async function rowCounts(database: Database): Promise<number[]> {
  const tables = ['organisation', 'unit', 'programme', 'person', 'account', 'account_grant', 'record', 'log_head'] as const;
  return Promise.all(
    tables.map(async (table) => {
      const { rows } = await database.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('rows')).executeTakeFirstOrThrow(); // prettier-ignore
      return rows;
    }),
  );
}

test('the office is founded whole: staff, accounts whose passwords open, grants that stand in the log', async () => {
  const loaded = await loadInto(office);
  expect(loaded).toMatchObject({ programme, month: '2026-10' });
  const { staff } = demoOffice;
  expect(await rowCounts(office.database)).toEqual([
    1,
    demoOffice.units.length,
    2,
    staff.length,
    staff.length,
    staff.length,
    staff.length,
    2,
  ]);
  expect(await office.database.selectFrom('installation').select('demo').execute()).toEqual([{ demo: true }]);

  const accounts = (await readDemoAccounts(office.folder)) ?? [];
  expect(accounts.map(({ login, role }) => [login, role])).toEqual(staff.map(({ login, role }) => [login, role]));
  expect((await stat(join(office.folder, 'demo-accounts.json'))).mode & 0o777).toBe(0o600);
  for (const { login, password } of accounts) {
    const row = await office.database.selectFrom('account').selectAll().where('login', '=', login).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ must_change: false, password_changed_on: '2026-10-01' });
    expect(await verifyPassword(password, row.password_hash)).toBe(true);
  }

  for (const { id, grantClause } of [demoOffice.programme, demoOffice.platform]) {
    const read = await office.ledger.recordRead(id, {
      at: clock.now(),
      retention: 'log-5y',
      actor: { account: 'u-1' },
      blindActor: 'u-1',
      scope: { kind: 'month', month: '2026-10' },
      why: 'test',
    });
    const own = staff.filter((member) => member.programme === id);
    const records = await Array.fromAsync(office.ledger.findByMonth(read, ['grant']));
    expect(records.map(({ subject }) => subject['login'])).toEqual(own.map(({ login }) => login));
    expect(records.map(({ envelope }) => [envelope['clause'], envelope['role'], envelope['purposes']])).toEqual(
      own.map(({ role, purposes }) => [grantClause, role, purposes]),
    );
    expect(records.every(({ at }) => at.toZonedDateTimeISO('Asia/Taipei').toString().startsWith('2026-10-01T07:30'))).toBe(true);
  }
});

test('the provider knows exactly the invented population, and the adapter accepts every reply', async () => {
  const provider = openDemoLabourInsurance({ url: providerUrl });
  const signal = new AbortController().signal;
  let rows = 0;
  for (const { person, periods, benefits, pensions } of inventPopulation(DEMO_SEED, 300, '2026-11-22')) {
    for (const [operation, expected] of [
      ['insured-history', periods],
      ['benefit-payments', benefits],
      ['pension-status', pensions],
    ] as const) {
      const reply = await provider.fetch({ operation, subject: person.nationalId }, signal);
      expect([reply.found, reply.rows.length]).toEqual([true, expected.length]);
      rows += reply.rows.length;
    }
  }
  expect(rows).toBeGreaterThan(1_000);
  await provider.close();
});

test('an installation that holds anything is refused, and its accounts file stays as it was', async () => {
  const before = await readDemoAccounts(office.folder);
  const counts = await rowCounts(office.database);
  expect(await faultOf(loadInto(office))).toBe('not-empty');
  expect(await readDemoAccounts(office.folder)).toEqual(before);
  expect(await rowCounts(office.database)).toEqual(counts);
});

test('an organisation and a programme of somebody’s are enough to refuse', async () => {
  const other = await createScratchLedger({ clock });
  await foundProgramme(other.database);
  expect(await faultOf(loadInto(other))).toBe('not-empty');
  expect(await readdir(other.folder)).not.toContain('demo-accounts.json');
  await other.drop();
});

test('a load that fails at its last record leaves an empty installation, which can be loaded then', async () => {
  const other = await createScratchLedger({ clock });
  // The database refuses a programme's last grant's record.
  await other.pool.query(`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger refuse before update on log_head for each row when (new.next = ${demoOffice.staff.filter((member) => member.programme === programme).length}) execute function refuse()`);
  expect(await faultOf(loadInto(other))).not.toBe('resolved');
  expect(await rowCounts(other.database)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(await other.database.selectFrom('installation').selectAll().execute()).toEqual([]);
  expect(await readDemoAccounts(other.folder)).toBeUndefined();

  await other.pool.query('drop trigger refuse on log_head');
  expect((await loadInto(other)).accounts).toHaveLength(demoOffice.staff.length);
  await other.drop();
});

test('an office under a regulation that has ceased is refused by its clause, and nothing of it is left', async () => {
  const other = await createScratchLedger({ clock });
  await expect(loadInto(other, { findRegulation: () => regulationOf('taipei-webir') })).rejects.toThrow('TP-0');
  expect(await rowCounts(other.database)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(await readDemoAccounts(other.folder)).toBeUndefined();
  await other.drop();
});

test('a load that meets another one waits for it, is refused then, and leaves the other’s accounts file alone', async () => {
  const other = await createScratchLedger({ clock });
  const accounts = [{ login: 'chief', password: 'the other load’s', role: 'chief-manager', programme }];
  let refused: Promise<string> | undefined;
  await other.database.transaction().execute(async (first) => {
    await first.insertInto('installation').values({ id: randomUUID(), created_at: clock.now().toString(), demo: true }).execute();
    await first.insertInto('organisation').values(demoOffice.organisation).execute();
    refused = faultOf(loadInto(other));
    await waitForLock(other);
    await writeDemoAccounts(other.folder, accounts);
  });
  expect(await refused).toBe('not-empty');
  expect(await readDemoAccounts(other.folder)).toEqual(accounts);
  await other.drop();
});

async function waitForLock({ pool }: ScratchLedger): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (let waited = 0; waited < 10_000; waited += 20) {
    if ((await pool.query(waiting)).rowCount) return;
    await sleep(20);
  }
  expect.unreachable('the load did not wait');
}

test('a provider database with tables of somebody else’s is never touched', async () => {
  const agency = await createScratchDatabase({ migrated: false });
  await agency.pool.query('create table person (only_copy text); insert into person values (1)');
  const load = { url: agency.url, maintenanceDatabase: 'postgres', seed: DEMO_SEED, persons: 10, today: '2026-11-22' };
  expect(await faultOf(loadProvider(load))).toBe('provider-database-in-use');
  expect((await agency.pool.query('select * from person')).rows).toEqual([{ only_copy: '1' }]);
  await agency.drop();
});

test('an earlier demonstration is replaced, and a load that breaks leaves the earlier one', async () => {
  const agency = await createScratchDatabase({ migrated: false });
  const load = { url: agency.url, maintenanceDatabase: 'postgres', seed: DEMO_SEED, today: '2026-11-22' };
  const persons = async () => (await agency.pool.query<{ count: number }>('select count(*) from person')).rows[0]?.count;
  await loadProvider({ ...load, persons: 10 });
  await loadProvider({ ...load, persons: 2_500 });
  expect(await persons()).toBe(2_500);
  const breaks = new Error('stop here');
  const onProgress = (done: number): void => {
    if (done === 2_000) throw breaks;
  };
  await expect(loadProvider({ ...load, persons: 4_000, onProgress })).rejects.toBe(breaks);
  expect(await persons()).toBe(2_500);
  await agency.drop();
});
