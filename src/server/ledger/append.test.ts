// Appends under concurrency, replays, lost answers and killed connections, on a real PostgreSQL.
import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePromise, parseVkey, verifyPromise } from '#domain/ledger';
import { sha256, verifyEd25519 } from '#server/keys';
import { createPool } from '#server/platform';
import { createScratchLedger, faultOf, foundProgramme, newRecord, type ScratchLedger } from '../../../test/support/scratch-ledger.ts';
import { startLossyProxy } from '../../../test/support/lossy-proxy.ts';
import { DuplicateRecord, openLedger, type Receipt } from './index.ts';

let scratch: ScratchLedger;

beforeAll(async () => {
  scratch = await createScratchLedger();
});
afterAll(() => scratch.drop());

interface Stored {
  index: number;
  record_id: string;
}

async function storedRows(programme: string): Promise<Stored[]> {
  const { rows } = await scratch.pool.query<Stored>('select index, record_id from record where programme_id = $1 order by index', [
    programme,
  ]);
  return rows;
}

async function next(programme: string): Promise<number> {
  return (await scratch.database.selectFrom('log_head').select('next').where('programme_id', '=', programme).executeTakeFirstOrThrow())
    .next;
}

/** Every receipt names the row that holds its record, indexes run from 0 without a hole, and nothing else is stored. */
async function expectExactlyOnce(programme: string, written: ReadonlyMap<string, Receipt>): Promise<void> {
  const rows = await storedRows(programme);
  expect(rows.map((row) => row.index)).toEqual(rows.map((_, place) => place));
  expect(new Map(rows.map((row) => [row.record_id, row.index]))).toEqual(new Map([...written].map(([id, receipt]) => [id, receipt.index])));
  expect(await next(programme)).toBe(rows.length);
}

describe('64 callers at once', () => {
  test('get contiguous indexes, exactly once, in the order of their commits; transactions among them roll back without a hole', async () => {
    const programme = await foundProgramme(scratch.database);
    const written = new Map<string, Receipt>();
    const spans: { begun: number; ended: number; index: number }[] = [];
    let step = 0;
    const appendOne = async (): Promise<void> => {
      const record = newRecord();
      const begun = step++;
      const receipt = await scratch.ledger.append(programme, record);
      spans.push({ begun, ended: step++, index: receipt.index });
      written.set(record.recordId, receipt);
    };
    const within = async (fails: boolean): Promise<void> => {
      const record = newRecord();
      const begun = step++;
      const receipt = await scratch.database
        .transaction()
        .execute(async (tx) => {
          const made = await scratch.ledger.appendWithin(tx, programme, record);
          if (fails) throw new Error('rolled back on purpose');
          return made;
        })
        .catch(() => undefined);
      if (!receipt) return;
      spans.push({ begun, ended: step++, index: receipt.index });
      written.set(record.recordId, receipt);
    };
    const callers = Array.from({ length: 64 }, async (_, caller) => {
      for (let turn = 0; turn < 12; turn += 1) {
        if (caller % 16 === 0) await within(turn % 2 === 0);
        else await appendOne();
      }
    });
    await Promise.all(callers);
    expect(written.size).toBe(60 * 12 + 4 * 6);
    await expectExactlyOnce(programme, written);
    // What was acknowledged before another append began stands before it.
    for (const one of spans)
      for (const other of spans) if (one.ended < other.begun && one.index >= other.index) expect.fail('out of order');
  });

  test('are committed in two halves, few of them in one', async () => {
    const programme = await foundProgramme(scratch.database);
    for (const [first, batches] of [
      [0, [1]],
      [1, [32, 32]],
      [65, [20]],
    ] as const) {
      const count = batches.reduce<number>((sum, size) => sum + size, 0);
      await Promise.all(Array.from({ length: count }, () => scratch.ledger.append(programme, newRecord())));
      const { rows } = await scratch.pool.query<{ size: number }>(
        'select count(*)::int as size from record where programme_id = $1 and index >= $2 group by xmin::text order by min(index)',
        [programme, first],
      );
      expect(rows.map(({ size }) => size)).toEqual(batches);
    }
  });

  test('and no reader ever sees a hole', async () => {
    const programme = await foundProgramme(scratch.database);
    let done = false;
    const looks: { next: number; rows: number; last: number | null }[] = [];
    const watch = (async () => {
      while (!done) {
        const { rows } = await scratch.pool.query<{ next: number; rows: number; last: number | null }>(
          `select next, (select count(*) from record where programme_id = $1) as rows, (select max(index) from record where programme_id = $1) as last
           from log_head where programme_id = $1`,
          [programme],
        );
        looks.push(...rows);
      }
    })();
    await Promise.all(Array.from({ length: 640 }, () => scratch.ledger.append(programme, newRecord())));
    done = true;
    await watch;
    for (const look of looks) expect([look.rows, (look.last ?? -1) + 1]).toEqual([look.next, look.next]);
    expect(looks.length).toBeGreaterThan(2);
  });

  test('records of several months go to their months', async () => {
    const programme = await foundProgramme(scratch.database);
    const months = ['2025-12-31T15:59:59.999Z', '2025-12-31T16:00:00Z', '2026-02-10T00:00:00Z', '2027-02-10T00:00:00Z'];
    await Promise.all(months.map((at) => scratch.ledger.append(programme, newRecord({ at: Temporal.Instant.from(at) }))));
    const counts = await scratch.ledger.countByMonth(programme);
    expect(counts.map(({ month, type, count }) => `${month} ${type} ${count}`)).toEqual([
      '2025-12 intent 1',
      '2026-01 intent 1',
      '2026-02 intent 1',
      '2027-02 intent 1',
    ]);
  });
});

describe('a receipt', () => {
  test("carries the log's signed promise", async () => {
    const programme = await foundProgramme(scratch.database);
    const receipt = await scratch.ledger.append(programme, newRecord());
    const parsed = parsePromise(receipt.promise);
    expect(parsed.promise).toEqual({ origin: `mingcha.test/${programme}`, index: 0, leafHash: new Uint8Array(receipt.leafHash) });
    const { vkey } = await scratch.ledger.state(programme);
    expect(verifyPromise(parsed, parseVkey(vkey, sha256).publicKey, verifyEd25519, sha256)).toBe(true);
  });

  test('of records committed together hold one signature, and each its own record', async () => {
    const programme = await foundProgramme(scratch.database);
    const receipts = await Promise.all(Array.from({ length: 40 }, () => scratch.ledger.append(programme, newRecord())));
    const { origin, vkey } = await scratch.ledger.state(programme);
    const { publicKey } = parseVkey(vkey, sha256);
    const parsed = receipts.map(({ promise }) => parsePromise(promise));
    for (const [place, { index, leafHash }] of receipts.entries())
      expect(parsed[place]?.promise).toEqual({ origin, index, leafHash: new Uint8Array(leafHash) });
    expect(parsed.every((one) => verifyPromise(one, publicKey, verifyEd25519, sha256))).toBe(true);
    expect(new Set(parsed.map(({ signature }) => Buffer.from(signature).toString('hex'))).size).toBeLessThan(10);
  });
});

describe('a record id used before', () => {
  test('is a replay: refused with the index it stands at, or answered with the stored record', async () => {
    const programme = await foundProgramme(scratch.database);
    const record = newRecord();
    await scratch.ledger.append(programme, newRecord());
    const first = await scratch.ledger.append(programme, record);
    const replay = await scratch.ledger.append(programme, { ...record, envelope: { other: true } }).catch((error: unknown) => error);
    expect(replay).toBeInstanceOf(DuplicateRecord);
    expect((replay as DuplicateRecord).index).toBe(1);
    const same = await scratch.ledger.append(programme, record, { ifExists: 'same' });
    expect([same.index, Buffer.from(same.leafHash)]).toEqual([first.index, Buffer.from(first.leafHash)]);
    expect(await next(programme)).toBe(2);
  });

  test('twice at the same moment: one is written, and those beside it are too', async () => {
    const programme = await foundProgramme(scratch.database);
    const recordId = randomUUID();
    const calls = [newRecord({ recordId }), newRecord(), newRecord({ recordId: recordId.toUpperCase() }), newRecord()];
    const settled = await Promise.allSettled(calls.map((record) => scratch.ledger.append(programme, record)));
    expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await next(programme)).toBe(3);
  });

  test('within a transaction fails the transaction', async () => {
    const programme = await foundProgramme(scratch.database);
    const record = newRecord();
    await scratch.ledger.append(programme, record);
    const again = scratch.database.transaction().execute((tx) => scratch.ledger.appendWithin(tx, programme, record));
    expect(await faultOf(again)).toBe('DuplicateRecord');
    const twice = scratch.database.transaction().execute(async (tx) => {
      const fresh = newRecord();
      await scratch.ledger.appendWithin(tx, programme, fresh);
      await scratch.ledger.appendWithin(tx, programme, fresh);
    });
    expect(await faultOf(twice)).toBe('UnfitRecord');
    expect(await next(programme)).toBe(1);
  });
});

describe('a lost connection', () => {
  test('after the commit, before the answer: the retry finds its own row', async () => {
    const programme = await foundProgramme(scratch.database);
    const proxy = await startLossyProxy(scratch.url);
    const pool = createPool(proxy.url, { connections: 3 });
    const ledger = await openLedger({ ...scratch.options, pool, sealIntervalMs: 60_000 });
    const written = new Map<string, Receipt>();
    for (let turn = 0; turn < 5; turn += 1) {
      const before = newRecord();
      written.set(before.recordId, await ledger.append(programme, before));
      proxy.swallowAnswerTo('append-1');
      const lost = newRecord();
      written.set(lost.recordId, await ledger.append(programme, lost));
    }
    expect(proxy.swallowed).toBe(5);
    await expectExactlyOnce(programme, written);
    await ledger.close();
    await pool.end();
    await proxy.close();
  });

  test('at any moment, again and again, under load: everything acknowledged is stored exactly once', async () => {
    const programme = await foundProgramme(scratch.database);
    const pool = createPool(scratch.url, { connections: 6 });
    const ledger = await openLedger({ ...scratch.options, pool, retryForMs: 20_000 });
    let done = false;
    let killed = 0;
    const killer = (async () => {
      while (!done) {
        await sleep(15);
        const { rowCount } = await scratch.pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid() and query like 'with head as%' and state = 'active'`,
        );
        killed += rowCount ?? 0;
      }
    })();
    const written = new Map<string, Receipt>();
    await Promise.all(
      Array.from({ length: 64 }, async () => {
        for (let turn = 0; turn < 15 || (killed < 3 && turn < 2_000); turn += 1) {
          const record = newRecord();
          written.set(record.recordId, await ledger.append(programme, record));
        }
      }),
    );
    done = true;
    await killer;
    expect(killed).toBeGreaterThanOrEqual(3);
    await expectExactlyOnce(programme, written);
    await ledger.close();
    await pool.end();
  });

  test('for longer than we retry: the callers are told, and later appends go on', async () => {
    const programme = await foundProgramme(scratch.database);
    const proxy = await startLossyProxy(scratch.url);
    const pool = createPool(proxy.url, { connections: 3 });
    const ledger = await openLedger({ ...scratch.options, pool, retryForMs: 200, sealIntervalMs: 60_000 });
    await ledger.append(programme, newRecord());
    proxy.refuse(true);
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('database');
    proxy.refuse(false);
    expect((await ledger.append(programme, newRecord())).index).toBe(1);
    await ledger.close();
    await pool.end();
    await proxy.close();
  });
});

describe('nothing is recorded', () => {
  test('while the keystore is away', async () => {
    const programme = await foundProgramme(scratch.database);
    await scratch.ledger.append(programme, newRecord());
    const { directory } = scratch.keystore;
    await rename(directory, `${directory}-away`);
    expect(await faultOf(scratch.ledger.append(programme, newRecord()))).toBe('keys');
    expect(await faultOf(scratch.database.transaction().execute((tx) => scratch.ledger.appendWithin(tx, programme, newRecord())))).toBe(
      'keys',
    );
    expect(scratch.ledger.health().usable).toBe(false);
    await rename(`${directory}-away`, directory);
    expect((await scratch.ledger.append(programme, newRecord())).index).toBe(1);
  });

  test('while the database is read-only', async () => {
    const programme = await foundProgramme(scratch.database);
    const name = new URL(scratch.url).pathname.slice(1);
    const admin = createPool(scratch.url, { connections: 1 });
    const pool = createPool(scratch.url, { connections: 3 });
    const ledger = await openLedger({ ...scratch.options, pool, retryForMs: 60_000 });
    await ledger.append(programme, newRecord());
    const ownSessions = (condition: string): Promise<unknown> =>
      admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() ${condition}`,
      );
    await admin.query(`alter database ${name} set default_transaction_read_only = on`);
    await ownSessions('');
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('read-only');
    await admin.query('set default_transaction_read_only = off');
    await admin.query(`alter database ${name} reset default_transaction_read_only`);
    await ownSessions('');
    expect((await ledger.append(programme, newRecord())).index).toBe(1);
    await ledger.close();
    await pool.end();
    await admin.end();
  });

  test('beyond what may wait', async () => {
    const programme = await foundProgramme(scratch.database);
    const ledger = await openLedger({ ...scratch.options, queueLimit: 8, sealIntervalMs: 60_000 });
    await ledger.append(programme, newRecord());
    const blocker = await scratch.pool.connect();
    await blocker.query('begin');
    await blocker.query('select 1 from log_head where programme_id = $1 for update', [programme]);
    const inFlight = ledger.append(programme, newRecord());
    await sleep(100);
    const waiting = Array.from({ length: 20 }, () => faultOf(ledger.append(programme, newRecord())));
    await sleep(100);
    await blocker.query('rollback');
    blocker.release();
    await inFlight;
    const results = await Promise.all(waiting);
    expect(results.filter((result) => result === 'resolved')).toHaveLength(8);
    expect(results.filter((result) => result === 'overloaded')).toHaveLength(12);
    expect(await next(programme)).toBe(10);
    await ledger.close();
  });

  test('for a programme that does not exist, or after closing', async () => {
    expect(await faultOf(scratch.ledger.append('nobody', newRecord()))).toBe('no-log');
    expect(await faultOf(scratch.ledger.append('../x', newRecord()))).toBe('no-log');
    const programme = await foundProgramme(scratch.database);
    const ledger = await openLedger(scratch.options);
    await ledger.append(programme, newRecord());
    await ledger.close();
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('closed');
  });

  test('that does not fit, and its neighbours in the batch do not suffer', async () => {
    const programme = await foundProgramme(scratch.database);
    const unfit = [
      newRecord({ recordId: 'not-a-uuid' }),
      newRecord({ retention: 'five years' }),
      newRecord({ at: Temporal.Instant.from('1999-12-31T15:59:59Z') }),
      newRecord({ envelope: { text: '\ud800' } }),
      newRecord({ subject: { number: Number.NaN } }),
      newRecord({ subject: { text: 'x'.repeat(262_144) } }),
      newRecord({ blindActor: '' }),
      newRecord({ blindSubject: 'x'.repeat(257) }),
      newRecord({ intentIndex: -1 }),
    ];
    const results = await Promise.all([...unfit, newRecord()].map((record) => faultOf(scratch.ledger.append(programme, record))));
    expect(results).toEqual([...unfit.map(() => 'UnfitRecord'), 'resolved']);
  });

  test('in a month whose key is destroyed', async () => {
    const programme = await foundProgramme(scratch.database);
    await scratch.ledger.append(programme, newRecord());
    scratch.keystore.destroyEpoch({ programme, month: '2026-11', retention: 'log-5y' });
    expect(await faultOf(scratch.ledger.append(programme, newRecord()))).toBe('keys');
  });
});

describe('a programme founded by the transaction that appends', () => {
  test('has its log once the transaction commits, and none when it rolls back', async () => {
    await foundProgramme(scratch.database);
    const found = (id: string, fails: boolean): Promise<unknown> =>
      scratch.database.transaction().execute(async (tx) => {
        await tx
          .insertInto('programme')
          .values({ id, organisation_id: 'office', regulation: 'nantou-webir', title: '', log_origin: `o/${id}` })
          .execute();
        await scratch.ledger.appendWithin(tx, id, newRecord({ type: 'grant' }));
        await scratch.ledger.appendWithin(tx, id, newRecord({ type: 'grant' }));
        if (fails) throw new Error('rolled back on purpose');
      });
    const id = `p-${randomUUID()}`;
    await found(id, true).catch(() => undefined);
    expect(await faultOf(scratch.ledger.append(id, newRecord()))).toBe('no-log');
    await found(id, false);
    expect((await scratch.ledger.append(id, newRecord())).index).toBe(2);
    await scratch.ledger.flush(id);
    expect((await scratch.ledger.state(id)).size).toBe(3);
  });
});
