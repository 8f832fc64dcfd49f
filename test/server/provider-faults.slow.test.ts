// The provider hangs, dies half-way, isn't there or sends nonsense: a clear error with a receipt, an intent and exactly one
// outcome of what happened, and the next query works again.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import type { TestClient } from '../support/test-client.ts';

let office: DemoOffice;
let user: TestClient;
let provider: pg.Client;
let insured: string;
beforeEach(async () => {
  office = await openDemoOffice({ ownProvider: true, config: { providerTimeoutMs: 4_000 } });
  user = await office.signIn('user1');
  provider = new pg.Client({ connectionString: office.installation.providerUrl });
  provider.on('error', () => {});
  await provider.connect();
  const { rows } = await provider.query<{ national_id: string }>('select national_id from insured_history limit 1');
  insured = rows[0]?.national_id ?? '';
});
afterEach(async () => {
  await provider.end().catch(() => {});
  await office.close();
});

/** The records of a query by its request id: the intent, and the outcomes that answer it. */
async function recordsOf(requestId: string) {
  const { database } = office.installation;
  const intent = await database.selectFrom('record').select('index').where('record_id', '=', requestId).executeTakeFirstOrThrow();
  const outcomes = await database.selectFrom('record').select('index').where('intent_index', '=', intent.index).execute();
  return { intent: intent.index, outcomes: outcomes.length };
}

async function expectFailed(code: string, status: number) {
  const requestId = randomUUID();
  const answered = await user.query({ requestId, subject: insured });
  expect([answered.status, answered.body.code]).toEqual([status, code]);
  expect(answered.body.receipt).toMatch(/^mingcha-receipt-v[12]\./);
  expect(answered.body).not.toHaveProperty('rows');
  expect((await recordsOf(requestId)).outcomes).toBe(1);
  const history = await user.get('/api/programmes/nantou-webir/queries');
  expect(history.body.rows[0].state).toBe('failed');
}

async function expectWorksAgain() {
  expect((await user.query({ subject: insured })).status).toBe(200);
}

test('it hangs', async () => {
  await provider.query('begin; lock table insured_history in access exclusive mode');
  await expectFailed('provider-timeout', 504);
  await provider.query('rollback');
  await expectWorksAgain();
});

test('it dies while it answers', async () => {
  await provider.query('begin; lock table insured_history in access exclusive mode');
  const killer = setInterval(() => {
    void provider
      .query(
        // Within a transaction PostgreSQL would go on showing who was there at the first look.
        "select pg_stat_clear_snapshot(); select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mingcha-provider' and wait_event_type = 'Lock'",
      )
      .catch(() => {});
  }, 50);
  await expectFailed('provider-failed', 502);
  clearInterval(killer);
  await provider.query('rollback');
  await expectWorksAgain();
});

test.each([
  ['a negative salary', 'update insured_history set insured_salary = -1'],
  [
    'a column of another type',
    'alter table insured_history alter column insured_salary type text using (insured_salary::text || $$ NTD$$)',
  ],
  ['no column', 'alter table insured_history rename insured_unit to company'],
])('it sends nonsense: %s', async (_name, damage) => {
  await provider.query(damage).catch(async () => {
    // A check constraint of the provider's own would have stopped it: nonsense comes without one.
    const { rows } = await provider.query<{ conname: string }>(
      "select conname from pg_constraint where conrelid = 'insured_history'::regclass and contype = 'c'",
    );
    for (const { conname } of rows) await provider.query(`alter table insured_history drop constraint ${conname}`);
    await provider.query(damage);
  });
  const requestId = randomUUID();
  const answered = await user.query({ requestId, subject: insured });
  expect(answered.status).toBe(502);
  expect(['provider-nonsense', 'provider-failed']).toContain(answered.body.code);
  expect((await recordsOf(requestId)).outcomes).toBe(1);
});

test('it is not there', async () => {
  const { pool, providerUrl } = office.installation;
  const name = new URL(providerUrl).pathname.slice(1);
  await provider.end();
  await pool.query(`alter database ${name} rename to ${name}_away`);
  await expectFailed('provider-failed', 502);
  await pool.query(`alter database ${name}_away rename to ${name}`);
  await expectWorksAgain();
});
