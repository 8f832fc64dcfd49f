import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseServedList } from '#domain/gateway';
import { parseVkey, signPromise, type LogPromise } from '#domain/ledger';
import { logKeyFrom, sha256, verifyEd25519 } from '#server/keys';
import { openDemoLabourInsurance, providerSchema, type LabourInsuranceData } from '#server/providers';
import { createScratchDatabase, type ScratchDatabase } from '../../../test/support/scratch-database.ts';
import { startGateway, type RunningGateway } from './start-gateway.ts';

const origin = 'mingcha.test/log';
const subject = 'M000000001';
const logKey = logKeyFrom(origin, Buffer.alloc(32, 1));
const leaf = (fill: number) => new Uint8Array(32).fill(fill);
const promiseOf = (changes: Partial<LogPromise> = {}, key = logKey) =>
  signPromise({ origin, index: 5, leafHash: leaf(1), ...changes }, key.sign);

let agency: ScratchDatabase;
let data: LabourInsuranceData;
let directory: string;
let gateway: RunningGateway;
let now: Temporal.Instant;
const notices: string[] = [];

beforeAll(async () => {
  agency = await createScratchDatabase({ migrated: false });
  await agency.pool.query(providerSchema());
  await agency.pool.query(`insert into person values ('${subject}', '林甲', '1980-01-01'); insert into pension values ('${subject}', '遺屬年金', 3000)`); // prettier-ignore
  data = openDemoLabourInsurance({ url: agency.url });
});
afterAll(async () => {
  await data.close();
  await agency.drop();
});
beforeEach(async () => {
  now = Temporal.Instant.from('2026-10-31T15:59:59.900Z'); // 23:59:59.9 in Taipei
  directory = await mkdtemp(join(tmpdir(), 'mingcha-gateway-'));
  gateway = await start();
  notices.length = 0;
});
afterEach(async () => {
  await gateway.stop();
  await rm(directory, { recursive: true });
});

const start = () =>
  startGateway({
    directory,
    data,
    logs: [parseVkey(logKey.vkey, sha256)],
    mostAhead: 1_000,
    host: '127.0.0.1',
    port: 0,
    clock: { now: () => now },
    onNotice: (line) => notices.push(line),
  });

async function post(body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  const response = await fetch(new URL('/calls', gateway.url), { method: 'POST', headers, body });
  return { status: response.status, type: response.headers.get('content-type'), body: (await response.json()) as Record<string, unknown> };
}

const call = (promise: string, changes: object = {}) => post(JSON.stringify({ promise, operation: 'pension-status', subject, ...changes }));
const codeOf = async (answered: ReturnType<typeof post>) => {
  const { status, body } = await answered;
  return [status, body['code'] ?? 'answered'];
};

async function listOf(month: string) {
  const response = await fetch(new URL(`/served/${month}?origin=${encodeURIComponent(origin)}`, gateway.url));
  return parseServedList(await response.text(), parseVkey(gateway.vkey, sha256), sha256, verifyEd25519);
}

test('a call with its promise is answered, once, and stands in the list', async () => {
  expect(await call(promiseOf())).toMatchObject({
    status: 200,
    body: { found: true, rows: [{ 'pension-kind': '遺屬年金', 'pension-monthly': 3_000 }] },
  });
  expect(await codeOf(call(promiseOf()))).toEqual([409, 'index-served']);
  expect((await listOf('2026-10')).calls).toEqual([{ index: 5, leafHash: leaf(1), atMs: now.epochMilliseconds }]);
});

test('of ten at one instant one is answered', async () => {
  const answered = await Promise.all(Array.from({ length: 10 }, () => codeOf(call(promiseOf()))));
  expect(answered.filter(([status]) => status === 200)).toHaveLength(1);
  expect(answered.filter(([, code]) => code === 'index-served')).toHaveLength(9);
});

test('another leaf at a known index raises the alarm, with both promises', async () => {
  const [first, second] = [promiseOf(), promiseOf({ leafHash: leaf(2) })];
  await call(first);
  expect(await codeOf(call(second))).toEqual([409, 'index-contradicted']);
  expect(notices).toEqual([`ALARM: ${origin} promised two leaves at index 5: ${first} and ${second}`, 'refused: index-contradicted']);
});

test('what no known log promised, and what lies too far ahead, is answered with a problem and forgotten', async () => {
  const stranger = logKeyFrom(origin, Buffer.alloc(32, 2));
  expect(await codeOf(call(promiseOf({}, stranger)))).toEqual([403, 'promise-false']);
  expect(await codeOf(call(promiseOf({ origin: 'mingcha.test/other' })))).toEqual([403, 'log-unknown']);
  expect(await codeOf(call('mingcha-receipt-v1.a.b'))).toEqual([400, 'promise-malformed']);
  expect(await codeOf(call(promiseOf({ index: 1_000 })))).toEqual([422, 'index-too-far']);
  expect((await listOf('2026-10')).calls).toEqual([]);
  expect(notices).toEqual(['refused: promise-false', 'refused: log-unknown', 'refused: promise-malformed', 'refused: index-too-far']);
});

test('a body of another form', async () => {
  expect(await codeOf(call(promiseOf(), { more: 1 }))).toEqual([400, 'malformed-request']);
  expect(await codeOf(call(promiseOf(), { operation: 'everything' }))).toEqual([400, 'malformed-request']);
  expect(await codeOf(call(promiseOf(), { subject: '' }))).toEqual([400, 'malformed-request']);
  expect(await codeOf(call(promiseOf(), { subject: 'x'.repeat(65) }))).toEqual([400, 'malformed-request']);
  expect(await codeOf(call('x'.repeat(2_049)))).toEqual([400, 'malformed-request']);
  expect(await codeOf(post('{'))).toEqual([400, 'malformed-request']);
  expect(await codeOf(post('[]'))).toEqual([400, 'malformed-request']);
  expect(await codeOf(post('<call/>', { 'content-type': 'application/xml' }))).toEqual([400, 'malformed-request']);
  expect(await codeOf(post(' '.repeat(9_000)))).toEqual([413, 'body-too-large']);
  expect((await post('{')).type).toMatch(/^application\/problem\+json/);
  expect((await listOf('2026-10')).calls).toEqual([]);
});

test.each([
  '/',
  '/calls',
  '/served/2026-10',
  '/served/2026-13?origin=mingcha.test/log',
  '/served/2026-10?origin=mingcha.test/other',
  '/served/2026-10?origin=a&origin=b',
])('nothing is at %s', async (path) => {
  const response = await fetch(new URL(path, gateway.url));
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, 'not-found']);
});

test('a call belongs to the month it came in, by the clock of Taipei', async () => {
  await call(promiseOf());
  now = now.add({ milliseconds: 100 });
  await call(promiseOf({ index: 6 }));
  expect((await listOf('2026-10')).calls.map(({ index }) => index)).toEqual([5]);
  expect((await listOf('2026-11')).calls.map(({ index }) => index)).toEqual([6]);
});

test('memory and key outlast a restart', async () => {
  await call(promiseOf());
  const { vkey } = gateway;
  await gateway.stop();
  gateway = await start();
  expect(gateway.vkey).toBe(vkey);
  expect(await codeOf(call(promiseOf()))).toEqual([409, 'index-served']);
});

test('without its memory it does not start again, nor beside another', async () => {
  await expect(start()).rejects.toMatchObject({ name: 'DataDirectoryInUse' });
  await gateway.stop();
  await rm(join(directory, 'served.sqlite'));
  await expect(start()).rejects.toMatchObject({ code: 'gone' });
  await rm(join(directory, 'gateway.key'));
  gateway = await start();
});

test('what can’t be remembered is not answered', async () => {
  const other = new DatabaseSync(join(directory, 'served.sqlite'));
  other.exec('begin immediate');
  expect(await codeOf(call(promiseOf()))).toEqual([500, 'fault']);
  other.exec('rollback');
  other.close();
  expect(await codeOf(call(promiseOf()))).toEqual([200, 'answered']);
});

test('a fault of the data leaves as its code; the call is remembered, for the data was asked', async () => {
  await agency.pool.query('alter table pension rename to pension_away');
  expect(await codeOf(call(promiseOf()))).toEqual([502, 'provider-failed']);
  await agency.pool.query('alter table pension_away rename to pension');
  expect(await codeOf(call(promiseOf()))).toEqual([409, 'index-served']);
  expect((await listOf('2026-10')).calls).toHaveLength(1);
  expect(notices.join()).not.toContain(subject);
});
