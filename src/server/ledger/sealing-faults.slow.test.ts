// What goes wrong around a log that runs: files that fail once, disks that fill up, clocks that jump, settings that change.
// After each: everything acknowledged is stored at its index, indexes are contiguous, and the published log verifies.
import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { MovableClock } from '../../../test/support/demo-office.ts';
import { createScratchLedger, faultOf, foundProgramme, newRecord, type ScratchLedger } from '../../../test/support/scratch-ledger.ts';
import { ioFault, watchedFiles } from '../../../test/support/seal-bench.ts';
import { verifyLogDirectory } from '../../cli/verify/index.ts';
import { createPool } from '../platform/index.ts';
import { openLedger, verifyStoredRecords, type Ledger, type Receipt } from './index.ts';
import { nodeFiles } from './log-files.ts';

let scratch: ScratchLedger;
beforeAll(async () => {
  scratch = await createScratchLedger({ sealIntervalMs: 60_000 });
});
afterAll(() => scratch.drop());

async function appendSome(ledger: Ledger, programme: string, count: number): Promise<Receipt[]> {
  return Promise.all(Array.from({ length: count }, () => ledger.append(programme, newRecord())));
}

/** Contiguous from 0, nothing acknowledged is missing, and folder and records are what was written. */
async function expectWhole(programme: string, receipts: readonly Receipt[], directory = scratch.options.directory): Promise<void> {
  const { rows } = await scratch.pool.query<{ index: number }>('select index from record where programme_id = $1 order by index', [
    programme,
  ]);
  expect(rows.map(({ index }) => index)).toEqual(rows.map((_, place) => place));
  expect(new Set(receipts.map(({ index }) => index)).size).toBe(receipts.length);
  for (const { index } of receipts) expect(index).toBeLessThan(rows.length);
  expect(await verifyStoredRecords({ ...scratch.options, directory, programme })).toMatchObject({ intact: true, checked: rows.length });
  expect(await verifyLogDirectory(join(directory, programme))).toMatchObject({ intact: true, size: rows.length });
}

describe('a file-system call that fails once, while the log runs', () => {
  test.each(['before', 'after'] as const)('%s it was done: appends go on, and the next turn seals', async (when) => {
    const programme = await foundProgramme(scratch.database);
    let made = -1;
    let failing = Number.POSITIVE_INFINITY;
    const failAt = (at: number, isNow: boolean): void => {
      made = Math.max(made, at);
      if (at === failing && isNow) throw ioFault('EIO');
    };
    const files = watchedFiles(nodeFiles, (at) => failAt(at, when === 'before'), (at) => failAt(at, when === 'after')); // prettier-ignore
    const ledger = await openLedger({ ...scratch.options, files });
    const receipts: Receipt[] = [];
    let failures = 0;
    for (let call = 0; ; call += 1) {
      receipts.push(...(await appendSome(ledger, programme, 3)));
      failing = made + 1 + call;
      await ledger.flush(programme);
      const wasReached = made >= failing;
      failing = Number.POSITIVE_INFINITY;
      if (!wasReached) break;
      failures += 1;
    }
    expect(failures).toBeGreaterThan(15);
    expect(ledger.health().usable).toBe(true);
    await ledger.close();
    await expectWhole(programme, receipts);
  });
});

/** A file system of so many kilobytes at `path`, until the test ends; false where this machine doesn't permit it. */
function mountSmall(path: string, kilobytes: number): boolean {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=700`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', path]));
  return true;
}

/** Up to its last byte. */
function fillUp(path: string): void {
  expect(() => {
    for (;;) writeFileSync(path, Buffer.alloc(4_096), { flag: 'a' });
  }).toThrow(/ENOSPC/);
}

describe('a full disk', () => {
  test('under the log’s files: appends go on up to the limit, the checkpoint stays, and room again heals it', async () => {
    const programme = await foundProgramme(scratch.database);
    const directory = join(scratch.folder, 'small-logs');
    const isMounted = mountSmall(directory, 256);
    const ballast = join(directory, 'ballast');
    let isFull = false;
    const files = watchedFiles(nodeFiles, (_at, name) => {
      if (!isMounted && isFull && (name === 'write' || name === 'makeDirectory')) throw ioFault('ENOSPC');
    });
    const ledger = await openLedger({ ...scratch.options, directory, files, flushForMs: 300, sealLimitMs: 1_500 });
    const receipts = await appendSome(ledger, programme, 5);
    await ledger.flush(programme);
    const published = await readFile(join(directory, programme, 'checkpoint'), 'utf8');
    isFull = true;
    if (isMounted) fillUp(ballast);
    receipts.push(...(await appendSome(ledger, programme, 300)));
    expect(await faultOf(ledger.flush(programme))).toBe('seal-too-old');
    expect(ledger.health().problems).toMatchObject([{ programme, code: 'files' }]);
    expect(await readFile(join(directory, programme, 'checkpoint'), 'utf8')).toBe(published);
    const appendOne = (): Promise<string> => faultOf(ledger.append(programme, newRecord()).then((receipt) => receipts.push(receipt)));
    await expect.poll(appendOne, { timeout: 20_000 }).toBe('seal-too-old');
    isFull = false;
    await rm(ballast, { force: true });
    await ledger.flush(programme);
    receipts.push(...(await appendSome(ledger, programme, 2)));
    await ledger.close();
    await expectWhole(programme, receipts, directory);
  });

  test('under the database: what is refused is not stored, what was acknowledged is; room again heals it', async (context) => {
    const own = await createScratchLedger({ sealIntervalMs: 60_000 });
    onTestFinished(() => own.drop());
    const { rows } = await own.pool.query<{ path: string }>("select current_setting('data_directory') as path");
    const owner = statSync(rows[0]?.path ?? '', { throwIfNoEntry: false });
    const place = join(own.folder, 'small-disk');
    if (!owner || !mountSmall(place, 1_024)) return context.skip('needs a PostgreSQL on this machine, and the right to mount');
    chownSync(place, owner.uid, owner.gid);
    const space = `small_${process.pid}`;
    await own.pool.query(`create tablespace ${space} location '${place}'`);
    const partitions = await own.pool.query<{ name: string }>("select inhrelid::regclass::text as name from pg_inherits where inhparent = 'record'::regclass"); // prettier-ignore
    for (const { name } of [{ name: 'record' }, ...partitions.rows]) await own.pool.query(`alter table ${name} set tablespace ${space}`);
    const programme = await foundProgramme(own.database);
    const bulky = { envelope: { note: 'x'.repeat(20_000) } };
    const receipts: Receipt[] = [];
    let fault = 'resolved';
    while (fault === 'resolved') fault = await faultOf(own.ledger.append(programme, newRecord(bulky)).then((one) => receipts.push(one)));
    expect(fault).toBe('disk-full');
    execFileSync('mount', ['-o', 'remount,size=65536k', place]);
    receipts.push(await own.ledger.append(programme, newRecord(bulky)));
    await own.ledger.flush(programme);
    expect(receipts.map(({ index }) => index)).toEqual(receipts.map((_, index) => index));
    expect(receipts.length).toBeGreaterThan(3);
    const report = await verifyStoredRecords({ ...own.options, programme });
    expect(report).toEqual({ intact: true, checked: receipts.length, forgotten: 0, sealed: receipts.length });
    await own.pool.query('drop table record cascade');
    await own.pool.query(`drop tablespace ${space}`);
    return undefined;
  });
});

describe('a clock that jumps', () => {
  test('back by years, ahead by months, by minutes: the order is the order of commits, sealing goes on, and a restart too', async () => {
    const programme = await foundProgramme(scratch.database);
    const clock = new MovableClock();
    const open = (): Promise<Ledger> => openLedger({ ...scratch.options, clock, sealLimitMs: 5_000, sealIntervalMs: 50 });
    let ledger = await open();
    const receipts: Receipt[] = [];
    for (const hours of [0, -20_000, 21_000, -0.2, 1_500, -3_000]) {
      clock.moveAhead({ minutes: hours * 60 });
      const records = Array.from({ length: 3 }, () => newRecord({ at: clock.now() }));
      receipts.push(...(await Promise.all(records.map((record) => ledger.append(programme, record)))));
      expect(ledger.health()).toMatchObject({ usable: true });
      await ledger.flush(programme);
      receipts.push(await ledger.append(programme, newRecord({ at: clock.now() })));
      // Started beside the other, with an unsealed record and a checkpoint that seems to be of another time: it may wait for the next.
      const other = await open();
      await expect.poll(() => faultOf(other.append(programme, newRecord()).then((receipt) => receipts.push(receipt)))).toBe('resolved');
      await ledger.close();
      ledger = other;
    }
    await ledger.close();
    expect(receipts.map(({ index }) => index)).toEqual(receipts.map((_, index) => index));
    await expectWhole(programme, receipts);
  });
});

describe('readers that hold every connection of their pool', () => {
  test('keep appends and seals waiting only where these have no pool of their own', async () => {
    const programme = await foundProgramme(scratch.database);
    const [pool, appendPool] = [createPool(scratch.url, { connections: 3 }), createPool(scratch.url, { connections: 3 })];
    const sharing = await openLedger({ ...scratch.options, pool });
    const ledger = await openLedger({ ...scratch.options, pool, appendPool });
    const append = (to: Ledger) => to.append(programme, newRecord());
    await Promise.all([append(sharing), append(ledger)]);
    const readers = Promise.race(Array.from({ length: 3 }, () => pool.query('select pg_sleep(1.5)'))).then(() => 'readers');
    const shared = append(sharing).then(() => 'shared');
    const own = append(ledger).then(() => 'own');
    expect(await Promise.race([readers, shared, own])).toBe('own');
    expect(await Promise.race([readers, shared])).toBe('readers');
    await shared;
    for (const one of [sharing, ledger]) await one.close();
    for (const one of [pool, appendPool]) await one.end();
  });
});

describe('settings that change while the program runs', () => {
  test('synchronous_commit off for a role, a database or a transaction: that session appends nothing', async () => {
    const programme = await foundProgramme(scratch.database);
    const name = new URL(scratch.url).pathname.slice(1);
    const appendPool = createPool(scratch.url, { connections: 3 });
    const ledger = await openLedger({ ...scratch.options, appendPool, sealIntervalMs: 50 });
    const receipts = [await ledger.append(programme, newRecord())];
    const inLazyTransaction = scratch.database.transaction().execute(async (tx) => {
      await tx.executeQuery(CompiledQuery.raw('set local synchronous_commit = off'));
      return ledger.appendWithin(tx, programme, newRecord());
    });
    expect(await faultOf(inLazyTransaction)).toBe('unsafe-settings');
    const others = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    for (const target of [`database ${name}`, `role current_user in database ${name}`]) {
      const admin = createPool(scratch.url, { connections: 1 });
      await admin.query(`alter ${target} set synchronous_commit = off`);
      await admin.query(others);
      expect(await faultOf(ledger.append(programme, newRecord()))).toBe('unsafe-settings');
      await expect.poll(() => ledger.health().problems.map(({ code }) => code)).toContain('unsafe-settings');
      await admin.query(`alter ${target} reset synchronous_commit`);
      await admin.query(others);
      receipts.push(await ledger.append(programme, newRecord()));
      await expect.poll(() => ledger.health().problems, { timeout: 5_000 }).toEqual([]);
      await admin.end();
    }
    await ledger.flush(programme);
    await ledger.close();
    await appendPool.end();
    await expectWhole(programme, receipts);
  });
});
