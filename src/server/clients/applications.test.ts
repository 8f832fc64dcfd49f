import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBase64Url } from '#domain/kernel';
import { findRegulation } from '#regulations';
import { openPlatformOffice, platformProgramme, proposedContent, type PlatformOffice } from '../../../test/support/platform-office.ts';
import { decideApplication, type ApplicationDecision } from './decide-application.ts';
import { fileAgain, fileApplication, fileReopening } from './file-application.ts';
import { setService } from './set-service.ts';
import { findApplication, findService } from './stored-services.ts';
import { suspendService } from './change-service.ts';

let office: PlatformOffice;
let ips = 0;
beforeAll(async () => {
  office = await openPlatformOffice();
  await office.hire('successor', 'supervisor');
});
afterAll(() => office.close());

/** Addresses that no other test uses. */
const ownAddresses = () => ({ addresses: [`198.51.100.${(ips += 1)}`] });

async function file(changes: Partial<typeof proposedContent> = ownAddresses()) {
  const filed = await fileApplication(office.parts, await office.actor('officer'), { service: null, number: '介接-1', note: '備註某甲', content: { ...proposedContent, ...changes } }); // prettier-ignore
  if (filed.kind !== 'filed') throw new Error(JSON.stringify(filed));
  return filed;
}
const decide = async (who: string, id: string, act: ApplicationDecision['act'], expected: number) =>
  decideApplication(office.parts, await office.actor(who), id, { act, expected, note: '' });
const set = async (who: string, id: string, expected: number) =>
  setService(office.parts, await office.actor(who), id, { expected, note: '' });
const stored = async (id: string) => (await findService(office.parts.database, platformProgramme, id)) ?? expect.unreachable();
const regulation = findRegulation('nantou-verification') ?? expect.unreachable();

async function records() {
  const { ledger, clock } = office.parts;
  const read = await ledger.recordRead(platformProgramme, { at: clock.now(), retention: 'log-5y', actor: { account: 'u-1' }, blindActor: 'u-1', scope: { kind: 'month', month: '2026-11' }, why: 'test' }); // prettier-ignore
  return Array.fromAsync(ledger.findByMonth(read, ['client-service']));
}

test('filed, approved, set: in use, with a key derived from the keystore, and each step in the log', async () => {
  const filed = await file({ addresses: ['192.0.2.7', '2001:DB8::7/128', '::ffff:192.0.2.8'] });
  expect((await stored(filed.service)).service).toMatchObject({ state: 'applied-for', content: null });
  expect(await decide('supervisor', filed.application, 'approve', 1)).toMatchObject({ kind: 'decided' });
  const done = await set('keeper', filed.application, 2);
  if (done.kind !== 'set' || !done.key) return expect.unreachable();

  const { service } = await stored(filed.service);
  expect(service).toMatchObject({ state: 'in-use', application: null, keys: [{ id: done.key.id }] });
  expect(service.content?.addresses).toEqual(['192.0.2.7', '2001:db8:0:0:0:0:0:7', '192.0.2.8']);
  const programmeKey = office.parts.keystore.programmeKey(platformProgramme, 'client-services');
  const derived = createHmac('sha256', programmeKey).update(`client-key\0${done.key.id}`).digest();
  expect(done.key.secret).toMatch(/^mck_/);
  expect(Buffer.from(fromBase64Url(done.key.secret.slice(4)))).toEqual(derived);
  expect(done.key.snippet).toContain(done.key.secret);

  const own = (await records()).filter(({ envelope }) => envelope['service'] === filed.service);
  expect(own.map(({ envelope }) => [envelope['clause'], envelope['event'], envelope['application']])).toEqual([
    ['NV-3.3', 'filed', filed.application],
    ['NV-3.3', 'approved', filed.application],
    ['NV-3.3', 'set', filed.application],
  ]);
  expect(own.map(({ actor }) => actor['account'])).toEqual(['u-officer', 'u-supervisor', 'u-keeper']);
  expect(own[2]?.envelope).toMatchObject({ claims: ['county-resident', 'low-income'], until: '2027-10-31', key: done.key.id });
  expect(own[0]?.subject).toMatchObject({ number: '介接-1', note: '備註某甲', contact: { name: '窗口某甲' } });
  for (const record of own) expect(JSON.stringify(record.envelope) + record.leaf).not.toMatch(/某甲|分機|mck_/);
  const indexes = (await stored(filed.service)).events.map(({ index }) => index);
  expect(indexes).toEqual([own[0]?.index, own[2]?.index, own[2]?.index]);
});

test('nowhere in the database is a key, or anything to make one of', async () => {
  const { key } = await office.setUp({ addresses: ['203.0.113.99'] });
  const bytes = Buffer.from(fromBase64Url(key.secret.slice(4)));
  const tables = ['application', 'application_event', 'client_service', 'client_service_event', 'client_address'] as const;
  for (const table of tables) {
    const { rows } = await office.scratch.pool.query<{ all: string }>(`select string_agg(${table}::text, ' ') as all from ${table}`);
    for (const form of [key.secret.slice(4), bytes.toString('hex'), bytes.toString('base64')]) expect(rows[0]?.all).not.toContain(form);
  }
});

test('four eyes: who may not, is told so by the clause, and nothing changes', async () => {
  const filed = await file();
  const refused = (code: string) => ({ kind: 'refused', clause: 'NV-3.3', code });
  expect(await decide('officer', filed.application, 'approve', 1)).toEqual(refused('not-the-role'));
  expect(await decide('auditor', filed.application, 'reject', 1)).toEqual(refused('not-the-role'));
  expect(await set('keeper', filed.application, 1)).toEqual(refused('not-the-step'));
  await decide('supervisor', filed.application, 'approve', 1);
  expect(await set('officer', filed.application, 2)).toEqual(refused('not-the-role'));
  const { database } = office.parts;
  const approver = { role: 'responsible-person', from_on: '2026-01-02', until_on: null } as const;
  await database.updateTable('account_grant').set({ revoked_on: '2026-01-01' }).where('account_id', '=', 'u-keeper').execute();
  await database.insertInto('account_grant').values({ ...approver, programme_id: platformProgramme, account_id: 'u-supervisor', revoked_on: null, purposes: [], operations: [] }).execute(); // prettier-ignore
  expect(await set('supervisor', filed.application, 2)).toEqual(refused('acted-before'));
  await database.deleteFrom('account_grant').where('account_id', '=', 'u-supervisor').where('role', '=', 'responsible-person').execute();
  await database.updateTable('account_grant').set({ revoked_on: null }).where('account_id', '=', 'u-keeper').execute();
  expect((await stored(filed.service)).service.state).toBe('applied-for');
  expect(await fileApplication(office.parts, await office.actor('keeper'), { service: null, number: '1', note: '', content: proposedContent })).toEqual(refused('not-the-role')); // prettier-ignore
});

test('a returned one is filed anew with other content; a rejected or withdrawn one ends', async () => {
  const filed = await file();
  expect(await decide('supervisor', filed.application, 'return', 1)).toMatchObject({ kind: 'decided' });
  const again = { number: '介接-2', note: '', content: { ...proposedContent, ...ownAddresses(), claims: ['disability'] } };
  expect(await fileAgain(office.parts, await office.actor('officer'), filed.application, { ...again, expected: 1 })).toMatchObject({ kind: 'changed-meanwhile' }); // prettier-ignore
  expect(await fileAgain(office.parts, await office.actor('officer'), filed.application, { ...again, expected: 2 })).toMatchObject({ kind: 'filed' }); // prettier-ignore
  const kept = await findApplication(office.parts.database, platformProgramme, regulation, filed.application);
  expect(kept).toMatchObject({
    number: '介接-2',
    seq: 3,
    content: { claims: ['disability'] },
    application: { state: 'waiting', nextStep: 1 },
  });
  expect(await decide('supervisor', filed.application, 'reject', 3)).toMatchObject({ kind: 'decided' });
  expect((await stored(filed.service)).service.state).toBe('not-set');
  expect(await decide('supervisor', filed.application, 'approve', 4)).toEqual({ kind: 'refused', clause: 'NV-3.3', code: 'decided' });

  const other = await file();
  expect(await decide('officer', other.application, 'withdraw', 1)).toMatchObject({ kind: 'decided' });
  expect((await stored(other.service)).service.state).toBe('not-set');
});

test('of two who decide at once one is told that it is done', async () => {
  const filed = await file();
  const both = await Promise.all([
    decide('supervisor', filed.application, 'approve', 1),
    decide('successor', filed.application, 'reject', 1),
  ]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['decided', 'refused']);
  const third = await file();
  expect(await decide('supervisor', third.application, 'approve', 0)).toEqual({ kind: 'changed-meanwhile', clause: 'NV-3.3' });
});

test.each([
  ['a range', { addresses: ['192.0.2.0/24'] }, 'addresses.0', 'address-range', 'NV-3.7'],
  ['this very machine', { addresses: ['127.0.0.1'] }, 'addresses.0', 'address-not-of-one-machine', 'NV-3.7'],
  ['no address', { addresses: [] }, 'addresses', 'no-addresses', 'NV-3.7'],
  ['a claim that nobody needs', { claims: ['income'] }, 'claims', 'claim-not-needed', 'NV-2.4'],
  ['a purpose of another regulation', { purposes: ['social-assistance'] }, 'purposes', 'unknown-purpose', 'NV-2.4'],
  ['an unknown operation', { operations: ['insured-history'] }, 'operations', 'unknown-operation', 'NV-3.3'],
  ['two years', { until: '2028-10-31' }, 'until', 'period-too-long', 'NV-4.1.2'],
] as const)('%s is refused with its field and clause, and nothing is written', async (_what, changes, field, code, clause) => {
  const count = async () => (await office.parts.database.selectFrom('client_service').select('id').execute()).length;
  const before = await count();
  const filed = await fileApplication(office.parts, await office.actor('officer'), { service: null, number: '1', note: '', content: { ...proposedContent, ...ownAddresses(), ...changes } }); // prettier-ignore
  expect(filed).toMatchObject({ kind: 'malformed', faults: expect.arrayContaining([{ field, code, clause }]) });
  expect(await count()).toBe(before);
});

test('an address belongs to one service, however it is written', async () => {
  await office.setUp({ addresses: ['203.0.113.7'] });
  const content = { ...proposedContent, addresses: ['::ffff:203.0.113.7'] };
  const filed = await fileApplication(office.parts, await office.actor('officer'), { service: null, number: '1', note: '', content });
  expect(filed).toMatchObject({ kind: 'malformed', faults: [{ field: 'addresses.0', code: 'address-of-another-service', clause: 'NV-3.7' }] }); // prettier-ignore
});

test('an address that was taken between filing and setting is refused at the setting', async () => {
  const [first, second] = [await file({ addresses: ['203.0.113.8'] }), await file({ addresses: ['203.0.113.8'] })];
  for (const { application } of [first, second]) await decide('supervisor', application, 'approve', 1);
  const both = await Promise.all([set('keeper', first.application, 2), set('keeper', second.application, 2)]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['malformed', 'set']);
});

test('a demonstration may ask from this machine', async () => {
  const content = { ...proposedContent, addresses: ['127.0.0.1', '::1'] };
  expect(await fileApplication(office.demoParts, await office.actor('officer'), { service: null, number: '1', note: '', content })).toMatchObject({ kind: 'filed' }); // prettier-ignore
});

test('a change takes effect when it is set, keeps the key, and a second one waits for the first', async () => {
  const { service } = await office.setUp(ownAddresses());
  const change = async (expected: number) =>
    fileApplication(office.parts, await office.actor('officer'), { service: { id: service, expected }, number: '2', note: '', content: { ...proposedContent, ...ownAddresses(), claims: ['indigenous'] } }); // prettier-ignore
  expect(await change(2)).toMatchObject({ kind: 'changed-meanwhile' });
  const filed = await change(3);
  if (filed.kind !== 'filed') return expect.unreachable();
  expect(await change(4)).toEqual({ kind: 'refused', clause: 'NV-3.3', code: 'application-open' });
  expect((await stored(service)).service.content?.claims).toEqual(['county-resident', 'low-income']);
  await decide('supervisor', filed.application, 'approve', 1);
  expect(await set('keeper', filed.application, 2)).toEqual({ kind: 'set', service, key: null });
  expect((await stored(service)).service).toMatchObject({ state: 'in-use', content: { claims: ['indigenous'] }, keys: [{}] });
});

test('with a certificate there is no key', async () => {
  const filed = await file({ ...ownAddresses(), certificate: 'ab'.repeat(32) });
  await decide('supervisor', filed.application, 'approve', 1);
  expect(await set('keeper', filed.application, 2)).toMatchObject({ kind: 'set', key: null });
  expect((await stored(filed.service)).service.keys).toEqual([]);
});

test('a certificate is of one service, and a service keeps its own in a change', async () => {
  const certificate = '12'.repeat(32);
  const filed = await file({ ...ownAddresses(), certificate });
  await decide('supervisor', filed.application, 'approve', 1);
  await set('keeper', filed.application, 2);
  const apply = async (service: { id: string; expected: number } | null) =>
    fileApplication(office.parts, await office.actor('officer'), { service, number: '1', note: '', content: { ...proposedContent, ...ownAddresses(), certificate } }); // prettier-ignore
  expect(await apply(null)).toEqual({ kind: 'malformed', faults: [{ field: 'certificate', code: 'certificate-of-another-service', clause: 'NV-3.3' }] }); // prettier-ignore
  expect(await apply({ id: filed.service, expected: 2 })).toMatchObject({ kind: 'filed' });
});

test('what the data’s owner had suspended comes back by a reopening application alone', async () => {
  const { service } = await office.setUp(ownAddresses());
  const reopen = async (expected: number) =>
    fileReopening(office.parts, await office.actor('officer'), { service: { id: service, expected }, number: '民政-1', note: '', evidence: '已改善並檢附佐證' }); // prettier-ignore
  expect(await reopen(3)).toEqual({ kind: 'refused', clause: 'NV-5.6', code: 'not-suspended' });
  await suspendService(office.parts, await office.actor('supervisor'), { service, expected: 3, note: '', cause: 'provider' });
  const filed = await reopen(4);
  if (filed.kind !== 'filed') return expect.unreachable();
  expect(await decide('officer', filed.application, 'approve', 1)).toMatchObject({
    kind: 'refused',
    clause: 'NV-5.6',
    code: 'not-the-role',
  });
  expect(await set('keeper', filed.application, 1)).toMatchObject({ kind: 'refused', code: 'not-the-step' });
  expect(await decide('supervisor', filed.application, 'approve', 1)).toMatchObject({ kind: 'decided' });
  expect((await stored(service)).service).toMatchObject({ state: 'in-use', suspension: null, application: null });
  const last = (await records()).findLast(({ envelope }) => envelope['service'] === service);
  expect(last?.envelope).toMatchObject({ clause: 'NV-5.6', form: 'reopening-application', event: 'approved' });
  expect(last?.subject).toMatchObject({ evidence: '已改善並檢附佐證' });
});

test('what has no record has not happened', async () => {
  const count = async () => (await office.scratch.pool.query<{ n: number }>('select count(*)::int as n from application_event')).rows[0]?.n;
  const before = await count();
  await office.scratch.pool.query(`create function no_record() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger no_record before insert on record for each row execute function no_record()`);
  await expect(file()).rejects.toThrow();
  await office.scratch.pool.query('drop trigger no_record on record; drop function no_record');
  expect(await count()).toBe(before);
});

test('of another programme, and of none such, nothing is found', async () => {
  const { application } = await file();
  const elsewhere = { ...(await office.actor('supervisor')), programme: { id: 'other', regulation: 'nantou-verification', furtherRegulations: [], title: '' } }; // prettier-ignore
  expect(await decideApplication(office.parts, elsewhere, application, { act: 'approve', expected: 1, note: '' })).toEqual({ kind: 'not-found' }); // prettier-ignore
  expect(await decide('supervisor', 'ap-none', 'approve', 1)).toEqual({ kind: 'not-found' });
  const webir = { ...(await office.actor('officer')), programme: { id: platformProgramme, regulation: 'nantou-webir', furtherRegulations: [], title: '' } }; // prettier-ignore
  expect(await fileApplication(office.parts, webir, { service: null, number: '1', note: '', content: proposedContent })).toEqual({ kind: 'not-found' }); // prettier-ignore
});
