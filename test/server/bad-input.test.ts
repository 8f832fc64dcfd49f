import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { programmePath, queryInOrder, type TestClient } from '../support/test-client.ts';

let office: DemoOffice;
let user: TestClient;
beforeAll(async () => {
  office = await openDemoOffice();
  user = await office.signIn('user1');
});
afterAll(() => office.close());

const path = `${programmePath}/queries`;
const countRecords = async () => (await office.installation.database.selectFrom('log_head').select('next').executeTakeFirstOrThrow()).next;

describe('a malformed query names the field, changes nothing and repeats nothing', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown key', { colour: 'red' }, 'colour'],
    ['a missing key', { reason: undefined }, 'reason'],
    ['another type', { caseNumber: 7 }, 'caseNumber'],
    ['null', { subject: null }, 'subject'],
    ['no fields', { fields: [] }, 'fields'],
    ['a field twice', { fields: ['insured-unit', 'insured-unit'] }, 'fields'],
    ['a field of another operation', { fields: ['pension-kind'] }, 'fields'],
    ['an unknown operation', { operation: 'everything' }, 'operation'],
    ['no request id', { requestId: 'abc' }, 'requestId'],
    ['a case number that is too long', { caseNumber: 'x'.repeat(65) }, 'caseNumber'],
    ['NUL', { reason: 'a\u0000b' }, 'reason'],
    ['a lone surrogate', { reason: 'a\ud800b' }, 'reason'],
    ['a control character', { caseNumber: 'a\u001b[31m' }, 'caseNumber'],
    ['a non-character', { subject: 'A\uffff' }, 'subject'],
    ['a prototype', { ['__proto__']: { admin: true } }, 'body'],
  ])('%s', async (_name, changes, field) => {
    const before = await countRecords();
    const body = JSON.stringify({ ...queryInOrder(), ...changes }).replace('"caseNumber"', '"caseNumber"');
    const { status, body: problem } = await user.send('POST', path, body, { 'content-type': 'application/json' });
    expect([status, problem.code]).toEqual([400, 'malformed-request']);
    expect(problem.fields.map((entry: { field: string }) => entry.field.split('.')[0])).toContain(field);
    expect(problem.reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(JSON.stringify(problem)).not.toContain('A123456789');
    expect(await countRecords()).toBe(before);
  });
});

describe('a body that is no JSON of ours', () => {
  test.each([
    ['broken JSON', '{"purpose":', 'application/json', 400, 'malformed-request'],
    ['nothing', '', 'application/json', 400, 'malformed-request'],
    ['an array', '[]', 'application/json', 400, 'malformed-request'],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    ['XML', '<a/>', 'text/xml', 415, 'unsupported-media-type'],
    ['70 kB', JSON.stringify({ reason: 'x'.repeat(70_000) }), 'application/json', 413, 'body-too-large'],
    ['deeply nested', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'application/json', 400, 'malformed-request'],
  ])('%s', async (_name, body, type, status, code) => {
    const answered = await user.send('POST', path, body, { 'content-type': type });
    expect([answered.status, answered.body.code]).toEqual([status, code]);
  });
});

test.each([
  [`${programmePath}/records/-1`, 400],
  [`${programmePath}/records/1e3x`, 400],
  [`${programmePath}/records/9007199254740993`, 400],
  [`${programmePath}/months/2026-13`, 400],
  [`${programmePath}/queries?before=x`, 400],
  [`${programmePath}/queries?from=2026-02-30`, 400],
  [`${programmePath}/queries?colour=red`, 400],
  ['/api/programmes/%00/log', 400],
  ['/api/programmes/..%2f..%2fetc/log', 400],
  ['/api/nothing', 404],
  [`/api/programmes/${'x'.repeat(200)}/log`, 404],
])('GET %s is %i', async (url, status) => {
  const answered = await user.get(url);
  expect([answered.status, typeof answered.body.reference]).toEqual([status, 'string']);
});

test('another organisation’s programme is not found, whatever one asks of it', async () => {
  const { database } = office.installation;
  await database.insertInto('organisation').values({ id: 'elsewhere', name: '他縣政府' }).execute();
  await database
    .insertInto('programme')
    .values({ id: 'elsewhere-webir', organisation_id: 'elsewhere', regulation: 'nantou-webir', title: 'x', log_origin: 'elsewhere/log' })
    .execute();
  for (const rest of ['', '/queries', '/records/0', '/records/0/proof', '/log', '/months', '/months/2026-10']) {
    const answered = await user.get(`/api/programmes/elsewhere-webir${rest}`);
    expect([rest, answered.status, answered.body.code]).toEqual([rest, 404, 'not-found']);
  }
  expect((await user.send('POST', '/api/programmes/elsewhere-webir/queries', queryInOrder())).body.code).toBe('not-found');
});

test('security headers stand on every answer', async () => {
  const { headers } = await user.get('/api/session');
  expect(headers['content-security-policy']).toMatch(/default-src 'none';.*script-src 'self'/);
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['referrer-policy']).toBe('no-referrer');
});
