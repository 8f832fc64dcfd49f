// What a service may use up, and what happens to one that probes: over restarts and nodes, to the second of the day.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { IssuedKey } from '#server/clients';
import { platformProgramme } from '../../../test/support/platform-office.ts';
import { countyPerson, question } from '../../../test/support/county-people.ts';
import { openVerifyingOffice, type VerifyingNode, type VerifyingOffice } from '../../../test/support/verifying-office.ts';

let office: VerifyingOffice;
let node: VerifyingNode;
let addresses = 10;
beforeAll(async () => {
  office = await openVerifyingOffice(Array.from({ length: 2_000 }, (_, number) => countyPerson(number)));
  node = await office.openNode();
});
afterAll(async () => {
  await node.close();
  await office.close();
});
beforeEach(() => office.clock.set('2026-11-02T02:00:00Z'));

interface Client {
  readonly service: string;
  readonly key: IssuedKey;
  readonly address: string;
}

async function client(requestsPerDay: number, personsPerDay: number): Promise<Client> {
  const address = `192.0.2.${(addresses += 1)}`;
  const claims = ['county-resident', 'name-matches', 'birth-date-matches'];
  const { service, key } = await office.setUp({ name: `系統${address}`, addresses: [address], claims, requestsPerDay, personsPerDay });
  await node.clients.refresh();
  return { service, key, address };
}

const ask = ({ key, address }: Client, number: number, changes: object = {}, at = node) =>
  at.ask(key, question(number, changes), { address });

test('the requests of a day: refused with the clause and until when, and anew after midnight in Taipei', async () => {
  const one = await client(3, 3);
  for (let asked = 0; asked < 3; asked += 1) expect((await ask(one, 1)).status).toBe(200);
  const { status, body, headers } = await ask(one, 1);
  expect([status, body.code, body.clause]).toEqual([429, 'budget-exhausted', 'NV-4.1.2']);
  expect(headers['retry-after']).toBe(String(14 * 3_600));
  office.clock.set('2026-11-02T15:59:59Z');
  expect((await ask(one, 1)).headers['retry-after']).toBe('1');
  office.clock.set('2026-11-02T16:00:00Z');
  expect((await ask(one, 1)).status).toBe(200);
});

test('the persons of a day: one more is refused, those asked about before are not', async () => {
  const one = await client(100, 2);
  expect([(await ask(one, 1)).status, (await ask(one, 2)).status]).toEqual([200, 200]);
  expect(await ask(one, 3)).toMatchObject({ status: 429, body: { code: 'budget-exhausted', clause: 'NV-4.1.2' } });
  expect((await ask(one, 2)).status).toBe(200);
});

test('what is refused uses up nothing', async () => {
  const one = await client(1, 1);
  for (let asked = 0; asked < 3; asked += 1) expect((await ask(one, 1, { caseNumber: '' })).status).toBe(403);
  expect((await ask(one, 1)).status).toBe(200);
});

test('a node that starts later counts what was answered before it, and one that runs beside counts it within seconds', async () => {
  const one = await client(4, 2);
  const beside = await office.openNode();
  expect([(await ask(one, 1)).status, (await ask(one, 2)).status]).toEqual([200, 200]);
  const later = await office.openNode();
  await later.clients.refresh();
  await beside.clients.refresh();
  expect((await ask(one, 3, {}, later)).body.code).toBe('budget-exhausted');
  await expect.poll(() => beside.verifications.use.of(one.service)).toEqual({ requests: 2, persons: 2 });
  expect((await ask(one, 3, {}, beside)).body.code).toBe('budget-exhausted');
  expect((await ask(one, 1, {}, beside)).status).toBe(200);
  expect((await ask(one, 1, {}, later)).status).toBe(200);
  for (const each of [node, beside, later])
    await expect.poll(() => each.verifications.use.of(one.service)).toEqual({ requests: 4, persons: 2 });
  await beside.close();
  await later.close();
});

test('neighbouring ids: slowed, then suspended with a finding for the owner; nothing is answered from then on, on any node', async () => {
  const one = await client(1_000, 1_000);
  const second = await office.openNode();
  const statuses: number[] = [];
  // In a batch nobody waits: what is slowed is refused for now.
  const lines = Array.from({ length: 64 }, (_, number) => question(0, { subject: { nationalId: `M1${String(23_000_000 + number * 7)}` } }));
  const { body } = await node.askBatch(one.key, lines, { address: one.address });
  for (const line of body as { status?: number }[]) statuses.push(line.status ?? 200);
  expect(statuses.indexOf(429)).toBeGreaterThan(10);
  expect(statuses.indexOf(403)).toBeGreaterThan(statuses.indexOf(429));
  expect(statuses.indexOf(403)).toBeLessThan(64);
  expect(await ask(one, 1)).toMatchObject({ status: 403, body: { code: 'service-suspended', clause: 'NV-2.4' } });
  await second.clients.refresh();
  expect(await ask(one, 1, {}, second)).toMatchObject({ status: 403, body: { code: 'service-suspended' } });
  const findings = await office.scratch.database
    .selectFrom('verification_finding')
    .selectAll()
    .where('service_id', '=', one.service)
    .execute();
  expect(findings).toMatchObject([{ reason: 'neighbouring-ids', clause: 'NV-2.4' }]);
  const counted = await office.scratch.ledger.countByMonth(platformProgramme);
  expect(counted.find(({ type }) => type === 'finding')?.count).toBe(1);
  await second.close();
});

test('a sweep of one birth date over many people is slowed: others are answered first', async () => {
  const [one, other] = [await client(1_000, 1_000), await client(1_000, 1_000)];
  const sweep = (number: number) => {
    const subject = { nationalId: countyPerson(number).id, birthDate: '1960-05-05' };
    return ask(one, number, { subject, claims: ['birth-date-matches'] });
  };
  for (let number = 0; number < 29; number += 1) expect((await sweep(number)).status).toBe(200);
  const order: string[] = [];
  const slowed = sweep(29).then(({ status }) => order.push(`slowed ${status}`));
  await ask(other, 1).then(({ status }) => order.push(`other ${status}`));
  await slowed;
  expect(order).toEqual(['other 200', 'slowed 200']);
});

test('how much a service asked is told by the hour, with nothing about anybody', async () => {
  const one = await client(100, 100);
  await ask(one, 1);
  await ask(one, 2, {
    claims: ['county-resident', 'name-matches'],
    subject: { nationalId: countyPerson(2).id, name: countyPerson(2).name },
  });
  await ask(one, 3, { caseNumber: '' });
  const rows = () => office.scratch.database.selectFrom('verification_use').selectAll().where('service_id', '=', one.service).execute();
  await expect.poll(rows).toMatchObject([{ answered: 2, refused: 1, claims: { 'county-resident': 2, 'name-matches': 1 } }]);
  const [row] = await rows();
  expect(row?.latency.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(row?.hour.toISOString()).toBe('2026-11-02T02:00:00.000Z');
  expect(JSON.stringify(row)).not.toContain(countyPerson(1).id);
});

// Last: a node's day does not go back.
test('yesterday’s answers are not counted by a node that starts today', async () => {
  const one = await client(2, 2);
  office.clock.set('2026-11-05T02:00:00Z');
  const early = await office.openNode();
  await ask(one, 1, {}, early);
  await early.close();
  // Once the other node has read of it, its day ends behind it.
  await expect.poll(() => node.verifications.use.of(one.service)).toEqual({ requests: 1, persons: 1 });
  office.clock.set('2026-11-06T02:00:00Z');
  await expect.poll(() => node.verifications.use.of(one.service)).toEqual({ requests: 0, persons: 0 });
  await ask(one, 2);
  const later = await office.openNode();
  expect(later.verifications.use.of(one.service)).toEqual({ requests: 1, persons: 1 });
  await later.close();
});
