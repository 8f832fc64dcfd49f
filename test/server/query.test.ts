import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { programmePath, queryInOrder, type TestClient } from '../support/test-client.ts';

let office: DemoOffice;
let user: TestClient;
let insured: string;
beforeAll(async () => {
  office = await openDemoOffice();
  user = await office.signIn('user1');
  insured = await somebodyInsured(office.installation.providerUrl);
});
afterAll(() => office.close());

async function somebodyInsured(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ national_id: string }>('select national_id from insured_history order by national_id limit 1');
  await client.end();
  return rows[0]?.national_id ?? '';
}

const newestRecords = (count: number) =>
  office.installation.database
    .selectFrom('record')
    .select(['index', 'type', 'record_id', 'intent_index'])
    .orderBy('index', 'desc')
    .limit(count)
    .execute();

test('an answer in order: intent and outcome on disk, only the fields asked, a receipt that names the outcome', async () => {
  const requestId = randomUUID();
  const { status, body } = await user.query({ requestId, subject: ` ${insured.toLowerCase()} ` });
  expect(status).toBe(200);
  expect(body.found).toBe(true);
  expect(body.rows.length).toBeGreaterThan(0);
  for (const row of body.rows) expect(Object.keys(row)).toEqual(['insured-unit', 'insured-from']);
  expect(body.receipt).toMatch(/^mingcha-receipt-v[12]\./);
  expect(body.watermark).toMatchObject({ account: 'user1', caseNumber: '社助-115-000123' });
  const [outcome, intent] = await newestRecords(2);
  expect(intent).toMatchObject({ type: 'intent', record_id: requestId });
  expect(outcome).toMatchObject({ type: 'outcome', intent_index: intent?.index, index: body.index });
});

test('somebody the provider does not know is an answer too', async () => {
  const { status, body } = await user.query({ subject: 'M100000001' });
  expect([status, body.found, body.rows]).toEqual([200, false, []]);
});

test('a failed check digit warns and never blocks', async () => {
  expect((await user.query({ subject: 'A123456780' })).body.warnings).toEqual(['national-id']);
  expect((await user.query({ subject: insured })).body.warnings).toEqual([]);
});

describe('refused, with every clause, and recorded', () => {
  test.each([
    ['no case number', { caseNumber: '' }, [['NW-4.1.1', 'case-number-missing']]],
    [
      'neither case number nor reason',
      { caseNumber: ' - ', reason: '。' },
      [
        ['NW-4.1.1', 'case-number-missing'],
        ['NW-4.1.1', 'reason-missing'],
      ],
    ],
    ['a purpose of another unit', { purpose: 'labor-mediation' }, [['NW-4.1.2', 'purpose-not-granted']]],
    [
      'a purpose of no regulation',
      { purpose: 'curiosity' },
      [
        ['NW-2', 'purpose-not-allowed'],
        ['NW-4.1.2', 'purpose-not-granted'],
      ],
    ],
  ])('%s', async (_name, changes, expected) => {
    const requestId = randomUUID();
    const { status, body } = await user.query({ requestId, ...changes });
    expect(status).toBe(403);
    expect(body.code).toBe('refused-by-regulation');
    expect(body.refusals.map((refusal: { clause: string; code: string }) => [refusal.clause, refusal.code])).toEqual(expected);
    expect(body.receipt).toMatch(/^mingcha-receipt-v[12]\./);
    expect((await newestRecords(1))[0]).toMatchObject({ type: 'refused', record_id: requestId });
  });

  test('an auditor has no grant to query by', async () => {
    const auditor = await office.signIn('auditor1');
    expect((await auditor.query()).body.refusals.map((refusal: { code: string }) => refusal.code)).toContain('grant-missing');
  });

  test('a revoked grant ends on its day', async () => {
    await office.installation.database
      .updateTable('account_grant')
      .set({ revoked_on: office.clock.now().toZonedDateTimeISO('Asia/Taipei').toPlainDate().toString() })
      .where('account_id', '=', 'u-1009')
      .execute();
    const former = await office.signIn('user6');
    const { body } = await former.query({ purpose: 'labor-mediation', operation: 'insured-history', fields: ['insured-unit'] });
    expect(body.refusals.map((refusal: { code: string }) => refusal.code)).toEqual(['grant-not-current']);
  });
});

test('the same request id twice is answered once', async () => {
  const query = { ...queryInOrder(), subject: insured };
  const answers = await Promise.all([1, 2, 3].map(() => user.send('POST', `${programmePath}/queries`, query)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('request-replayed');
});

test('one’s own history: masked, newest first, with what came of each; nobody else’s', async () => {
  const { body } = await user.get(`${programmePath}/queries`);
  expect(body.rows.length).toBeGreaterThan(30);
  expect(body.rows.length).toBeLessThanOrEqual(50);
  expect(body.rows.map((row: { index: number }) => row.index)).toEqual(
    body.rows.map((row: { index: number }) => row.index).toSorted((a: number, b: number) => b - a),
  );
  expect(body.rows.some((row: { state: string }) => row.state === 'open')).toBe(false);
  expect(JSON.stringify(body)).not.toContain(insured);
  const tenth = body.rows[10].index;
  const older = await user.get(`${programmePath}/queries?before=${tenth}`);
  expect(older.body.rows[0]).toEqual(body.rows[11]);
  const fresh = await office.signIn('auditor2');
  expect((await fresh.get(`${programmePath}/queries`)).body.rows).toEqual([]);
  expect((await newestRecords(1))[0]?.type).toBe('log-read');
});

test('history between two days holds those days only', async () => {
  const today = office.clock.now().toZonedDateTimeISO('Asia/Taipei').toPlainDate();
  const { body } = await user.get(`${programmePath}/queries?from=${today}&until=${today}`);
  expect(body.rows.length).toBeGreaterThan(0);
  expect(
    body.rows.every((row: { at: string }) => Temporal.Instant.from(row.at).toZonedDateTimeISO('Asia/Taipei').toPlainDate().equals(today)),
  ).toBe(true);
});

test('one record is opened by those who may, and every reading is recorded', async () => {
  const { body: answer } = await user.query({ subject: insured });
  const own = await user.get(`${programmePath}/records/${answer.index}`);
  expect(own.body).toMatchObject({ index: answer.index, type: 'outcome', actor: { login: 'user1' } });
  expect((await newestRecords(1))[0]?.type).toBe('log-read');
  const chief = await office.signIn('chief');
  expect((await chief.get(`${programmePath}/records/${answer.index - 1}`)).body.subject.subject).toBe(insured);
  const stranger = await office.signIn('user5');
  expect((await stranger.get(`${programmePath}/records/${answer.index}`)).body.code).toBe('not-found');
  expect((await chief.get(`${programmePath}/records/999999`)).status).toBe(404);
});

test('a leaf holds nothing personal', async () => {
  const leaves = await office.installation.database.selectFrom('record').select('leaf').execute();
  const text = leaves.map(({ leaf }) => leaf.toString('utf8')).join('\n');
  expect(text).not.toMatch(/社助|審查|user1|[A-Z][12]\d{8}/);
  expect(Math.max(...leaves.map(({ leaf }) => leaf.length))).toBeLessThanOrEqual(300);
});
