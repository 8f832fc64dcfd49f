// Far more than the service can answer: what it can't is turned away with the time to come back, and every answer that left is in the log
// exactly once. MINGCHA_OVERLOAD_SECONDS: longer than in the tests.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, isoDateOf } from '#domain/kernel';
import { parsePromise } from '#domain/ledger';
import { dayInTaipei } from '#server/platform';
import { countyPerson } from '../support/county-people.ts';
import { platformProgramme } from '../support/platform-office.ts';
import type { VerificationLoad, VerificationLoadResult } from '../support/verification-load.ts';
import { clientAddress, openVerifyingOffice, type VerifyingNode, type VerifyingOffice } from '../support/verifying-office.ts';

const seconds = Number(process.env['MINGCHA_OVERLOAD_SECONDS'] || 8);
const PEOPLE = 2_000;
/** So few at once that the callers are twenty times as many. */
const AT_ONCE = 16;

let office: VerifyingOffice;
let node: VerifyingNode;
beforeAll(async () => {
  office = await openVerifyingOffice(
    Array.from({ length: PEOPLE }, (_, number) => countyPerson(number)),
    Temporal.Now.instant().toString(),
  );
  node = await office.openNode({ singlesAtOnce: AT_ONCE, trustedProxies: ['127.0.0.1'] });
  await node.http.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await node.close();
  await office.close();
});

async function load(order: Omit<VerificationLoad, 'port' | 'people' | 'address'>): Promise<VerificationLoadResult> {
  const address = node.http.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const child = fork(join(import.meta.dirname, '../support/verification-load.ts'));
  child.send({ ...order, port, people: PEOPLE, address: clientAddress });
  const [result] = (await once(child, 'message')) as [VerificationLoadResult];
  return result;
}

test('nothing is lost, and what is too much is turned away before anything is done with it', async () => {
  const { clock, scratch } = office;
  const today = isoDateOf(dayInTaipei(clock.now()));
  const { key } = await office.setUp({ from: today, until: addDays(today, 300), requestsPerDay: 10_000_000, personsPerDay: 10_000_000 });
  await node.clients.refresh();
  const credentials = { keyId: key.id, secret: key.secret };
  const sustained = await load({ key: credentials, callers: AT_ONCE, seconds: 2 });
  const { acknowledged, statuses, withoutRetryAfter } = await load({ key: credentials, callers: AT_ONCE * 20, seconds });
  expect(Object.keys(sustained.statuses)).toEqual(['200']);
  expect(Object.keys(statuses).toSorted()).toEqual(['200', '503']);
  expect(withoutRetryAfter).toBe(0);
  expect(acknowledged.length).toBeGreaterThan(100);

  const all = [...sustained.acknowledged, ...acknowledged];
  const { rows } = await scratch.pool.query<{ id: string; index: number; type: string }>(
    'select record_id as id, index, type from record where programme_id = $1',
    [platformProgramme],
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  for (const { id, receipt } of all)
    expect(stored.get(id)).toMatchObject({ type: 'verification', index: parsePromise(receipt).promise.index });
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(rows.length).toBe(Math.max(...rows.map(({ index }) => index)) + 1);
  // Whoever hung up before the answer is recorded and not acknowledged.
  expect(rows.filter(({ type }) => type === 'verification').length).toBeGreaterThanOrEqual(all.length);
  console.info(`sustained ${Math.round(all.length - acknowledged.length) / 2}/s; then in ${seconds} s: ${JSON.stringify(statuses)}`);
});
