// The regulations over the wire: public texts for whoever is signed in, read without a record.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { regulations } from '#regulations';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import type { TestClient } from '../support/test-client.ts';

let office: DemoOffice;
let user: TestClient;
beforeAll(async () => {
  office = await openDemoOffice();
  user = await office.signIn('user1');
});
afterAll(() => office.close());

const path = '/api/v1/regulations';
const countRecords = async () => (await office.installation.database.selectFrom('log_head').select('next').executeTakeFirstOrThrow()).next;

test('the list names every regulation, and of each clause how far it is answered', async () => {
  const { status, body } = await user.get(path);
  expect(status).toBe(200);
  expect(body.regulations.map(({ id }: { id: string }) => id)).toEqual(regulations.map(({ id }) => id));
  for (const [at, { counts }] of body.regulations.entries())
    expect(counts.works + counts.partly + counts['by-hand']).toBe(regulations[at]?.clauses.length);
});

test.each(regulations)('$id: every clause of the text is on the wire', async ({ id, clauses, ceasedOn }) => {
  const { status, body } = await user.get(`${path}/${id}`);
  expect(status).toBe(200);
  expect(body.clauses.map((clause: { id: string }) => clause.id)).toEqual(clauses.map((clause) => clause.id));
  expect(body.inForce).toBe(ceasedOn === null);
});

test.each(['nowhere', 'taipei', 'constructor'])('%s is not found', async (id) => {
  const { status, body } = await user.get(`${path}/${id}`);
  expect([status, body.code]).toEqual([404, 'not-found']);
});

test('reading them leaves no record', async () => {
  const before = await countRecords();
  await user.get(`${path}/${regulations[0]?.id}`);
  expect(await countRecords()).toBe(before);
});
