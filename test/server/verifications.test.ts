// The verification service as another system meets it: the demonstration's client service, invented people, the whole server.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDemoClients } from '#server';
import { openHouseholds } from '#server/households';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { serveHousehold } from '../support/invented-household.ts';
import { signedHeaders, singlePath, type ClientCredentials, type ToSign } from '../support/signed-request.ts';

const programme = 'nantou-verification';
const resident = { id: 'M100000001', name: '王小明', birthDate: '1986-01-02', flags: 1 | 16 };
const other = { id: 'M200000002', name: '溫美玲', birthDate: '1950-12-31', flags: 1 | 2 | 4 };
const stranger = 'Z199999999';

let office: DemoOffice;
let key: ClientCredentials;
beforeAll(async () => {
  office = await openDemoOffice();
  const { pool, keystore, config } = office.installation;
  const [client] = (await readDemoClients(config.dataDirectory)) ?? [];
  if (!client) throw new Error('the demonstration has no client service');
  key = client;
  await serveHousehold(pool, programme, openHouseholds({ pool, keystore }).digests(programme), [resident, other]);
});
afterAll(() => office.close());

const inOrder = (changes: object = {}) => ({
  caseNumber: '社助-115-000123',
  reason: '低收入戶資格審查',
  subject: { nationalId: resident.id },
  claims: ['county-resident'],
  ...changes,
});

async function post(
  request: Partial<ToSign> & { readonly headers?: Record<string, string | undefined>; readonly remoteAddress?: string },
  body: unknown = inOrder(),
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const path = request.path ?? singlePath;
  const createdSeconds = Math.floor(office.clock.now().epochMilliseconds / 1_000);
  const headers = { ...signedHeaders(key, { createdSeconds, ...request, body: request.body ?? text }), ...request.headers };
  const response = await office.http.inject({
    method: 'POST',
    url: path,
    headers: headers as Record<string, string>,
    payload: text,
    remoteAddress: request.remoteAddress ?? '127.0.0.1',
  });
  return { status: response.statusCode, text: response.body, json: () => response.json(), headers: response.headers };
}

test('claims are answered yes or no, and the record stands where the receipt says', async () => {
  const { status, json } = await post(
    {},
    inOrder({
      subject: { nationalId: 'm100000001', name: '王　小明', birthDate: '75/1/2' },
      claims: ['county-resident', 'indigenous', 'low-income', 'name-matches', 'birth-date-matches'],
    }),
  );
  expect([status, json()]).toEqual([
    200,
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      answers: { 'county-resident': true, indigenous: false, 'low-income': true, 'name-matches': true, 'birth-date-matches': true },
      asOf: '2026-10-31',
      receipt: expect.stringMatching(/^mingcha-receipt-/),
    },
  ]);
});

test('somebody in no file, and somebody whose answer is no, get the same bytes; a yes is as long', async () => {
  const claims = ['county-resident', 'indigenous', 'name-matches', 'birth-date-matches'];
  const subject = (nationalId: string) => ({ nationalId, name: '陳', birthDate: '1990-01-01' });
  const ask = async (nationalId: string, asked: readonly string[]) => {
    const { status, text } = await post({}, inOrder({ subject: subject(nationalId), claims: asked }));
    const { id, receipt } = JSON.parse(text) as { id: string; receipt: string };
    return { status, text: text.replace(id, '').replace(receipt, '') };
  };
  const no = await ask(resident.id, claims.slice(1));
  const unknown = await ask(stranger, claims.slice(1));
  expect(unknown).toEqual(no);
  expect((await ask(other.id, ['county-resident'])).text.length).toBe((await ask(stranger, ['county-resident'])).text.length);
});

describe('by hand', () => {
  const path = `/api/programmes/${programme}`;
  const byHand = (changes: object = {}) => ({ requestId: randomUUID(), ...inOrder(changes) });

  test('the project officer and the responsible person, with case number and reason', async () => {
    for (const login of ['officer', 'keeper']) {
      const client = await office.signIn(login);
      const { status, body } = await client.send('POST', `${path}/verifications`, byHand({ claims: ['county-resident', 'indigenous'] }));
      expect([login, status, body.answers]).toEqual([login, 200, { 'county-resident': true, indigenous: false }]);
      expect(body).toMatchObject({ asOf: '2026-10-31', watermark: { account: login, caseNumber: '社助-115-000123' } });
      expect(await client.send('POST', `${path}/verifications`, byHand({ caseNumber: '' }))).toMatchObject({
        status: 403,
        body: { clause: 'NV-4.2.1' },
      });
      const again = byHand();
      expect((await client.send('POST', `${path}/verifications`, again)).status).toBe(200);
      expect(await client.send('POST', `${path}/verifications`, again)).toMatchObject({ status: 409, body: { code: 'request-replayed' } });
    }
  });

  test('nobody else, with the clause; under another regulation there is nothing to verify', async () => {
    for (const login of ['supervisor1', 'auditor3']) {
      const client = await office.signIn(login);
      expect(await client.send('POST', `${path}/verifications`, byHand())).toMatchObject({
        status: 403,
        body: { code: 'refused-by-regulation', clause: 'NV-3.3' },
      });
    }
    const user = await office.signIn('user1');
    expect((await user.send('POST', '/api/programmes/nantou-webir/verifications', byHand())).status).toBe(404);
  });

  test('what the owner sees: use by the hour, and findings', async () => {
    const keeper = await office.signIn('keeper');
    await post({});
    await expect
      .poll(
        async () => (await keeper.get(`${path}/verification-use`)).body.rows.map(({ service }: { service: string }) => service === ''),
        { timeout: 5_000 },
      )
      .toEqual([true, false]);
    expect((await keeper.get(`${path}/findings`)).body).toEqual({ findings: [] });
    expect((await keeper.get(`${path}/verification-use?from=2020-01-01&until=2026-01-01`)).status).toBe(400);
  });
});
