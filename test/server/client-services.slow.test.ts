// Client services over the wire, as the people of the demonstration's platform use them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientServiceRoutes } from '../../src/contract/client-services.ts';
import type { Route } from '#contract';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { queryInOrder, type TestClient } from '../support/test-client.ts';

const platform = '/api/programmes/nantou-verification';
const services = `${platform}/client-services`;
const applications = `${platform}/service-applications`;

type Who = 'officer' | 'keeper' | 'supervisor1' | 'auditor3';
const everyone: readonly Who[] = ['officer', 'keeper', 'supervisor1', 'auditor3'];

let office: DemoOffice;
const clients = new Map<Who, TestClient>();
const as = (who: Who): TestClient => clients.get(who) ?? expect.unreachable(who);
beforeAll(async () => {
  office = await openDemoOffice();
  for (const who of everyone) clients.set(who, await office.signIn(who));
});
afterAll(() => office.close());

const today = () => office.clock.now().toZonedDateTimeISO('Asia/Taipei').toPlainDate();
const content = (changes: Record<string, unknown> = {}) => ({
  name: '敬老津貼系統',
  unit: '社會及勞動局長青福利科',
  purposes: ['eligibility'],
  operations: ['verify'],
  claims: ['elderly-living-alone'],
  addresses: ['192.0.2.20'],
  from: today().toString(),
  until: today().add({ months: 6 }).toString(),
  requestsPerDay: 100,
  personsPerDay: 50,
  contact: { name: '窗口', reachedBy: '分機 1' },
  certificate: null,
  ...changes,
});
const filing = (changes: Record<string, unknown> = {}) => ({ service: null, number: '長青-115-1', note: '', content: content(changes) });

test('from the application to the key, and on to rotation, suspension, resumption and end', async () => {
  const filed = await as('officer').send('POST', applications, filing());
  expect([filed.status, filed.body.state, filed.body.mayDo]).toEqual([200, 'waiting', ['withdraw']]);
  const { id, service } = filed.body as { id: string; service: string };
  expect((await as('supervisor1').get(`${applications}/${id}`)).body.mayDo).toEqual(['approve', 'return', 'reject']);
  const approved = await as('supervisor1').send('POST', `${applications}/${id}/decision`, { expected: 1, note: '', act: 'approve' });
  expect(approved.body).toMatchObject({ state: 'waiting', nextStep: 2, events: [{ by: '曾雅文' }, { by: '周麗珍', kind: 'approved' }] });
  const set = await as('keeper').send('POST', `${applications}/${id}/setting`, { expected: 2, note: '' });
  expect(set.status).toBe(200);
  expect(set.headers['cache-control']).toBe('no-store');
  expect(set.body.key.secret).toMatch(/^mck_[A-Za-z0-9_-]{43}$/);
  expect(set.body.service).toMatchObject({
    summary: { state: 'in-use', claims: ['elderly-living-alone'] },
    keys: [{ id: set.body.key.id }],
  });
  const shown = await as('auditor3').get(`${services}/${service}`);
  expect(shown.bytes.toString()).not.toContain('mck_');

  const path = `${services}/${service}`;
  const rotated = await as('keeper').send('POST', `${path}/keys`, { expected: 3, note: '', overlapHours: 24 });
  expect(rotated.body.service.keys).toHaveLength(2);
  const revoked = await as('keeper').send('POST', `${path}/keys/${set.body.key.id}/revocation`, { expected: 4, note: '' });
  expect(revoked.body.keys.map((key: { id: string }) => key.id)).toEqual([rotated.body.key.id]);
  const suspended = await as('officer').send('POST', `${path}/suspension`, { expected: 5, note: '', cause: 'by-hand' });
  expect(suspended.body.summary).toMatchObject({ state: 'suspended', suspension: { cause: 'by-hand', clause: 'NV-3.3' } });
  const proposed = await as('keeper').send('POST', `${path}/resumption/proposal`, { expected: 6, note: '' });
  expect(proposed.body.resumptionProposed).toBe(true);
  const resumed = await as('supervisor1').send('POST', `${path}/resumption`, { expected: 7, note: '' });
  expect(resumed.body.summary.state).toBe('in-use');
  const ended = await as('keeper').send('POST', `${path}/end`, { expected: 8, note: '' });
  expect(ended.body).toMatchObject({ summary: { state: 'ended' }, keys: [], addresses: [] });
  expect(ended.body.events.map((event: { kind: string }) => event.kind)).toEqual(['applied-for', 'set', 'key-issued', 'key-rotated', 'key-revoked', 'suspended', 'resumption-proposed', 'resumed', 'ended']); // prettier-ignore
  const again = await as('officer').send('POST', applications, filing());
  expect(again.status).toBe(200); // its address is free again
});

test('a reopening is applied for with its evidence', async () => {
  const [first] = (await as('auditor3').get(services)).body.services;
  const { seq } = (await as('officer').get(`${services}/${first.id}`)).body;
  await as('supervisor1').send('POST', `${services}/${first.id}/suspension`, { expected: seq, note: '', cause: 'provider' });
  const refused = await as('keeper').send('POST', `${services}/${first.id}/resumption/proposal`, { expected: seq + 1, note: '' });
  expect([refused.status, refused.body.code, refused.body.clause]).toEqual([409, 'conflict', 'NV-5.6']);
  const filed = await as('officer').send('POST', `${services}/${first.id}/reopening`, { expected: seq + 1, note: '', number: '民政-1', evidence: '已改善' }); // prettier-ignore
  expect(filed.body).toMatchObject({ form: { code: 'reopening-application', clause: 'NV-5.6' }, evidence: '已改善', content: null });
  const returned = await as('supervisor1').send('POST', `${applications}/${filed.body.id}/decision`, { expected: 1, note: '補件', act: 'return' }); // prettier-ignore
  expect(returned.body).toMatchObject({ state: 'returned', nextStep: 0 });
  const anew = await as('officer').send('PUT', `${applications}/${filed.body.id}`, { expected: 2, note: '', number: '民政-2', content: { evidence: '已補件' } }); // prettier-ignore
  expect(anew.body).toMatchObject({ state: 'waiting', evidence: '已補件', number: '民政-2' });
  const mixed = await as('officer').send('PUT', `${applications}/${filed.body.id}`, {
    expected: 3,
    note: '',
    number: '1',
    content: content(),
  });
  expect(mixed.status).toBe(404);
  await as('supervisor1').send('POST', `${applications}/${filed.body.id}/decision`, { expected: 3, note: '', act: 'approve' });
  expect((await as('officer').get(`${services}/${first.id}`)).body.summary).toMatchObject({ state: 'in-use', suspension: null });
});

test('the review of this half-year is shown, and signed with the password', async () => {
  const shown = await as('auditor3').get(`${platform}/address-review`);
  expect(shown.body).toMatchObject({ clause: 'NV-3.8', reviewed: false, findings: [] });
  const { period, digest } = shown.body;
  const wrong = await as('keeper').send('POST', `${platform}/address-review`, { period, digest, password: 'x' });
  expect([wrong.status, wrong.body.code, wrong.body.fields[0].field]).toEqual([400, 'malformed-request', 'password']);
});

describe('what is refused', () => {
  test('each wrong field is named, with what is wrong and the clause', async () => {
    const answered = await as('officer').send('POST', applications, filing({ addresses: ['10.0.0.0/8', '0.0.0.0'], claims: ['income'] }));
    expect([answered.status, answered.body.code, answered.body.clause]).toEqual([400, 'malformed-request', 'NV-2.4']);
    expect(answered.body.fields.map(({ field, code }: { field: string; code: string }) => [field, code])).toEqual([
      ['content.claims', 'claim-not-needed'],
      ['content.addresses.0', 'address-range'],
      ['content.addresses.1', 'address-not-of-one-machine'],
    ]);
    for (const { message } of answered.body.fields) expect(message).toMatch(/[一-鿿]/);
  });

  test.each([
    ['a name that is blank', { name: ' ' }],
    ['a control character', { unit: '科\u0000' }],
    ['no requests', { requestsPerDay: 0 }],
    ['half a request', { personsPerDay: 1.5 }],
    ['a day that is none', { until: '2026-02-30' }],
    ['a certificate that is none', { certificate: 'AB' }],
    ['sixty-five addresses', { addresses: Array.from({ length: 65 }, () => '192.0.2.1') }],
    ['an unknown field', { colour: 'red' }],
  ])('%s', async (_what, changes) => {
    const answered = await as('officer').send('POST', applications, filing(changes));
    expect([answered.status, answered.body.code]).toEqual([400, 'malformed-request']);
  });

  test('who filed may not approve; who saw an older state is told to look again', async () => {
    const filed = await as('officer').send('POST', applications, filing({ addresses: ['192.0.2.30'] }));
    const decision = `${applications}/${filed.body.id}/decision`;
    const own = await as('officer').send('POST', decision, { expected: 1, note: '', act: 'approve' });
    expect([own.status, own.body.code, own.body.clause]).toEqual([403, 'not-permitted', 'NV-3.3']);
    const stale = await as('supervisor1').send('POST', decision, { expected: 9, note: '', act: 'approve' });
    expect([stale.status, stale.body.code, stale.body.clause]).toEqual([409, 'conflict', 'NV-3.3']);
  });

  test.each([`${services}/cs-none`, `${applications}/ap-none`])('%s is not found', async (path) => {
    expect((await as('officer').get(path)).status).toBe(404);
  });
});

describe('who may', () => {
  const readers = everyone;
  const table: Record<keyof typeof clientServiceRoutes, readonly Who[]> = {
    clientServices: readers,
    clientService: readers,
    serviceApplications: readers,
    serviceApplication: readers,
    fileServiceApplication: ['officer'],
    fileServiceAgain: ['officer'],
    fileReopening: ['officer'],
    decideServiceApplication: ['officer', 'keeper', 'supervisor1'],
    setClientService: ['keeper'],
    suspendClientService: ['officer', 'keeper', 'supervisor1'],
    proposeResumption: ['keeper'],
    confirmResumption: ['supervisor1'],
    rotateClientKey: ['keeper'],
    revokeClientKey: ['keeper'],
    endClientService: ['keeper'],
    addressReview: readers,
    signAddressReview: ['keeper'],
  };
  const seen = { expected: 1, note: '' };
  const bodies: Partial<Record<keyof typeof clientServiceRoutes, object>> = {
    fileServiceApplication: { ...filingOfNobody() },
    fileServiceAgain: { ...seen, number: '1', content: { evidence: 'x' } },
    fileReopening: { ...seen, number: '1', evidence: 'x' },
    decideServiceApplication: { ...seen, act: 'approve' },
    setClientService: seen,
    suspendClientService: { ...seen, cause: 'by-hand' },
    proposeResumption: seen,
    confirmResumption: seen,
    rotateClientKey: { ...seen, overlapHours: 0 },
    revokeClientKey: seen,
    endClientService: seen,
    signAddressReview: { period: '2026-H1', digest: '00'.repeat(32), password: 'x' },
  };
  /** Of a service that is not there: nothing is filed by trying. */
  function filingOfNobody() {
    const body = {
      name: '系統',
      unit: '科',
      purposes: [],
      operations: [],
      claims: [],
      addresses: [],
      from: '2026-01-01',
      until: '2026-01-01',
    };
    const budgets = { requestsPerDay: 1, personsPerDay: 1, contact: { name: '甲', reachedBy: '1' }, certificate: null };
    return { service: { id: 'cs-none', expected: 1 }, number: '1', note: '', content: { ...body, ...budgets } };
  }

  const names = Object.keys(table) as (keyof typeof table)[];
  test.each(names.flatMap((name) => everyone.map((who) => [name, who] as const)))('%s: %s', async (name, who) => {
    const route: Route = clientServiceRoutes[name];
    const url = route.path.replace(':programme', 'nantou-verification').replace(':service', 'cs-none').replace(':application', 'ap-none').replace(':key', `ck_${'0'.repeat(22)}`); // prettier-ignore
    const answered = route.method === 'GET' ? await as(who).get(url) : await as(who).send(route.method, url, bodies[name]);
    if (table[name].includes(who)) expect(String(answered.body?.code)).not.toMatch(/^(not-permitted|not-signed-in|fault)$/);
    else expect([answered.status, answered.body.code]).toEqual([403, 'not-permitted']);
  });
});

describe('between programmes', () => {
  test('another programme’s people don’t find it', async () => {
    const chief = await office.signIn('chief');
    expect((await chief.get(`${services}`)).body.code).toBe('not-permitted');
    const auditor = await office.signIn('auditor1');
    expect((await auditor.get('/api/programmes/nantou-webir/client-services')).body.code).toBe('not-found');
  });

  test('another organisation’s programme is not found', async () => {
    const { database } = office.installation;
    await database.insertInto('organisation').values({ id: 'elsewhere', name: '他縣' }).execute();
    await database.insertInto('programme').values({ id: 'elsewhere', organisation_id: 'elsewhere', regulation: 'nantou-verification', title: '', log_origin: 'mingcha.test/elsewhere' }).execute(); // prettier-ignore
    expect((await as('officer').get('/api/programmes/elsewhere/client-services')).status).toBe(404);
  });

  test('on the platform there is nothing to query: its operation has no provider', async () => {
    const asked = await as('officer').send('POST', `${platform}/queries`, { ...queryInOrder(), purpose: 'eligibility', operation: 'verify', fields: ['low-income'] }); // prettier-ignore
    expect([asked.status, asked.body.code]).toEqual([404, 'not-found']);
    expect((await as('officer').get(`${platform}/queries`)).status).toBe(404);
  });
});
