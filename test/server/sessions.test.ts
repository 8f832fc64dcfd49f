// Sessions that end in other ways than by their owner, and what the log says of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDemoAccounts } from '#server';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { programmePath, queryInOrder, type TestClient } from '../support/test-client.ts';

let office: DemoOffice;
let chief: TestClient;
beforeAll(async () => {
  office = await openDemoOffice();
  chief = await office.signIn('chief');
});
afterAll(() => office.close());

async function accountOf(login: string) {
  return office.installation.database
    .selectFrom('account')
    .select(['id', 'person_id'])
    .where('login', '=', login)
    .executeTakeFirstOrThrow();
}

/** The newest record of a type: who is in it, and its envelope. */
async function newestOf(type: string) {
  const { index } = await office.installation.database.selectFrom('record').select('index').where('type', '=', type).orderBy('index', 'desc').limit(1).executeTakeFirstOrThrow(); // prettier-ignore
  const { body } = await chief.get(`${programmePath}/records/${index}`);
  return { login: body.actor.login, ended: body.envelope.ended };
}

const countSessions = async (login: string) => {
  const { id } = await accountOf(login);
  return (await office.installation.database.selectFrom('session').select('account_id').where('account_id', '=', id).execute()).length;
};

describe('somebody who is no longer in service keeps no session, for anything', () => {
  test.each(['suspended', 'transferred', 'left'] as const)('%s', async (employment) => {
    const { database } = office.installation;
    const { person_id } = await accountOf('user1');
    const set = (value: 'active' | typeof employment) => database.updateTable('person').set({ employment: value }).where('id', '=', person_id).execute(); // prettier-ignore
    const client = await office.signIn('user1');
    await set(employment);
    const before = await database.selectFrom('record').select(({ fn }) => fn.countAll<string>().as('count')).where('type', 'in', ['intent', 'refused', 'log-read']).executeTakeFirstOrThrow(); // prettier-ignore
    const answers = [
      await client.send('POST', `${programmePath}/queries`, queryInOrder()),
      await client.get(`${programmePath}/queries`),
      await client.get('/api/session'),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(['not-signed-in', 'not-signed-in', 'not-signed-in']);
    const after = await database.selectFrom('record').select(({ fn }) => fn.countAll<string>().as('count')).where('type', 'in', ['intent', 'refused', 'log-read']).executeTakeFirstOrThrow(); // prettier-ignore
    expect(after).toEqual(before);
    expect(await newestOf('sign-out')).toEqual({ login: 'user1', ended: 'not-in-service' });
    await set('active');
    expect((await client.get('/api/session')).status).toBe(401);
  });
});

test('a session that time ended is recorded as such, once', async () => {
  const client = await office.signIn('user2');
  office.clock.moveAhead({ minutes: 15 });
  expect((await client.get('/api/session')).status).toBe(401);
  chief = await office.signIn('chief');
  expect(await newestOf('sign-out')).toEqual({ login: 'user2', ended: 'idle' });
  expect(await countSessions('user2')).toBe(0);
});

test('signing in where somebody else is signed in ends their session', async () => {
  const first = await office.signIn('user3');
  const accounts = await readDemoAccounts(office.installation.config.dataDirectory);
  const password = accounts?.find(({ login }) => login === 'user4')?.password ?? '';
  const signIn = (given: string) =>
    office.http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { cookie: first.cookie },
      payload: { login: 'user4', password: given },
    });
  expect((await signIn('wrong')).statusCode).toBe(401);
  expect((await first.get('/api/session')).status).toBe(200);
  expect((await signIn(password)).statusCode).toBe(200);
  expect((await first.get('/api/session')).status).toBe(401);
  expect(await newestOf('sign-out')).toEqual({ login: 'user3', ended: 'signed-in-anew' });
  expect(await countSessions('user4')).toBe(1);
});

test('a role that was revoked is gone within the session', async () => {
  const manager = await office.signIn('manager1');
  expect((await manager.get(`${programmePath}/months`)).status).toBe(200);
  const today = office.clock.now().toZonedDateTimeISO('Asia/Taipei').toPlainDate().toString();
  const { id } = await accountOf('manager1');
  await office.installation.database.updateTable('account_grant').set({ revoked_on: today }).where('account_id', '=', id).execute();
  expect((await manager.get(`${programmePath}/months`)).body.code).toBe('not-permitted');
});

test('an office behind one address: one person’s many tries leave the others theirs', async () => {
  const [busy, other] = [await office.signIn('user5'), await office.signIn('user6')];
  const change = (client: TestClient) =>
    client.send('PUT', '/api/account/password', { currentPassword: 'x', newPassword: 'Tulips-in-2026-x' });
  const answers = [];
  for (let tries = 0; tries < 21; tries += 1) answers.push((await change(busy)).status);
  expect(answers.at(-1)).toBe(429);
  expect((await change(other)).status).toBe(400);
});

test('behind TLS the cookie is __Host- and Secure, to set and to clear', async () => {
  const secure = await openDemoOffice({ config: { secureCookies: true } });
  const client = await secure.signIn('user1');
  expect(client.cookie).toMatch(/^__Host-mingcha=/);
  const { status, headers } = await client.send('DELETE', '/api/session');
  expect(status).toBe(204);
  expect(headers['set-cookie']).toMatch(/^__Host-mingcha=; .*Path=\/;.*Secure/);
  await secure.close();
});
