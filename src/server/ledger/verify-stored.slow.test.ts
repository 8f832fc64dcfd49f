// Every stored byte changed once, rows added, taken away and exchanged: the verification of stored records names the place.
import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createScratchLedger, foundProgramme, newRecord, november, type ScratchLedger } from '../../../test/support/scratch-ledger.ts';
import { verifyStoredRecords, type StoredReport } from './index.ts';

let scratch: ScratchLedger;
let programme: string;

beforeAll(async () => {
  scratch = await createScratchLedger({ sealIntervalMs: 60_000 });
  programme = await foundProgramme(scratch.database);
  const small = { envelope: { a: 1 }, actor: {}, subject: {} };
  await scratch.ledger.append(programme, newRecord(small));
  await scratch.ledger.append(programme, newRecord({ ...small, type: 'outcome', intentIndex: 0 }));
  await scratch.ledger.append(programme, newRecord({ ...small, at: november.add({ hours: 24 * 30 }) }));
  await scratch.ledger.flush(programme);
  await scratch.ledger.append(programme, newRecord(small));
  await scratch.pool.query('create table kept as select * from record where programme_id = $1', [programme]);
});
afterAll(() => scratch.drop());

/** Puts the rows back as they were. */
async function restore(): Promise<void> {
  await scratch.pool.query('delete from record where programme_id = $1', [programme]);
  await scratch.pool.query('insert into record select * from kept');
  await scratch.pool.query('update log_head set next = 4 where programme_id = $1', [programme]);
}
afterEach(restore);

const verify = (): Promise<StoredReport> =>
  verifyStoredRecords({ pool: scratch.pool, keystore: scratch.keystore, directory: scratch.options.directory, programme });

async function placeAfter(sql: string, values: unknown[] = []): Promise<string | undefined> {
  await scratch.pool.query(sql, values);
  const report = await verify();
  expect(report.intact).toBe(report.firstWrong === undefined);
  return report.firstWrong?.place;
}

describe('stored records', () => {
  test('as they were written are intact, sealed or not yet', async () => {
    expect(await verify()).toEqual({ intact: true, checked: 4, forgotten: 0, sealed: 3 });
  });

  test('are counted while they are checked, more than one chunk of them', async () => {
    const many = await foundProgramme(scratch.database);
    await Promise.all(Array.from({ length: 1_100 }, () => scratch.ledger.append(many, newRecord())));
    await scratch.ledger.flush(many);
    const progress: number[] = [];
    const { pool, keystore } = scratch;
    const report = await verifyStoredRecords({
      pool,
      keystore,
      directory: scratch.options.directory,
      programme: many,
      onProgress: (done) => progress.push(done),
    });
    expect(report).toEqual({ intact: true, checked: 1_100, forgotten: 0, sealed: 1_100 });
    expect(progress).toEqual([500, 1_000, 1_100]);
  });

  test('whose key was destroyed are intact and counted', async () => {
    const other = await foundProgramme(scratch.database);
    await scratch.ledger.append(other, newRecord({ retention: 'short' }));
    await scratch.ledger.append(other, newRecord());
    scratch.keystore.destroyEpoch({ programme: other, month: '2026-11', retention: 'short' });
    const { pool, keystore } = scratch;
    const report = await verifyStoredRecords({ pool, keystore, directory: scratch.options.directory, programme: other });
    expect(report).toEqual({ intact: true, checked: 2, forgotten: 1, sealed: 0 });
  });

  test('of an unknown programme are a fault, not a report', async () => {
    const { pool, keystore } = scratch;
    await expect(verifyStoredRecords({ pool, keystore, directory: scratch.options.directory, programme: 'nobody' })).rejects.toMatchObject({
      code: 'no-log',
    });
  });
});

describe('every byte of', () => {
  const places: Record<string, string> = {
    leaf: 'leaf',
    contents_key: 'key of its contents',
    contents: 'contents',
    actor_blind: 'column actor_blind',
    subject_blind: 'column subject_blind',
  };
  test.each(Object.entries(places))('%s: its change is named', async (column, place) => {
    const { rows } = await scratch.pool.query<{ length: number }>(`select length(${column}) as length from kept where index = 1`);
    const length = rows[0]!.length;
    expect(length).toBeGreaterThan(30);
    for (let at = 0; at < length; at += 1) {
      await scratch.pool.query(
        `update record set ${column} = set_byte(${column}, $2, get_byte(${column}, $2) # 1) where programme_id = $1 and index = 1`,
        [programme, at],
      );
      expect((await verify()).firstWrong?.place).toBe(`record 1 ${place}`);
      await scratch.pool.query(
        `update record set ${column} = set_byte(${column}, $2, get_byte(${column}, $2) # 1) where programme_id = $1 and index = 1`,
        [programme, at],
      );
    }
    expect((await verify()).intact).toBe(true);
  });
});

describe('a changed column', () => {
  const set = (change: string, index = 1): Promise<string | undefined> =>
    placeAfter(`update record set ${change} where programme_id = $1 and index = ${index}`, [programme]);

  test.each([
    ['type', `type = 'intent'`],
    ['month', `month = '2026-12-01'`],
    ['retention', `retention = 'short'`],
    ['record_id', `record_id = '${randomUUID()}'`],
    ['intent_index', 'intent_index = 2'],
    ['intent_index', 'intent_index = null'],
    ['actor_blind', 'actor_blind = null'],
    ['subject_blind', 'subject_blind = actor_blind'],
  ])('%s is named: %s', async (column, change) => {
    expect(await set(change)).toMatch(new RegExp(`^record 1 column ${column}`));
  });

  test('of a record not yet sealed is named too', async () => {
    expect(await set(`type = 'refused'`, 3)).toBe('record 3 column type');
    await restore();
    // Its whole leaf replaced by another record's: the compartments contradict it.
    expect(
      await placeAfter('update record set leaf = (select leaf from kept where index = 0) where programme_id = $1 and index = 3', [
        programme,
      ]),
    ).toBe('record 3 commitment of compartment A');
  });
});

describe('rows', () => {
  test.each([0, 1, 2])('taken away: record %i is missing', async (index) => {
    expect(await placeAfter('delete from record where programme_id = $1 and index = $2', [programme, index])).toBe(`record ${index}`);
  });

  test('taken away at the end, sealed or not', async () => {
    expect(await placeAfter('delete from record where programme_id = $1 and index = 3', [programme])).toBe('record 3');
    await scratch.pool.query('update log_head set next = 2 where programme_id = $1', [programme]);
    expect(await placeAfter('delete from record where programme_id = $1 and index >= 2', [programme])).toBe('record 2');
  });

  test('added: at the end, before the beginning, at an index that is taken', async () => {
    const copy = (index: number, month: string): Promise<string | undefined> =>
      placeAfter(
        `insert into record select programme_id, '${month}', ${index}, gen_random_uuid(), type, retention, leaf, actor_blind, subject_blind, intent_index, contents_key, contents from kept where index = 0`,
      );
    expect(await copy(4, '2026-11-01')).toBe('record 4 column record_id');
    await restore();
    expect(await copy(-1, '2026-11-01')).toBe('record -1');
    await restore();
    expect(await copy(1, '2026-12-01')).toMatch(/^record 1/);
  });

  test('copied to the end of the log, where the database was made to allow it', async () => {
    const own = await createScratchLedger({ sealIntervalMs: 60_000 });
    const copied = await foundProgramme(own.database);
    await own.ledger.append(copied, newRecord());
    await own.ledger.append(copied, newRecord());
    await own.pool.query('alter table record drop constraint record_programme_id_month_record_id_key');
    await own.pool.query(
      `insert into record select programme_id, month, 2, record_id, type, retention, leaf, actor_blind, subject_blind, intent_index, contents_key, contents from record where programme_id = $1 and index = 0`,
      [copied],
    );
    await own.pool.query('update log_head set next = 3 where programme_id = $1', [copied]);
    const { pool, keystore } = own;
    const report = await verifyStoredRecords({ pool, keystore, directory: own.options.directory, programme: copied });
    expect(report.firstWrong).toMatchObject({ place: 'record 2 column record_id', code: 'repeated-id' });
    await own.drop();
  });

  test('moved to another programme are missing in the one, too many in the other, and not what that one logged', async () => {
    const other = await foundProgramme(scratch.database);
    await scratch.ledger.append(other, newRecord());
    const move = 'update record set programme_id = $2 where programme_id = $1 and index = 1';
    expect(await placeAfter(move, [programme, other])).toBe('record 1');
    const verifyOther = () => verifyStoredRecords({ ...scratch.options, programme: other });
    expect((await verifyOther()).firstWrong?.place).toMatch(/^record 1/);
    await scratch.pool.query('update log_head set next = 2 where programme_id = $1', [other]);
    expect((await verifyOther()).firstWrong?.place).toMatch(/^record 1/);
    await scratch.pool.query('delete from record where programme_id = $1 and index = 1', [other]);
  });

  test('exchanged, whole or only in their contents', async () => {
    await scratch.pool.query('update record set index = 100 + index where programme_id = $1 and index in (0, 1)', [programme]);
    expect(await placeAfter('update record set index = 101 - index where programme_id = $1 and index >= 100', [programme])).toBe(
      'record 0 leaf',
    );
  });

  test('more than the head of the log says', async () => {
    expect(await placeAfter('update log_head set next = 3 where programme_id = $1', [programme])).toBe('log_head');
    expect(await placeAfter('update log_head set next = 9 where programme_id = $1', [programme])).toBe('record 4');
  });
});

describe('an entry bundle', () => {
  test('changed, cut or missing is named', async () => {
    const path = join(scratch.options.directory, programme, 'tile/entries/000.p/3');
    const whole = await readFile(path);
    const changed = Buffer.from(whole);
    changed[10]! ^= 1;
    await writeFile(path, changed);
    expect((await verify()).firstWrong?.place).toBe('record 0 leaf');
    await writeFile(path, whole.subarray(0, -1));
    expect((await verify()).firstWrong).toMatchObject({ place: 'tile/entries/000.p/3', code: 'bundle-damaged' });
    await rm(path);
    expect((await verify()).firstWrong?.place).toBe('tile/entries/000.p/3');
    await writeFile(path, whole);
    expect((await verify()).intact).toBe(true);
  });
});

describe('a checkpoint', () => {
  test.each<[string, (whole: string) => string | Uint8Array]>([
    ['whose size was changed', (whole) => whole.replace('\n3\n', '\n2\n')],
    ['that another key signed', (whole) => whole.replaceAll(`— mingcha.test/${programme}`, '— mingcha.test/other')],
    ['that is cut', (whole) => whole.slice(0, -5)],
    ['that is empty', () => ''],
    ['that is no text', () => Uint8Array.of(0xff, 0xfe)],
  ])('%s is named: nothing can be held against it', async (_, change) => {
    const path = join(scratch.options.directory, programme, 'checkpoint');
    const whole = await readFile(path, 'utf8');
    await writeFile(path, change(whole));
    expect(await verify()).toMatchObject({ intact: false, sealed: 0, firstWrong: { place: 'checkpoint', code: 'checkpoint-damaged' } });
    await writeFile(path, whole);
    expect(await verify()).toMatchObject({ intact: true, sealed: 3 });
  });
});
