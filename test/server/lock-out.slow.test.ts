// Guessing passwords: at the sign-in, at the change of the password and at the signature. All count together (附表十 4-2-3), guesses
// sent at once included, and each is in the log.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readDemoAccounts } from '#server';
import { hashPassword, PasswordsBusy, verifyPassword } from '#server/accounts';
import { faultCode } from '../../src/server/fault-code.ts';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { programmePath } from '../support/test-client.ts';

let office: DemoOffice;
let passwords: Map<string, string>;
beforeAll(async () => {
  office = await openDemoOffice();
  passwords = new Map((await readDemoAccounts(office.installation.config.dataDirectory))?.map(({ login, password }) => [login, password]));
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.installation.database.updateTable('account').set({ failed_sign_ins: 0, locked_until: null }).execute();
});

const right = (login: string) => passwords.get(login) ?? '';
const trySignIn = async (login: string, password: string) =>
  (await office.http.inject({ method: 'POST', url: '/api/session', payload: { login, password } })).statusCode;
const times = (count: number) => Array.from({ length: count }, (_, place) => place);

async function accountOf(login: string) {
  return office.installation.database.selectFrom('account').selectAll().where('login', '=', login).executeTakeFirstOrThrow();
}

/** What the log says of an account, newest first, as its manager reads it. */
async function newestRecords(login: string, count: number) {
  const { database, keystore } = office.installation;
  const { id } = await accountOf(login);
  const blind = Buffer.from(keystore.blind(office.clock.now().toZonedDateTimeISO('Asia/Taipei').year, 'actor', id));
  const rows = await database.selectFrom('record').select('index').where('actor_blind', '=', blind).orderBy('index', 'desc').limit(count).execute(); // prettier-ignore
  const chief = await office.signIn('chief');
  const records = [];
  for (const { index } of rows) records.push((await chief.get(`${programmePath}/records/${index}`)).body);
  return records.map(({ type, envelope: { use, failures } }) => [type, use, failures]);
}

test('of guesses sent at once, the right one among them too, none is answered after the fifth wrong one', async () => {
  const guesses = times(40).map((place) => trySignIn('user2', place === 30 ? right('user2') : `wrong-${place}`));
  expect(new Set(await Promise.all(guesses))).toEqual(new Set([401]));
  expect((await accountOf('user2')).failed_sign_ins).toBe(5);
  expect(await newestRecords('user2', 1)).toEqual([['lock-out', 'sign-in', 5]]);
});

test('a wrong current password counts, is recorded, and the fifth locks: not even the right one changes it then', async () => {
  const client = await office.signIn('user3');
  const change = (currentPassword: string) =>
    client.send('PUT', '/api/account/password', { currentPassword, newPassword: 'Tulips-in-2026-x' });
  for (const guess of times(4)) expect((await change(`wrong-${guess}`)).body.fields[0].field).toBe('currentPassword');
  expect(await newestRecords('user3', 1)).toEqual([['sign-in-failed', 'password-change', 4]]);
  await change('wrong-again');
  expect(await newestRecords('user3', 1)).toEqual([['lock-out', 'password-change', 5]]);
  expect((await change(right('user3'))).body.fields[0]).toMatchObject({ field: 'currentPassword', code: 'wrong' });
  expect(await trySignIn('user3', right('user3'))).toBe(401);
  expect((await client.get('/api/session')).status).toBe(200);
});

test('a wrong password at the signature counts with those at the sign-in', async () => {
  const [chief, auditor] = [await office.signIn('chief'), await office.signIn('auditor1')];
  const month = office.clock.now().toZonedDateTimeISO('Asia/Taipei').subtract({ months: 1 }).toPlainDate().toPlainYearMonth().toString();
  const path = `${programmePath}/months/${month}`;
  expect((await chief.send('POST', `${path}/close`)).status).toBe(200);
  expect((await auditor.send('POST', `${path}/sample`, { entropy: 'ab'.repeat(32) })).status).toBe(200);
  for (const guess of times(3)) await trySignIn('auditor1', `wrong-${guess}`);
  const sign = (password: string) => auditor.send('POST', `${path}/sample/signature`, { password });
  for (const guess of times(2)) expect((await sign(`wrong-${guess}`)).body.fields[0].code).toBe('wrong');
  expect(await newestRecords('auditor1', 2)).toEqual([
    ['lock-out', 'audit-result', 5],
    ['sign-in-failed', 'audit-result', 4],
  ]);
  expect((await sign(right('auditor1'))).body.fields[0].code).toBe('wrong');
  office.clock.moveAhead({ minutes: 14 });
  await auditor.send('POST', '/api/session/touch');
  office.clock.moveAhead({ minutes: 1 });
  // The password is right again; what is still missing are the marks.
  expect((await sign(right('auditor1'))).body.code).toBe('conflict');
});

test('two changes at once: one stands, and the other knows the password no more', async () => {
  const client = await office.signIn('user4');
  const change = (newPassword: string) => client.send('PUT', '/api/account/password', { currentPassword: right('user4'), newPassword });
  const answered = await Promise.all([change('Tulips-in-2026-x'), change('Roses-in-2026-xy')]);
  expect(answered.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  const { id } = await accountOf('user4');
  const kept = await office.installation.database
    .selectFrom('password_history')
    .select('account_id')
    .where('account_id', '=', id)
    .execute();
  expect(kept).toHaveLength(1);
});

test('a password that was changed while it was being proven opens no session', async () => {
  const signingIn = times(6).map(() => trySignIn('user5', right('user5')));
  const hash = await hashPassword('Tulips-in-2026-x');
  await office.installation.database.updateTable('account').set({ password_hash: hash }).where('login', '=', 'user5').execute();
  const statuses = await Promise.all(signingIn);
  expect(statuses.at(-1)).toBe(401);
  expect((await accountOf('user5')).failed_sign_ins).toBeGreaterThan(0);
});

test('every failure takes as long: no such account, a wrong password, a locked account', async () => {
  const stepMs = 250;
  const timed = async (login: string) => {
    const before = performance.now();
    expect(await trySignIn(login, 'wrong')).toBe(401);
    return performance.now() - before;
  };
  const kinds = { unknown: () => timed('nobody'), wrong: () => timed('user6'), locked: () => timed('user2') };
  await office.installation.database.updateTable('account').set({ failed_sign_ins: 5, locked_until: office.clock.now().add({ minutes: 5 }).toString() }).where('login', '=', 'user2').execute(); // prettier-ignore
  for (const kind of Object.values(kinds)) {
    // Looking at a password takes far less than a step; timers may be a millisecond early.
    for (const took of [await kind(), await kind()]) expect(took).toBeGreaterThanOrEqual(stepMs - 2);
  }
});

test('so many passwords at once that memory would suffer: the rest is told to come again', async () => {
  // Cheap to look at, and still in turn.
  const cheap = '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  const settled = await Promise.allSettled(times(300).map(() => verifyPassword('x', cheap)));
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toHaveLength(300 - 258);
  for (const reason of refused) expect([reason instanceof PasswordsBusy, faultCode(reason)]).toEqual([true, 'overloaded']);
  expect(await verifyPassword('x', cheap)).toBe(false);
});
