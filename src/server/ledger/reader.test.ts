// Reading back: what was written, only within what the log-read record says, and nothing that was not logged.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLeaf } from '#domain/ledger';
import {
  createScratchLedger,
  faultOf,
  foundProgramme,
  newRecord,
  november,
  recordRead,
  type ScratchLedger,
} from '../../../test/support/scratch-ledger.ts';
import type { OpenedRecord } from './index.ts';

let scratch: ScratchLedger;

beforeAll(async () => {
  scratch = await createScratchLedger();
});
afterAll(() => scratch.drop());

async function collect(records: AsyncIterable<OpenedRecord>): Promise<OpenedRecord[]> {
  return Array.fromAsync(records);
}

const indexesOf = (records: readonly OpenedRecord[]): number[] => records.map((record) => record.index);

describe('a record', () => {
  test('is read back as it was written, to the millisecond', async () => {
    const programme = await foundProgramme(scratch.database);
    const at = Temporal.Instant.from('2026-11-22T02:00:00.123456789Z');
    const written = newRecord({
      at,
      type: 'outcome',
      intentIndex: 7,
      subject: { subject: 'A000000000', deep: { list: [1, 'x', null, true] } },
    });
    const receipt = await scratch.ledger.append(programme, written);
    const read = await recordRead(scratch.ledger, programme, { kind: 'record', index: 0 });
    const record = await scratch.ledger.readRecord(read, 0);
    expect(record).toMatchObject({
      index: 0,
      recordId: written.recordId,
      type: 'outcome',
      month: '2026-11',
      envelope: written.envelope,
      actor: written.actor,
      subject: written.subject,
      intentIndex: 7,
    });
    expect(record?.at.toString()).toBe('2026-11-22T02:00:00.123Z');
    expect(Buffer.from(record!.leafHash)).toEqual(Buffer.from(receipt.leafHash));
    expect(parseLeaf(Buffer.from(record!.leaf)).type).toBe('outcome');
    expect(record?.leaf.length).toBeLessThanOrEqual(300);
    await scratch.ledger.flush(programme);
    expect((await scratch.ledger.readRecord(read, 0))?.sealed).toBe(true);
  });

  test('shows nothing of its contents in the table', async () => {
    const programme = await foundProgramme(scratch.database);
    await scratch.ledger.append(programme, newRecord({ blindActor: 'account-xyz', subject: { subject: 'A000000000', name: '陳怡君' } }));
    const { rows } = await scratch.pool.query<Record<string, unknown>>('select * from record where programme_id = $1', [programme]);
    const bytes = Buffer.concat(Object.values(rows[0]!).map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(String(value)))));
    for (const secret of ['A000000000', '陳怡君', 'account-xyz', 'u-1', '社助', 'insured-history']) expect(bytes.indexOf(secret)).toBe(-1);
  });

  test('whose key is destroyed is forgotten, its neighbours are not', async () => {
    const programme = await foundProgramme(scratch.database);
    await scratch.ledger.append(programme, newRecord({ retention: 'short' }));
    await scratch.ledger.append(programme, newRecord());
    scratch.keystore.destroyEpoch({ programme, month: '2026-11', retention: 'short' });
    const read = await recordRead(scratch.ledger, programme, { kind: 'month', month: '2026-11' });
    expect(await faultOf(scratch.ledger.readRecord(read, 0))).toBe('ForgottenRecord');
    expect((await scratch.ledger.readRecord(read, 1))?.index).toBe(1);
  });
});

describe('a read', () => {
  test('is a record itself, and says who, what and why', async () => {
    const programme = await foundProgramme(scratch.database);
    await scratch.ledger.append(programme, newRecord());
    const read = await recordRead(scratch.ledger, programme, { kind: 'actor', account: 'u-1' });
    expect(read.index).toBe(1);
    const readsOfIt = await recordRead(scratch.ledger, programme, { kind: 'record', index: 1 });
    expect(await scratch.ledger.readRecord(readsOfIt, 1)).toMatchObject({
      type: 'log-read',
      envelope: { operation: 'log-read', scope: 'actor', why: 'test' },
      actor: { account: 'u-9' },
      subject: { kind: 'actor', account: 'u-1' },
    });
  });

  test('opens what its scope names and nothing else', async () => {
    const programme = await foundProgramme(scratch.database);
    const append = (overrides: Parameters<typeof newRecord>[0]): Promise<unknown> => scratch.ledger.append(programme, newRecord(overrides));
    await append({});
    await append({ blindActor: 'u-2' });
    await append({ at: november.add({ hours: 24 * 30 }) });
    const one = await recordRead(scratch.ledger, programme, { kind: 'record', index: 1 });
    const actor = await recordRead(scratch.ledger, programme, { kind: 'actor', account: 'u-1' });
    const month = await recordRead(scratch.ledger, programme, { kind: 'month', month: '2026-11' });
    expect(indexesOf(await scratch.ledger.readRecords(one, [2, 1, 0]))).toEqual([1]);
    expect(indexesOf(await scratch.ledger.readRecords(actor, [2, 1, 0]))).toEqual([2, 0]);
    expect(indexesOf(await scratch.ledger.readRecords(month, [2, 1, 0, 99]))).toEqual([1, 0]);
    expect(await scratch.ledger.readRecord(one, 0)).toBeUndefined();
    expect(await faultOf(scratch.ledger.findByActor(month, { limit: 10 }))).toBe('ReadNotRecorded');
    expect(await faultOf(collect(scratch.ledger.findByMonth(actor)))).toBe('ReadNotRecorded');
    const forged = { programme, scope: { kind: 'record', index: 0 }, index: 0 } as unknown as typeof one;
    expect(await faultOf(scratch.ledger.readRecord(forged, 0))).toBe('ReadNotRecorded');
  });

  test('of another programme gives nothing of this one', async () => {
    const programme = await foundProgramme(scratch.database);
    const other = await foundProgramme(scratch.database);
    await scratch.ledger.append(programme, newRecord());
    const read = await recordRead(scratch.ledger, other, { kind: 'actor', account: 'u-1' });
    expect(await scratch.ledger.findByActor(read, { limit: 10 })).toEqual([]);
  });

  test('that is malformed is not recorded', async () => {
    const programme = await foundProgramme(scratch.database);
    expect(await faultOf(recordRead(scratch.ledger, programme, { kind: 'month', month: '2026-13' }))).toBe('UnfitRecord');
    expect(await faultOf(recordRead(scratch.ledger, programme, { kind: 'record', index: -1 }))).toBe('UnfitRecord');
    const read = await recordRead(scratch.ledger, programme, { kind: 'actor', account: 'u-1' });
    expect(await faultOf(scratch.ledger.findByActor(read, { limit: 501 }))).toBe('RangeError');
  });
});

describe("an account's records", () => {
  test('come newest first, page by page, by type, across years and months', async () => {
    const programme = await foundProgramme(scratch.database);
    const times = ['2024-03-01', '2025-12-31', '2026-01-01', '2026-11-05', '2026-11-06'].map((day) =>
      Temporal.Instant.from(`${day}T04:00:00Z`),
    );
    for (const [place, at] of times.entries()) {
      await scratch.ledger.append(programme, newRecord({ at, type: place === 3 ? 'refused' : 'intent' }));
      await scratch.ledger.append(programme, newRecord({ at, blindActor: 'u-2' }));
    }
    const read = await recordRead(scratch.ledger, programme, { kind: 'actor', account: 'u-1' });
    const find = async (page: Parameters<typeof scratch.ledger.findByActor>[1]): Promise<number[]> =>
      indexesOf(await scratch.ledger.findByActor(read, page));
    expect(await find({ limit: 10 })).toEqual([8, 6, 4, 2, 0]);
    expect(await find({ limit: 2 })).toEqual([8, 6]);
    expect(await find({ limit: 2, before: 6 })).toEqual([4, 2]);
    expect(await find({ limit: 2, before: 2 })).toEqual([0]);
    expect(await find({ limit: 10, types: ['refused'] })).toEqual([6]);
    expect(await find({ limit: 10, fromMonth: '2025-12', untilMonth: '2026-01' })).toEqual([4, 2]);
    expect(await find({ limit: 10, untilMonth: '2024-12' })).toEqual([0]);
    expect(await find({ limit: 10, fromMonth: '2026-12' })).toEqual([]);
    expect(await find({ limit: 0 })).toEqual([]);
  });

  test('with the outcomes of its intents, in the next month too', async () => {
    const programme = await foundProgramme(scratch.database);
    await scratch.ledger.append(programme, newRecord({ at: Temporal.Instant.from('2026-11-30T15:59:59Z') }));
    await scratch.ledger.append(programme, newRecord({ blindActor: 'u-2' }));
    await scratch.ledger.append(programme, newRecord({ type: 'outcome', intentIndex: 1, blindActor: 'u-2' }));
    await scratch.ledger.append(
      programme,
      newRecord({ at: Temporal.Instant.from('2026-11-30T16:00:01Z'), type: 'outcome', intentIndex: 0 }),
    );
    const actor = await recordRead(scratch.ledger, programme, { kind: 'actor', account: 'u-1' });
    const month = await recordRead(scratch.ledger, programme, { kind: 'month', month: '2026-11' });
    expect(indexesOf(await scratch.ledger.findOutcomes(actor, [0, 1]))).toEqual([3]);
    expect(indexesOf(await scratch.ledger.findOutcomes(month, [0, 1]))).toEqual([2, 3]);
    expect(await scratch.ledger.findOutcomes(month, [])).toEqual([]);
  });
});

describe("a month's records", () => {
  test('stream in the order of the log, more than one page of them', async () => {
    const programme = await foundProgramme(scratch.database);
    await Promise.all(
      Array.from({ length: 450 }, (_, place) =>
        scratch.ledger.append(programme, newRecord({ type: place % 3 === 0 ? 'refused' : 'intent' })),
      ),
    );
    await scratch.ledger.append(programme, newRecord({ at: november.add({ hours: 24 * 30 }) }));
    const read = await recordRead(scratch.ledger, programme, { kind: 'month', month: '2026-11' });
    const all = await collect(scratch.ledger.findByMonth(read));
    expect(indexesOf(all)).toEqual([...Array.from({ length: 450 }, (_, place) => place), 451]);
    expect(await collect(scratch.ledger.findByMonth(read, ['refused']))).toHaveLength(150);
    expect((await scratch.ledger.countByMonth(programme)).map(({ month, type, count }) => `${month} ${type} ${count}`)).toEqual([
      '2026-11 intent 300',
      '2026-11 log-read 1',
      '2026-11 refused 150',
      '2026-12 intent 1',
    ]);
  });
});

describe('what was changed in the database', () => {
  test('is not shown: a swapped, moved or edited row is named', async () => {
    const programme = await foundProgramme(scratch.database);
    for (let count = 0; count < 3; count += 1) await scratch.ledger.append(programme, newRecord());
    const read = await recordRead(scratch.ledger, programme, { kind: 'month', month: '2026-11' });
    await scratch.pool.query('create table before as select * from record where programme_id = $1', [programme]);
    const placeAfter = async (...changes: string[]): Promise<unknown> => {
      for (const sql of changes) await scratch.pool.query(sql, [programme]);
      const fault = await scratch.ledger.readRecords(read, [0, 1, 2]).then(
        () => 'shown',
        (error: { index?: number; place?: string; name: string }) => `${error.name} ${error.index} ${error.place}`,
      );
      await scratch.pool.query('delete from record where programme_id = $1', [programme]);
      await scratch.pool.query('insert into record select * from before');
      return fault;
    };
    const set = (change: string): Promise<unknown> => placeAfter(`update record set ${change} where programme_id = $1 and index = 1`);
    expect(await set(`type = 'refused'`)).toBe('TamperedRecord 1 column type');
    expect(await set(`retention = 'other'`)).toMatch('TamperedRecord 1 column retention');
    expect(await set(`intent_index = 0`)).toBe('TamperedRecord 1 column intent_index');
    expect(await set(`record_id = '${randomUUID()}'`)).toBe('TamperedRecord 1 column record_id');
    expect(await set(`actor_blind = actor_blind || '\\x00'::bytea`)).toBe('TamperedRecord 1 column actor_blind');
    expect(await set(`contents = set_byte(contents, 20, get_byte(contents, 20) # 1)`)).toBe('TamperedRecord 1 contents');
    expect(await set(`contents_key = set_byte(contents_key, 20, get_byte(contents_key, 20) # 1)`)).toBe(
      'TamperedRecord 1 key of its contents',
    );
    expect(
      await placeAfter(
        `update record set contents = other.contents, contents_key = other.contents_key
         from record other where record.programme_id = $1 and record.index = 1 and other.programme_id = $1 and other.index = 0`,
      ),
    ).toBe('TamperedRecord 1 commitment of compartment A');
    expect(await set(`leaf = set_byte(leaf, 8, 65 + (get_byte(leaf, 8) + 1) % 26)`)).toMatch('TamperedRecord 1');
    // The contents of record 0 under the index and id of record 1.
    expect(
      await placeAfter(
        `update record set leaf = other.leaf, contents = other.contents, contents_key = other.contents_key
         from record other where record.programme_id = $1 and record.index = 1 and other.programme_id = $1 and other.index = 0`,
      ),
    ).toBe('TamperedRecord 1 column record_id');
    // Two whole rows change places: once sealed, the tiles contradict.
    await scratch.ledger.flush(programme);
    expect(
      await placeAfter(
        'update record set index = 100 + index where programme_id = $1 and index in (0, 1)',
        'update record set index = 101 - index where programme_id = $1 and index >= 100',
      ),
    ).toMatch(/^TamperedRecord [01] leaf$/);
    expect(await set('index = 1')).toBe('shown');
  });
});
