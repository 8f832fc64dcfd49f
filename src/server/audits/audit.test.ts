// From the closed list to the signed result, on a real database and a real log.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createPublicKey, verify } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleFile } from '../../cli/sample/sample-file.ts';
import { fromHex } from '#domain/kernel';
import { hashPassword } from '#server/accounts';
import { closeMonth, drawMonthSample, exportSampleList, findMonth, markRow, signResult, viewSample } from './index.ts';
import { hire, openTestOffice, password, programme, type TestOffice } from '../../../test/support/audit-office.ts';

const month = '2026-10';
const entropy = fromHex('00112233445566778899aabbccddeeff');
let office: TestOffice;
const sample = async (account = 'auditor1') => {
  const found = await viewSample(office.parts, await office.actor(account), month);
  if (!found) throw new Error('no sample');
  return found;
};
const mark = async (account: string, index: number, finding: 'in-order' | 'needs-explanation' | 'anomaly' = 'in-order', note = '') =>
  markRow(office.parts, await office.actor(account), month, index, { finding, note });
const sign = async (account: string, word = password) => signResult(office.parts, await office.actor(account), month, word);
const count = async (type: string) =>
  (await office.parts.database.selectFrom('record').select('index').where('type', '=', type).execute()).length;

beforeAll(async () => {
  office = await openTestOffice('2026-10-05T01:00:00Z');
  for (let at = 0; at < 40; at += 1) await office.query(`user${(at % 3) + 1}`);
  await office.query('auditor1'); // who audits may have queried before
  await office.query('auditor2');
});
afterAll(() => office.scratch.drop());

describe('drawing', () => {
  test('not before the month is closed', async () => {
    office.clock.set('2026-11-03T01:00:00Z');
    const auditor = await office.actor('auditor1');
    expect(await drawMonthSample(office.parts, auditor, month, entropy)).toEqual({ kind: 'not-closed', clause: 'NW-5.2' });
    expect(await drawMonthSample(office.parts, auditor, '2026-01', entropy)).toEqual({ kind: 'not-found' });
    expect(await viewSample(office.parts, auditor, month)).toBeUndefined();
  });

  test('two at once: one draw, one record', async () => {
    await closeMonth(office.parts, await office.actor('chief'), month);
    const [one, two] = [await office.actor('auditor1'), await office.actor('auditor2')];
    const results = await Promise.all([
      drawMonthSample(office.parts, one, month, entropy),
      drawMonthSample(office.parts, two, month, entropy),
    ]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['already-drawn', 'drawn']);
    expect(await count('sample-draw')).toBe(1);
    expect((await findMonth(office.parts, one, month))?.summary.state).toBe('sampled');
    expect(await sample()).toMatchObject({ clause: 'NW-5.2', population: 42, required: 10, entropy: '00112233445566778899aabbccddeeff' });
  });

  test('the command line draws the same rows from the exported list and the seed, and assigns them alike', async () => {
    const { seed, rows } = await sample();
    const folder = await mkdtemp(join(tmpdir(), 'mingcha-sample-'));
    try {
      const [list, auditors] = [join(folder, 'list.csv'), join(folder, 'auditors.json')];
      await writeFile(list, await exportSampleList(office.parts, await office.actor('auditor1'), month));
      await writeFile(auditors, JSON.stringify(['auditor1', 'auditor2'].map((id) => ({ id, person: id }))));
      const again = (await sampleFile({ regulation: 'nantou-webir', list, seed, auditors })).output as unknown as { population: number; sampled: string[]; assignments: { person: string; auditor: string; ids: string[] }[] }; // prettier-ignore
      expect(again.population).toBe(42);
      expect(again.sampled.map(Number).toSorted((a, b) => a - b)).toEqual(rows.map(({ index }) => index));
      const auditorOf = new Map(again.assignments.flatMap(({ auditor, ids }) => ids.map((id) => [Number(id), auditor])));
      expect(rows.map(({ auditor }) => auditor)).toEqual(rows.map(({ index }) => auditorOf.get(index)));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('rows of one person have one auditor, who is never that person', async () => {
    const { rows, unassigned } = await sample();
    expect(unassigned).toEqual([]);
    for (const { account, auditor } of rows) {
      expect(auditor).not.toBe(account);
      expect(new Set(rows.filter((row) => row.account === account).map((row) => row.auditor)).size).toBe(1);
    }
  });
});

describe('marking and signing', () => {
  test('only the auditor of the row, and only rows of the sample', async () => {
    const { rows } = await sample('auditor1');
    const own = rows.find(({ mine }) => mine);
    expect(own?.auditor).toBe('auditor1');
    expect(await mark('auditor2', own?.index ?? -1)).toEqual({ kind: 'not-yours' });
    expect(await mark('chief', own?.index ?? -1)).toEqual({ kind: 'not-yours' });
    expect(await mark('auditor1', 1_000_000)).toEqual({ kind: 'not-found' });
    expect(await count('audit-mark')).toBe(0);
  });

  test('a mark is a record, changing it is another, and the note is stored encrypted', async () => {
    const own = (await sample('auditor1')).rows.find(({ mine }) => mine);
    const index = own?.index ?? -1;
    expect(await mark('auditor1', index, 'anomaly', '案號與 公文不符😀')).toMatchObject({ kind: 'marked', row: { finding: 'anomaly', note: '案號與 公文不符😀', mine: true } }); // prettier-ignore
    expect(await mark('auditor1', index, 'needs-explanation', '')).toMatchObject({
      kind: 'marked',
      row: { finding: 'needs-explanation', note: '' },
    });
    expect(await mark('auditor1', index, 'anomaly', '公文不符')).toMatchObject({ kind: 'marked' });
    expect(await count('audit-mark')).toBe(3);
    const stored = await office.parts.database
      .selectFrom('audit_row')
      .select(['note', 'note_key'])
      .where('record_index', '=', index)
      .executeTakeFirstOrThrow();
    expect(stored.note?.includes(Buffer.from('公文'))).toBe(false);
  });

  test('a note moved to another row is a fault, not another row’s note', async () => {
    const { database } = office.parts;
    const rows = (await sample('auditor1')).rows.filter(({ mine }) => mine);
    const [from, to] = [rows[0]?.index ?? -1, rows[1]?.index ?? -1];
    await mark('auditor1', to, 'in-order', '無');
    const read = (index: number) =>
      database.selectFrom('audit_row').select(['note', 'note_key']).where('record_index', '=', index).executeTakeFirstOrThrow();
    const write = (index: number, note: { note: Buffer | null; note_key: Buffer | null }) => database.updateTable('audit_row').set(note).where('record_index', '=', index).execute(); // prettier-ignore
    const own = await read(to);
    await write(to, await read(from));
    await expect(sample('auditor1')).rejects.toThrow(`the note on record ${to} is not what was written`);
    await write(to, own);
    expect((await sample('auditor1')).rows.find(({ index }) => index === to)?.note).toBe('無');
  });

  test('signing needs the password, rows of one’s own, and all of them marked', async () => {
    expect(await sign('auditor1', 'wrong-Passw0rd!')).toEqual({ kind: 'wrong-password' });
    const unmarked = (await sample('auditor1')).rows.filter(({ mine, finding }) => mine && finding === null).map(({ row }) => row);
    expect(await sign('auditor1')).toEqual({ kind: 'rows-unmarked', rows: unmarked });
    await hire(office.scratch, 'auditor3', 'auditor', await hashPassword(password));
    expect(await sign('auditor3')).toEqual({ kind: 'no-rows' });
    expect(await signResult(office.parts, await office.actor('auditor1'), '2026-11', password)).toEqual({ kind: 'not-found' });
    expect(await count('audit-result')).toBe(0);
  });

  test('a signed result is canonical JSON under the log’s key, once, and ends the marking', async () => {
    for (const { index, mine, finding } of (await sample('auditor1')).rows) if (mine && finding === null) await mark('auditor1', index);
    const [signed, again] = await Promise.all([sign('auditor1'), sign('auditor1')]);
    expect([signed.kind, again.kind].toSorted()).toEqual(['already-signed', 'signed']);
    const [result] = (await sample()).results;
    const { rows } = await sample('auditor1');
    const own = rows.filter(({ mine }) => mine);
    const document = JSON.parse(result?.document ?? '') as { rows: { index: number }[] };
    expect(document).toMatchObject({
      document: 'mingcha-audit-result',
      month,
      clause: 'NW-5.2',
      auditor: { login: 'auditor1' },
      signedAt: result?.signedAt,
    });
    expect(document.rows.map(({ index }) => index)).toEqual(own.map(({ index }) => index));
    expect(result?.counts).toEqual({ 'in-order': own.length - 1, 'needs-explanation': 0, anomaly: 1 });
    expect(result?.document).not.toContain('公文不符');

    const { origin } = await office.parts.ledger.state(programme);
    const x = Buffer.from(office.parts.keystore.logKey(origin).publicKey).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const signature = Buffer.from(result?.signature ?? '', 'base64');
    expect(verify(null, Buffer.from(result?.document ?? ''), key, signature)).toBe(true);
    expect(verify(null, Buffer.from((result?.document ?? '').replace('"anomaly":1', '"anomaly":0')), key, signature)).toBe(false);

    expect(await mark('auditor1', own[0]?.index ?? -1)).toEqual({ kind: 'already-signed' });
    expect((await findMonth(office.parts, await office.actor('chief'), month))?.summary.state).toBe('sampled');
  });

  test('when everybody who has rows has signed, the month is audited', async () => {
    for (const { index, mine } of (await sample('auditor2')).rows) if (mine) await mark('auditor2', index);
    expect(await sign('auditor2')).toMatchObject({ kind: 'signed' });
    expect((await findMonth(office.parts, await office.actor('chief'), month))?.summary.state).toBe('audited');
  });
});

describe('whom nobody may audit', () => {
  test('is shown with the reason and keeps the month from being audited', async () => {
    await office.parts.database
      .updateTable('account_grant')
      .set({ revoked_on: '2026-01-02' })
      .where('account_id', 'in', ['auditor2', 'auditor3'])
      .execute();
    await office.query('auditor1');
    await office.query('user1');
    office.clock.set('2026-12-02T01:00:00Z');
    const auditor = await office.actor('auditor1');
    await closeMonth(office.parts, await office.actor('chief'), '2026-11');
    expect(await drawMonthSample(office.parts, auditor, '2026-11', entropy)).toEqual({ kind: 'drawn' });
    const drawn = await viewSample(office.parts, auditor, '2026-11');
    expect(drawn).toMatchObject({ population: 2, required: 2, unassigned: [{ person: '姓名auditor1' }] });
    expect(drawn?.rows.map(({ account, auditor: by, mine }) => [account, by, mine])).toEqual([['auditor1', null, false], ['user1', 'auditor1', true]]); // prettier-ignore
    const index = drawn?.rows[1]?.index ?? -1;
    expect(await markRow(office.parts, auditor, '2026-11', index, { finding: 'in-order', note: '' })).toMatchObject({ kind: 'marked' });
    expect(await signResult(office.parts, auditor, '2026-11', password)).toMatchObject({ kind: 'signed' });
    expect((await findMonth(office.parts, auditor, '2026-11'))?.summary.state).toBe('sampled');
  });
});
