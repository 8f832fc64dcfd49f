import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { clientOf, programmePath, signInTo } from '../support/test-client.ts';
import { readDemoAccounts } from '#server';

let office: DemoOffice;
let passwords: Map<string, string>;
beforeAll(async () => {
  office = await openDemoOffice();
  passwords = new Map((await readDemoAccounts(office.installation.config.dataDirectory))?.map(({ login, password }) => [login, password]));
});
afterAll(() => office.close());

const trySignIn = (login: string, password: string) =>
  office.http.inject({ method: 'POST', url: '/api/session', payload: { login, password } });
const typesOf = async (login: string) => {
  const account = await office.installation.database
    .selectFrom('account')
    .select('id')
    .where('login', '=', login)
    .executeTakeFirstOrThrow();
  const blind = Buffer.from(
    office.installation.keystore.blind(office.clock.now().toZonedDateTimeISO('Asia/Taipei').year, 'actor', account.id),
  );
  const rows = await office.installation.database
    .selectFrom('record')
    .select('type')
    .where('actor_blind', '=', blind)
    .orderBy('index')
    .execute();
  return rows.map((row) => row.type);
};

test('a right password opens a session in an HttpOnly, SameSite=Strict cookie, and the log says so', async () => {
  const response = await trySignIn(' USER1 ', passwords.get('user1') ?? '');
  expect(response.statusCode).toBe(200);
  expect(response.headers['set-cookie']).toMatch(/^mingcha=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(response.headers['cache-control']).toBe('no-store');
  expect(response.json()).toMatchObject({ login: 'user1', roles: ['user'], programme: 'nantou-webir', demo: true });
  expect((await typesOf('user1')).at(-1)).toBe('sign-in');
});

test('a wrong password and an unknown account get the same answer', async () => {
  const wrong = await trySignIn('user2', 'not-the-Passw0rd!');
  const unknown = await trySignIn('nobody-here', 'not-the-Passw0rd!');
  expect(wrong.statusCode).toBe(401);
  const { reference: _a, ...wrongBody } = wrong.json();
  const { reference: _b, ...unknownBody } = unknown.json();
  expect(wrongBody).toEqual(unknownBody);
  expect(wrongBody.code).toBe('sign-in-failed');
  expect((await typesOf('user2')).at(-1)).toBe('sign-in-failed');
});

test('guesses sent at once are all counted: the account is locked, recorded, and opens again after 15 minutes', async () => {
  await Promise.all([1, 2, 3, 4, 5].map(() => trySignIn('user3', 'not-the-Passw0rd!')));
  expect((await typesOf('user3')).filter((type) => type === 'lock-out')).toHaveLength(1);
  expect((await trySignIn('user3', passwords.get('user3') ?? '')).statusCode).toBe(401);
  office.clock.moveAhead({ minutes: 15 });
  expect((await trySignIn('user3', passwords.get('user3') ?? '')).statusCode).toBe(200);
});

test('one session per account: signing in elsewhere ends the first', async () => {
  const first = await office.signIn('user4');
  const second = await office.signIn('user4');
  expect((await first.get('/api/session')).status).toBe(401);
  expect((await second.get('/api/session')).status).toBe(200);
});

test('a session that was signed out is not answered again when its cookie is replayed', async () => {
  const client = await office.signIn('user5');
  expect((await client.send('DELETE', '/api/session')).status).toBe(204);
  expect((await client.get('/api/session')).body.code).toBe('not-signed-in');
  expect((await typesOf('user5')).at(-1)).toBe('sign-out');
});

test('an idle session ends after 15 minutes (NW-4.1.4), and looking at it is no activity', async () => {
  const client = await office.signIn('user6');
  office.clock.moveAhead({ minutes: 14 });
  expect((await client.get('/api/session')).status).toBe(200);
  office.clock.moveAhead({ minutes: 1 });
  expect((await client.get('/api/session')).status).toBe(401);
});

test('touching a session keeps it, but eight hours are the end', async () => {
  const client = await office.signIn('user6');
  for (let quarter = 0; quarter < 34; quarter += 1) {
    office.clock.moveAhead({ minutes: 14 });
    const { status } = await client.send('POST', '/api/session/touch');
    expect(status).toBe(quarter < 34 && (quarter + 1) * 14 < 480 ? 200 : 401);
  }
  office.clock.moveAhead({ minutes: 14 });
  expect((await client.send('POST', '/api/session/touch')).status).toBe(401);
});

test('without the CSRF token nothing is changed', async () => {
  const client = await office.signIn('user6');
  const forged = clientOf(office.http, client.cookie, 'x'.repeat(32));
  expect((await forged.send('POST', `${programmePath}/queries`, {})).body.code).toBe('malformed-request');
  expect((await forged.send('POST', '/api/session/touch')).body.code).toBe('csrf-token-invalid');
  expect((await forged.query()).body.code).toBe('csrf-token-invalid');
});

describe('changing the password', () => {
  test('refuses by every rule, then changes, records it, and the old one is over', async () => {
    const client = await office.signIn('auditor1');
    const old = passwords.get('auditor1') ?? '';
    const change = (newPassword: string, currentPassword = old) =>
      client.send('PUT', '/api/account/password', { currentPassword, newPassword });
    expect((await change('Tulips-in-2026-x', 'wrong')).body.fields[0]).toMatchObject({ field: 'currentPassword' });
    expect((await change('short')).body.fields.map((field: { code: string }) => field.code)).toEqual([
      'length',
      'upper',
      'digit',
      'symbol',
    ]);
    expect((await change(old)).body.fields.map((field: { code: string }) => field.code)).toContain('reused');
    expect((await change('Tulips-in-2026-x')).status).toBe(200);
    expect((await typesOf('auditor1')).at(-1)).toBe('password-change');
    expect((await change('Roses-in-2026-xy', 'Tulips-in-2026-x')).body.fields.map((field: { code: string }) => field.code)).toEqual([
      'too-young',
    ]);
    expect((await trySignIn('auditor1', old)).statusCode).toBe(401);
    await signInTo(office.http, 'auditor1', 'Tulips-in-2026-x');
  });
});

test('who has to change the password can do nothing else first', async () => {
  await office.installation.database.updateTable('account').set({ must_change: true }).where('login', '=', 'user2').execute();
  const client = await office.signIn('user2');
  expect((await client.query()).body.code).toBe('password-must-change');
  expect((await client.get('/api/session')).body.mustChangePassword).toBe(true);
});

test('somebody who left cannot sign in', async () => {
  await office.installation.database.updateTable('person').set({ employment: 'left' }).where('name', '=', '楊家喆').execute();
  expect((await trySignIn('user6', passwords.get('user6') ?? '')).statusCode).toBe(401);
});
