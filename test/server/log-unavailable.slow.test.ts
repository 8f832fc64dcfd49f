// No log, no answer: read-only database, keystore gone, seal too old. The query is refused with a reference, the provider is
// never asked, and nothing is shown.
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createServerRoutes } from '#server';
import type { LabourInsuranceProvider } from '#server/providers';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { clientOf, type TestClient } from '../support/test-client.ts';

let office: DemoOffice;
let user: TestClient;
const open = async (config = {}) => {
  office = await openDemoOffice({ config });
  user = await office.signIn('user1');
};
beforeEach(() => open());
afterEach(() => office.close());

async function expectNoAnswer() {
  const { status, body } = await user.query();
  expect([status, body.code]).toEqual([503, 'log-unavailable']);
  expect(body.reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  expect(body).not.toHaveProperty('rows');
  expect((await office.http.inject('/readyz')).statusCode).toBe(503);
}

/** From outside, and every session of the program is ended: the next ones are what the setting says. */
async function setReadOnly(value: 'on' | 'off') {
  const name = new URL(office.installation.url).pathname.slice(1);
  const outside = new pg.Client({ connectionString: inject('postgresUrl') });
  await outside.connect();
  await outside.query(`alter database ${name} set default_transaction_read_only = ${value}`);
  await outside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  await outside.end();
  await new Promise((resolve) => setTimeout(resolve, 300));
}

test('the keystore is gone', async () => {
  const keys = join(office.installation.config.dataDirectory, 'keys');
  await rename(keys, `${keys}-away`);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  await expectNoAnswer();
  await rename(`${keys}-away`, keys);
  expect((await user.query()).status).toBe(200);
});

test('the database became read-only', async () => {
  await setReadOnly('on');
  const { status, body } = await user.query();
  expect([status, body.code]).toEqual([503, 'log-unavailable']);
  expect(body).not.toHaveProperty('rows');
  await setReadOnly('off');
  await expect.poll(async () => (await user.query()).status, { timeout: 10_000 }).toBe(200);
});

test('nothing was sealed for longer than the limit', async () => {
  await office.close();
  await open({ sealLimitSeconds: 2, sealIntervalMs: 60_000 });
  await user.query();
  await new Promise((resolve) => setTimeout(resolve, 2_300));
  await expectNoAnswer();
});

test('the log fails after the provider answered: nothing is released, and the intent stays to be seen as open', async () => {
  const keys = join(office.installation.config.dataDirectory, 'keys');
  let replied = false;
  const provider: LabourInsuranceProvider = {
    fetch: async (call, signal) => {
      const reply = await office.provider.fetch(call, signal);
      replied = true;
      await rename(keys, `${keys}-away`);
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      return reply;
    },
    close: () => Promise.resolve(),
  };
  const http = await createServerRoutes(office.installation, provider);
  const { status, body } = await clientOf(http, user.cookie, user.csrfToken).query();
  await http.close();
  await rename(`${keys}-away`, keys);
  expect([replied, status, body.code]).toEqual([true, 503, 'log-unavailable']);
  for (const key of ['rows', 'found', 'receipt']) expect(body).not.toHaveProperty(key);
  const history = await user.get('/api/programmes/nantou-webir/queries');
  expect(history.body.rows[0]).toMatchObject({ state: 'open', count: null });
});
