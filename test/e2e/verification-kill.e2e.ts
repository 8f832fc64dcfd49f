// The program killed amid verifications, three times over: every answer that left stands in the log exactly once, at the index that its receipt
// promised; and nothing personal ever stood in the program's own log.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parsePromise } from '#domain/ledger';
import { readDemoClients } from '#server';
import { openHouseholds } from '#server/households';
import { openKeystore } from '#server/keys';
import { createPool, joinPostgres, withDatabase } from '#server/platform';
import { countyPerson } from '../support/county-people.ts';
import { serveHousehold } from '../support/invented-household.ts';
import { createDataDirectory, runCommand, startProgram } from '../support/run-program.ts';
import type { VerificationLoad, VerificationLoadResult } from '../support/verification-load.ts';

const PEOPLE = 1_000;
const ROUNDS = 3;
const SECONDS = 4;
let data: Awaited<ReturnType<typeof createDataDirectory>>;

beforeAll(async () => {
  data = await createDataDirectory();
});
afterAll(() => data.remove());

async function withDatabaseOf<T>(work: (url: string) => Promise<T>): Promise<T> {
  const postgres = await joinPostgres({ dataDirectory: data.path, databaseUrl: undefined });
  try {
    return await work(withDatabase(postgres.url, 'mingcha'));
  } finally {
    await postgres.stop();
  }
}

test('acknowledged ⊆ recorded, at the promised index', async () => {
  const first = await startProgram(data.path);
  const [client] = (await readDemoClients(data.path)) ?? [];
  if (!client) throw new Error('the demonstration has no client service');
  await withDatabaseOf(async (url) => {
    const [pool, keystore] = [createPool(url), await openKeystore(join(data.path, 'keys'))];
    const { digests } = openHouseholds({ pool, keystore });
    await serveHousehold(
      pool,
      client.programme,
      digests(client.programme),
      Array.from({ length: PEOPLE }, (_, number) => countyPerson(number)),
    );
    await pool.end();
  });
  expect(await first.stop()).toBe(0);

  const acknowledged: { id: string; receipt: string }[] = [];
  let errors = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const program = await startProgram(data.path, { MINGCHA_LOG_LEVEL: 'info' });
    const load = fork(join(import.meta.dirname, '../support/verification-load.ts'));
    const order: VerificationLoad = {
      port: Number(new URL(program.url).port),
      key: client,
      callers: 64,
      seconds: SECONDS,
      people: PEOPLE,
      address: '127.0.0.1',
    };
    load.send(order);
    await sleep((SECONDS * 1_000) / 2);
    await program.kill();
    const [result] = (await once(load, 'message')) as [VerificationLoadResult];
    expect(result.statuses['lost']).toBeGreaterThan(0);
    acknowledged.push(...result.acknowledged);
    errors += program.errors();
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * 50);
  expect(errors).not.toMatch(/[A-Z][1289]\d{8}|社助-|低收入戶/);

  expect(await (await startProgram(data.path)).stop()).toBe(0);
  await withDatabaseOf(async (url) => {
    const database = new pg.Client({ connectionString: url });
    await database.connect();
    const { rows } = await database.query<{ id: string; index: string }>(
      `select record_id as id, index from record where programme_id = $1 and type = 'verification'`,
      [client.programme],
    );
    const stored = new Map(rows.map(({ id, index }) => [id, Number(index)]));
    for (const { id, receipt } of acknowledged) expect(stored.get(id)).toBe(parsePromise(receipt).promise.index);
    expect(new Set(acknowledged.map(({ id }) => id)).size).toBe(acknowledged.length);
    await database.end();
  });
  const { code, stdout } = await runCommand(data.path, ['verify', '--json']);
  expect([code, (JSON.parse(stdout) as { intact: boolean }).intact]).toEqual([0, true]);
});
