// From the queries of a month to the evidence that leaves the office: a real database, a real log, and the verifier that knows neither.
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeMonth } from '#server/audits';
import { exportEvidence, type EvidenceRequest } from '#server/evidence';
import { verifyPath } from '../../src/cli/verify/index.ts';
import { openTestOffice, programme, type TestOffice } from '../support/audit-office.ts';

let office: TestOffice;
let home: string;
const month = '2026-10';
const answered = { kind: 'answered', count: 2, digest: 'x' } as const;
let lateIntent: number;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mingcha-evidence-'));
  office = await openTestOffice('2026-09-30T15:59:59Z');
  const september = await office.query('user1', 'open');
  office.clock.set('2026-09-30T16:00:01Z'); // October in Taipei
  await office.answer('user1', september, { kind: 'not-found' });
  office.clock.set('2026-10-03T01:00:00Z');
  expect(await closeMonth(office.parts, await office.actor('chief'), '2026-09')).toMatchObject({ kind: 'closed' });
  office.clock.set('2026-10-05T01:00:00Z');
  for (let at = 0; at < 300; at += 1) await office.query(at % 2 ? 'user1' : 'user2', answered); // more than are read at once
  await office.query('user1', 'refused');
  await office.query('user3', 'open');
  office.clock.set('2026-10-31T15:59:59Z');
  lateIntent = await office.query('user2', 'open');
  office.clock.set('2026-10-31T16:00:01Z');
  await office.answer('user2', lateIntent, { kind: 'failed', code: 'provider-timeout' });
  office.clock.set('2026-11-03T01:00:00Z');
});
afterAll(async () => {
  await office.scratch.drop();
  await rm(home, { recursive: true });
});

async function exportTo(name: string, request: Partial<EvidenceRequest> = {}) {
  const folder = join(home, name);
  const order = { month, subjects: false, folder, logFolder: join(office.scratch.folder, 'logs', programme) };
  const rest = { verifier: Buffer.from('// verifier'), policy: undefined, onRow: () => {} };
  const result = await exportEvidence(office.parts, await office.actor('chief'), { ...order, ...rest, ...request });
  return { result, folder };
}
const key = async () => (await office.parts.ledger.state(programme)).vkey;
const typesSince = async (index: number) =>
  (await office.parts.database.selectFrom('record').select('type').where('index', '>=', index).orderBy('index').execute()).map(
    ({ type }) => type,
  );

test('an open month has no evidence, nor has one that is none', async () => {
  expect((await exportTo('open')).result).toEqual({ kind: 'not-closed', clause: 'NW-5.2' });
  expect((await exportTo('none', { month: '2020-01' })).result).toEqual({ kind: 'not-found' });
});

const filesOf = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('a closed month', () => {
  let next = 0;
  let made: Awaited<ReturnType<typeof exportTo>>;
  beforeAll(async () => {
    expect(await closeMonth(office.parts, await office.actor('chief'), month)).toMatchObject({ kind: 'closed' });
    await office.query('user1', answered); // of November, before the export
    ({ next } = await office.parts.ledger.state(programme));
    made = await exportTo('closed');
  });

  test('is proven by its pack, with the key alone', async () => {
    const verdict = await verifyPath(made.folder, { key: await key() });
    expect(made.result).toMatchObject({ kind: 'exported', rows: 303 });
    const { index, range } = made.result as Extract<typeof made.result, { kind: 'exported' }>;
    expect(verdict).toMatchObject({
      intact: true,
      evidence: { programme, month, rows: 303, ...range, exportIndex: index, subjects: false },
    });
  });

  test('the log holds the export before anything is handed out, and every reading for it', async () => {
    expect(await typesSince(next)).toEqual(['log-read', 'log-read', 'log-read', 'export', 'log-read']);
  });

  test('the list says what was asked, by whom and what came of it; of whom, nowhere', async () => {
    const list = (await readFile(join(made.folder, 'list.csv'), 'utf8')).trimEnd().split('\r\n');
    expect(list).toHaveLength(304);
    expect(list.at(-1)).toBe(
      `303,${lateIntent},115/10/31,23:59:59,user2,姓名user2,社會救助科,insured-history,投保紀錄,social-assistance,社會救助,未取得資料（逾時）`,
    );
    const { database } = office.parts;
    const listed = await database
      .selectFrom('month_row')
      .select('record_index')
      .where('month', '=', `${month}-01`)
      .orderBy('row')
      .execute();
    expect(list.slice(1).map((line) => Number(line.split(',')[1]))).toEqual(listed.map((row) => row.record_index));
    for (const file of await filesOf(made.folder)) expect(await readFile(file, 'utf8'), file).not.toMatch(/M123456789|M12\*|社助-115/);
  });

  test('the roster names who had a grant in that month', async () => {
    const { database } = office.parts;
    await database.updateTable('account_grant').set({ revoked_on: '2026-10-01' }).where('account_id', '=', 'user3').execute();
    const roster = await readFile(join((await exportTo('roster')).folder, 'roster.csv'), 'utf8');
    expect(roster).toContain('user1,姓名user1,社會救助科,使用者,2026-01-01,,\r\n');
    expect(roster).not.toContain('user3');
  });

  test('with the persons queried, down to the digest that was fixed at the closing', async () => {
    const { folder } = await exportTo('subjects', { subjects: true });
    expect(await verifyPath(folder, { key: await key() })).toMatchObject({ intact: true, evidence: { subjects: true, rows: 303 } });
    expect(await readFile(join(folder, 'list.csv'), 'utf8')).toContain('M12****789,社助-115-000001,低收入戶資格審查');
    expect(await readFile(join(folder, 'README.txt'), 'utf8')).toContain('密件');
  });

  test('only its owner may read it', async () => {
    expect((await stat(made.folder)).mode & 0o77).toBe(0);
    for (const file of await filesOf(made.folder)) expect((await stat(file)).mode & 0o77, file).toBe(0);
  });

  test('records that no longer give the list that was closed are not handed out', async () => {
    const { database } = office.parts;
    const digest = (bytes: Buffer) =>
      database.updateTable('month_close').set({ list_digest: bytes }).where('month', '=', `${month}-01`).execute();
    const row = await database.selectFrom('month_close').select('list_digest').where('month', '=', `${month}-01`).executeTakeFirstOrThrow();
    const { next: before } = await office.parts.ledger.state(programme);
    await digest(Buffer.alloc(32));
    await expect(exportTo('differs')).rejects.toMatchObject({ name: 'ListDiffers' });
    await digest(row.list_digest);
    expect(new Set(await typesSince(before))).toEqual(new Set(['log-read']));
  });
});
