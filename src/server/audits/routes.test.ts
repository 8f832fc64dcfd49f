// The month's end over the wire, on the demonstration's office: what a service answers, as the client sees it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDemoAccounts } from '#server';
import { monthInTaipei } from '#server/platform';
import { openDemoOffice, type DemoOffice } from '../../../test/support/demo-office.ts';
import { programmePath, type TestClient } from '../../../test/support/test-client.ts';

const entropy = 'ab'.repeat(32);
let office: DemoOffice;
let chief: TestClient;
let auditor: TestClient;
let month: string;
let running: string;
let path: string;
beforeAll(async () => {
  office = await openDemoOffice();
  [chief, auditor] = [await office.signIn('chief'), await office.signIn('auditor1')];
  const now = office.clock.now();
  running = monthInTaipei(now);
  month = monthInTaipei(now.toZonedDateTimeISO('Asia/Taipei').subtract({ months: 1 }).toInstant());
  path = `${programmePath}/months/${month}`;
});
afterAll(() => office.close());

const refusal = async (answered: Promise<{ status: number; body: { code: string; clause?: string } }>) => {
  const { status, body } = await answered;
  return [status, body.code, body.clause];
};

test('before the closing, what needs it is a conflict that names the clause', async () => {
  expect(await refusal(chief.get(`${path}/list.pdf`))).toEqual([409, 'conflict', 'NW-5.2']);
  expect(await refusal(auditor.send('POST', `${path}/sample`, { entropy }))).toEqual([409, 'conflict', 'NW-5.2']);
  expect(await refusal(chief.send('POST', `${programmePath}/months/${running}/close`))).toEqual([409, 'conflict', 'NW-5.2']);
  expect(await refusal(auditor.get(`${path}/sample`))).toEqual([404, 'not-found', undefined]);
});

test('another programme, an impossible month, a page too far: not found; a bad form is named by its field', async () => {
  expect((await chief.get('/api/programmes/taipei-webir/months')).status).toBe(404);
  expect((await chief.get(`${programmePath}/months/2024-01`)).status).toBe(404);
  expect((await chief.get(`${path}?page=99`)).status).toBe(404);
  expect((await chief.get(`${programmePath}/months/2024-13`)).body).toMatchObject({
    code: 'malformed-request',
    fields: [{ code: 'not-a-month' }],
  });
  const odd = await auditor.send('POST', `${path}/sample`, { entropy: 'abc' });
  expect(odd.body).toMatchObject({ code: 'malformed-request', fields: [{ field: 'entropy', code: 'not-hexadecimal' }] });
});

test('the whole way: close, look, print, draw, mark, sign', async () => {
  const closed = await chief.send('POST', `${path}/close`);
  expect(closed.body).toMatchObject({ month, state: 'closed' });
  expect(await refusal(chief.send('POST', `${path}/close`))).toEqual([409, 'conflict', 'NW-5.2']);
  expect((await auditor.get(path)).body.rows).toHaveLength(Math.min(50, closed.body.rows));

  const pdf = await auditor.get(`${path}/list.pdf`);
  expect(pdf.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="query-list-${month}.pdf"`,
    'cache-control': 'no-store',
  });
  expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const ods = await chief.get(`${path}/list.ods`);
  expect(ods.headers['content-type']).toBe('application/vnd.oasis.opendocument.spreadsheet');

  const drawn = await auditor.send('POST', `${path}/sample`, { entropy: entropy.toUpperCase() });
  expect(drawn.body).toMatchObject({ month, clause: 'NW-5.2', entropy, population: closed.body.rows, results: [] });
  expect(await refusal(auditor.send('POST', `${path}/sample`, { entropy }))).toEqual([409, 'conflict', 'NW-5.2']);
  const rows: { index: number; mine: boolean }[] = drawn.body.rows;
  const others = rows.find(({ mine }) => !mine)?.index ?? -1;
  expect(await refusal(auditor.send('PUT', `${path}/sample/rows/${others}`, { finding: 'anomaly', note: '' }))).toEqual([
    403,
    'not-permitted',
    undefined,
  ]);

  const password = (await readDemoAccounts(office.installation.config.dataDirectory))?.find(({ login }) => login === 'auditor1')?.password;
  expect(await refusal(auditor.send('POST', `${path}/sample/signature`, { password }))).toEqual([409, 'conflict', undefined]);
  for (const { index, mine } of rows) {
    if (mine)
      expect((await auditor.send('PUT', `${path}/sample/rows/${index}`, { finding: 'in-order', note: '' })).body).toMatchObject({
        index,
        finding: 'in-order',
      });
  }
  const wrong = await auditor.send('POST', `${path}/sample/signature`, { password: 'not-the-Passw0rd!' });
  expect(wrong.body).toMatchObject({ code: 'malformed-request', fields: [{ field: 'password', code: 'wrong' }] });
  const signed = await auditor.send('POST', `${path}/sample/signature`, { password });
  expect(signed.body.counts).toMatchObject({ 'in-order': rows.filter(({ mine }) => mine).length, anomaly: 0 });
  expect((await chief.get(`${path}/sample`)).body.results).toEqual([signed.body]);
});
