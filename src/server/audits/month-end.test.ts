// From the queries of a month to the closed and printed list, on a real database and a real log.
import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseTlogProof, parseVkey, verifyTlogProof } from '#domain/ledger';
import { logRetention } from '#domain/records';
import { sha256, verifyEd25519 } from '#server/keys';
import { closeMonth, findMonths, ListDiffers, monthList, printMonth } from './index.ts';
import { openTestOffice, programme, type TestOffice } from '../../../test/support/audit-office.ts';

let office: TestOffice;
const newestRecord = async (type: string) => {
  const { database, ledger } = office.parts;
  const row = await database.selectFrom('record').select('index').where('type', '=', type).orderBy('index', 'desc').executeTakeFirst();
  if (!row) return undefined;
  const reading = {
    at: office.clock.now(),
    retention: logRetention,
    actor: {},
    why: 'test',
    scope: { kind: 'record', index: row.index },
  } as const;
  return ledger.readRecord(await ledger.recordRead(programme, reading), row.index);
};
const count = async (type: string) =>
  (await office.parts.database.selectFrom('record').select('index').where('type', '=', type).execute()).length;

let lateIntent: number;
beforeAll(async () => {
  office = await openTestOffice('2026-09-15T01:00:00Z');
  await office.query('user1'); // September, so that the months begin there
  office.clock.set('2026-10-05T01:00:00Z');
  await office.query('user1', { kind: 'answered', count: 3, digest: 'x' });
  await office.query('user2', { kind: 'not-found' });
  await office.query('user1', 'refused');
  await office.query('user3', { kind: 'failed', code: 'provider-timeout' });
  await office.query('user3', 'open');
  office.clock.set('2026-10-31T15:59:59.900Z'); // the last second of October in Taipei
  lateIntent = await office.query('user2', 'open');
});
afterAll(() => office.scratch.drop());

describe('before the month is closed', () => {
  test('months go without a gap to today, each with its due date', async () => {
    const months = await findMonths(office.parts, await office.actor('chief'));
    expect(months.map(({ summary }) => [summary.month, summary.state, summary.rows, summary.refused, summary.dueOn])).toEqual([
      ['2026-10', 'running', 6, 1, '2026-11-30'],
      ['2026-09', 'to-close', 1, 0, '2026-10-31'],
    ]);
    expect(months[0]?.summary).toMatchObject({ answered: null, failed: null, closedAt: null, closedBy: null });
  });

  test('a month that runs can be looked at, not closed and not printed', async () => {
    const chief = await office.actor('chief');
    const list = await monthList(office.parts, chief, '2026-10', 1);
    expect(list?.rows.map((row) => row.result)).toEqual([
      '查得 3 筆',
      '查無資料',
      '不得查詢 NW-4.1.1',
      '未取得資料（逾時）',
      '未完成',
      '未完成',
    ]);
    expect(list).toMatchObject({ page: 1, pages: 1, closeIndex: null, rootHash: null });
    expect(list?.rows[0]).toMatchObject({ row: 1, account: 'user1', condition: 'M12****789' });
    expect(await closeMonth(office.parts, chief, '2026-10')).toEqual({ kind: 'not-over', clause: 'NW-5.2' });
    expect(await printMonth(office.parts, chief, '2026-10', 'ods')).toEqual({ kind: 'not-closed', clause: 'NW-5.2' });
  });

  test('minutes after midnight the last answers may still come: not over yet', async () => {
    office.clock.set('2026-10-31T16:09:59Z');
    expect(await closeMonth(office.parts, await office.actor('chief'), '2026-10')).toMatchObject({ kind: 'not-over' });
  });

  test.each(['2026-08', '2026-12', '2030-01'])('there is no %s', async (month) => {
    const chief = await office.actor('chief');
    expect(await closeMonth(office.parts, chief, month)).toEqual({ kind: 'not-found' });
    expect(await monthList(office.parts, chief, month, 1)).toBeUndefined();
    expect(await printMonth(office.parts, chief, month, 'pdf')).toEqual({ kind: 'not-found' });
  });
});

describe('closing', () => {
  test('two managers at once: one closes, the other is told so, one record', async () => {
    office.clock.set('2026-11-03T01:00:00Z');
    // The answer to the last query of October came in November.
    await office.answer('user2', lateIntent, { kind: 'not-found' });
    const chief = await office.actor('chief');
    const results = await Promise.all([closeMonth(office.parts, chief, '2026-10'), closeMonth(office.parts, chief, '2026-10')]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['already-closed', 'closed']);
    expect(await count('month-close')).toBe(1);
    const closed = results.find((result) => result.kind === 'closed');
    expect(closed?.month.summary).toEqual({ month: '2026-10', state: 'closed', rows: 6, answered: 3, refused: 1, failed: 2, dueOn: '2026-11-30', closedAt: '2026-11-03T01:00:00Z', closedBy: '姓名chief' }); // prettier-ignore
  });

  test('the record commits to the list, and a checkpoint covers it', async () => {
    const record = await newestRecord('month-close');
    const row = await office.parts.database.selectFrom('month_close').selectAll().executeTakeFirstOrThrow();
    expect(record?.envelope).toMatchObject({
      month: '2026-10',
      rows: 6,
      answered: 3,
      refused: 1,
      failed: 2,
      listDigest: row.list_digest.toString('base64'),
    });
    expect(record?.index).toBe(row.close_index);
    expect(row.sealed_size).toBeGreaterThan(row.close_index);
    const october = await office.parts.database
      .selectFrom('record')
      .select('index')
      .where('month', '=', '2026-10-01')
      .orderBy('index')
      .execute();
    expect([row.first_index, row.end_index]).toEqual([october[0]?.index, (october.at(-1)?.index ?? 0) + 1]);
  });

  test('an empty month is closed too', async () => {
    office.clock.set('2026-12-20T01:00:00Z');
    const closed = await closeMonth(office.parts, await office.actor('chief'), '2026-09');
    expect(closed).toMatchObject({ kind: 'closed', month: { summary: { rows: 1 } } });
    await office.query('user1');
    office.clock.set('2027-02-20T01:00:00Z');
    expect(await closeMonth(office.parts, await office.actor('chief'), '2027-01')).toMatchObject({
      kind: 'closed',
      month: { summary: { rows: 0, answered: 0 } },
    });
  });
});

describe('the closed list', () => {
  test('pages show the rows it was closed with, by their places', async () => {
    const chief = await office.actor('chief');
    const list = await monthList(office.parts, chief, '2026-10', 1);
    expect(list?.rows.map((row) => row.row)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(list?.rows.at(-1)).toMatchObject({ index: lateIntent, result: '查無資料' });
    expect(list?.rootHash).toMatch(/^[\w+/]{43}=$/);
    expect(await monthList(office.parts, chief, '2026-10', 2)).toBeUndefined();
  });

  test('each look and each print is a record', async () => {
    const [reads, prints] = [await count('log-read'), await count('list-print')];
    const auditor = await office.actor('auditor1');
    await monthList(office.parts, auditor, '2026-10', 1);
    expect(await printMonth(office.parts, auditor, '2026-10', 'ods')).toMatchObject({ kind: 'printed' });
    expect([await count('log-read'), await count('list-print')]).toEqual([reads + 2, prints + 1]);
    expect((await newestRecord('list-print'))?.envelope).toMatchObject({ month: '2026-10', format: 'ods', rows: 6 });
    expect((await newestRecord('list-print'))?.actor).toMatchObject({ login: 'auditor1' });
  });

  test('the PDF is printed', async () => {
    const printed = await printMonth(office.parts, await office.actor('chief'), '2026-10', 'pdf');
    expect(printed.kind === 'printed' && Buffer.from(printed.bytes.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.7');
  });

  test('the proof printed under it verifies against the log alone', async () => {
    const { ledger, database } = office.parts;
    const { close_index: index } = await database
      .selectFrom('month_close')
      .select('close_index')
      .where('month', '=', '2026-10-01')
      .executeTakeFirstOrThrow();
    const record = await database.selectFrom('record').select('leaf').where('index', '=', index).executeTakeFirstOrThrow();
    await ledger.flush(programme);
    const proof = parseTlogProof((await ledger.proof(programme, index)) ?? '');
    const leafHash = hash('sha256', Buffer.concat([Buffer.of(0), record.leaf]), 'buffer'); // RFC 6962, 2.1
    const verdict = verifyTlogProof(
      proof,
      { leafHash, keys: [parseVkey((await ledger.state(programme)).vkey, sha256)] },
      sha256,
      verifyEd25519,
    );
    expect(verdict.kind).toBe('verified');
  });

  test('a list whose rows no longer have the digest that was committed to is not printed', async () => {
    const { database } = office.parts;
    const where = { programme_id: programme, month: '2026-10-01' };
    const update = (digest: Buffer) => database.updateTable('month_close').set({ list_digest: digest }).where('programme_id', '=', where.programme_id).where('month', '=', where.month).execute(); // prettier-ignore
    const { list_digest: digest } = await database
      .selectFrom('month_close')
      .select('list_digest')
      .where('month', '=', where.month)
      .executeTakeFirstOrThrow();
    await update(Buffer.alloc(32));
    await expect(printMonth(office.parts, await office.actor('chief'), '2026-10', 'ods')).rejects.toThrow(ListDiffers);
    await update(digest);
    expect(await printMonth(office.parts, await office.actor('chief'), '2026-10', 'ods')).toMatchObject({ kind: 'printed' });
  });
});
