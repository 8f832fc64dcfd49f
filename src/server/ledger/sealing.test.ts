// Sealing in the background, waiting for it, proofs out of it, and what stops the log: age, rollback, another keystore.
import { mkdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leafHash, parseTlogProof, parseVkey, verifyTlogProof } from '#domain/ledger';
import { openKeystore, sha256, verifyEd25519 } from '#server/keys';
import { createPool } from '#server/platform';
import { createScratchLedger, faultOf, foundProgramme, newRecord, type ScratchLedger } from '../../../test/support/scratch-ledger.ts';
import { openLedger, type Ledger, type LedgerOptions } from './index.ts';

let scratch: ScratchLedger;
const open: Ledger[] = [];

beforeAll(async () => {
  // No seal comes by itself within a test: each one asks for it.
  scratch = await createScratchLedger({ sealIntervalMs: 60_000 });
});
afterAll(async () => {
  for (const ledger of open) await ledger.close();
  await scratch.drop();
});

async function another(overrides: Partial<LedgerOptions> = {}): Promise<Ledger> {
  const ledger = await openLedger({ ...scratch.options, ...overrides });
  open.push(ledger);
  return ledger;
}

async function appendMany(ledger: Ledger, programme: string, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => ledger.append(programme, newRecord())));
}

function inLog(programme: string, name: string): string {
  return join(scratch.options.directory, programme, name);
}

describe('a checkpoint', () => {
  test('of the empty tree is there before the first record', async () => {
    const programme = await foundProgramme(scratch.database);
    const state = await scratch.ledger.state(programme);
    expect([state.next, state.size, Buffer.from(state.rootHash).toString('hex')]).toEqual([
      0,
      0,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    ]);
  });

  test('covers, after a flush, everything appended before it, and proves each record', async () => {
    const programme = await foundProgramme(scratch.database);
    await appendMany(scratch.ledger, programme, 300);
    expect(await scratch.ledger.proof(programme, 299)).toBeUndefined();
    await scratch.ledger.flush(programme);
    const state = await scratch.ledger.state(programme);
    expect([state.next, state.size]).toEqual([300, 300]);
    const { rows } = await scratch.pool.query<{ leaf: Buffer }>('select leaf from record where programme_id = $1 order by index', [
      programme,
    ]);
    const keys = [parseVkey((await readFile(inLog(programme, 'vkey'), 'utf8')).trimEnd(), sha256)];
    for (const index of [0, 1, 254, 255, 256, 299]) {
      const proof = parseTlogProof((await scratch.ledger.proof(programme, index)) ?? '');
      const claim = { leafHash: leafHash(rows[index]!.leaf, sha256), keys, origin: `mingcha.test/${programme}` };
      expect(verifyTlogProof(proof, claim, sha256, verifyEd25519).kind).toBe('verified');
    }
    for (const index of [300, -1, 0.5]) expect(await scratch.ledger.proof(programme, index)).toBeUndefined();
    await scratch.ledger.flush(programme);
  });

  test('comes by itself', async () => {
    const own = await createScratchLedger({ sealIntervalMs: 50 });
    const programme = await foundProgramme(own.database);
    await own.ledger.append(programme, newRecord());
    for (let tries = 0; (await own.ledger.state(programme)).size === 0 && tries < 400; tries += 1) await sleep(25);
    expect((await own.ledger.state(programme)).size).toBe(1);
    expect(own.ledger.health()).toEqual({ usable: true, problems: [], sealLagMs: 0 });
    await own.drop();
  });

  test('is made for a log that another process seals, and this one waits for it', async () => {
    const programme = await foundProgramme(scratch.database);
    await scratch.ledger.append(programme, newRecord());
    await scratch.ledger.flush(programme);
    const other = await another();
    await appendMany(other, programme, 20);
    const waiting = other.flush(programme);
    await sleep(100);
    expect((await other.state(programme)).size).toBe(1);
    await scratch.ledger.flush(programme);
    await waiting;
    expect((await other.state(programme)).size).toBe(21);
  });

  test('goes on in another process once the first has closed', async () => {
    const first = await openLedger(scratch.options);
    const programme = await foundProgramme(scratch.database);
    await appendMany(first, programme, 5);
    await first.flush(programme);
    await appendMany(first, programme, 5);
    await first.close();
    expect((await scratch.ledger.state(programme)).size).toBe(10);
    await appendMany(scratch.ledger, programme, 5);
    await scratch.ledger.flush(programme);
    expect((await scratch.ledger.state(programme)).size).toBe(15);
  });

  test('survives the death of the sealing session', async () => {
    const programme = await foundProgramme(scratch.database);
    await appendMany(scratch.ledger, programme, 5);
    await scratch.ledger.flush(programme);
    await scratch.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid in (select pid from pg_locks where locktype = 'advisory')`,
    );
    await appendMany(scratch.ledger, programme, 5);
    await scratch.ledger.flush(programme);
    expect((await scratch.ledger.state(programme)).size).toBe(10);
  });
});

describe('while the keystore is away', () => {
  test('nothing is signed, and the signer starts no new memory in its place', async () => {
    const programme = await foundProgramme(scratch.database);
    const { directory } = scratch.keystore;
    const ledger = await another({ flushForMs: 50 });
    await ledger.append(programme, newRecord());
    await ledger.flush(programme);
    await ledger.append(programme, newRecord());
    await rename(directory, `${directory}-away`);
    expect(await faultOf(ledger.flush(programme))).toBe('seal-too-old');
    await expect(stat(directory)).rejects.toMatchObject({ code: 'ENOENT' });
    await rename(`${directory}-away`, directory);
    await ledger.flush(programme);
    expect((await ledger.state(programme)).size).toBe(2);
  });
});

describe('records that stay unsealed', () => {
  test('stop the log after the limit, until a checkpoint covers them', async () => {
    const programme = await foundProgramme(scratch.database);
    const blocker = await scratch.pool.connect();
    // Another process took the right to seal this log and does nothing with it.
    await blocker.query('select pg_advisory_lock(7245003, hashtext($1))', [programme]);
    const ledger = await another({ sealLimitMs: 300, flushForMs: 100 });
    await ledger.append(programme, newRecord());
    expect(await faultOf(ledger.flush(programme))).toBe('seal-too-old');
    await ledger.append(programme, newRecord());
    await sleep(300);
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('seal-too-old');
    expect(await faultOf(scratch.database.transaction().execute((tx) => ledger.appendWithin(tx, programme, newRecord())))).toBe(
      'seal-too-old',
    );
    expect(ledger.health().usable).toBe(false);
    expect(ledger.health().sealLagMs).toBeGreaterThan(300);
    await blocker.query('select pg_advisory_unlock_all()');
    blocker.release();
    await ledger.flush(programme);
    expect((await ledger.append(programme, newRecord())).index).toBe(2);
  });

  test('count from the last checkpoint when the program starts: a crash gives no new grace', async () => {
    const programme = await foundProgramme(scratch.database);
    const blocker = await scratch.pool.connect();
    await scratch.ledger.state(programme);
    await blocker.query(
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 7245003 and pid <> pg_backend_pid()",
    );
    await blocker.query('select pg_advisory_lock(7245003, hashtext($1))', [programme]);
    await scratch.ledger.append(programme, newRecord());
    const anHourAgo = Date.now() / 1_000 - 3_600;
    await utimes(inLog(programme, 'checkpoint'), anHourAgo, anHourAgo);
    expect(await faultOf((await another()).append(programme, newRecord()))).toBe('seal-too-old');
    await blocker.query('select pg_advisory_unlock_all()');
    blocker.release();
    await scratch.ledger.flush(programme);
    expect((await (await another()).append(programme, newRecord())).index).toBe(1);
  });
});

describe('a database that falls back while the program runs', () => {
  async function sealedAndReset(ledger: Ledger): Promise<string> {
    const programme = await foundProgramme(scratch.database);
    await appendMany(ledger, programme, 5);
    await ledger.flush(programme);
    await scratch.pool.query('delete from record where programme_id = $1 and index >= 3', [programme]);
    await scratch.pool.query('update log_head set next = 3 where programme_id = $1', [programme]);
    return programme;
  }

  test('is noticed by the index it gives, in a batch or in a transaction, which is then rolled back', async () => {
    const ledger = await another();
    const programme = await sealedAndReset(ledger);
    expect(await faultOf(scratch.database.transaction().execute((tx) => ledger.appendWithin(tx, programme, newRecord())))).toBe(
      'RolledBack',
    );
    expect((await scratch.pool.query('select 1 from record where programme_id = $1', [programme])).rowCount).toBe(3);
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('RolledBack');
    const second = await sealedAndReset(ledger);
    expect(await faultOf(ledger.append(second, newRecord()))).toBe('RolledBack');
    expect(await faultOf(ledger.append(second, newRecord()))).toBe('RolledBack');
    expect((await scratch.pool.query('select 1 from record where programme_id = $1', [second])).rowCount).toBe(4);
    await ledger.close();
  });

  test('is noticed where only acknowledged records are gone, not yet sealed: a standby that lagged behind took over', async () => {
    const ledger = await another({ flushForMs: 100 });
    const programme = await foundProgramme(scratch.database);
    await appendMany(ledger, programme, 5);
    await scratch.pool.query('delete from record where programme_id = $1 and index >= 3', [programme]);
    await scratch.pool.query('update log_head set next = 3 where programme_id = $1', [programme]);
    expect(await faultOf(scratch.database.transaction().execute((tx) => ledger.appendWithin(tx, programme, newRecord())))).toBe(
      'RolledBack',
    );
    expect((await scratch.pool.query('select 1 from record where programme_id = $1', [programme])).rowCount).toBe(3);
    expect(await faultOf(ledger.flush(programme))).toBe('seal-too-old');
    expect(ledger.health().problems).toContainEqual(expect.objectContaining({ programme, code: 'rolled-back' }));
    await ledger.close();
  });

  test('is noticed by the sealer before anybody appends', async () => {
    const ledger = await another({ sealIntervalMs: 20 });
    const programme = await sealedAndReset(ledger);
    const says = (): boolean => ledger.health().problems.some(({ detail }) => detail.includes(`3 records of ${programme}, but 5 `));
    for (let tries = 0; !says() && tries < 400; tries += 1) await sleep(25);
    expect(says()).toBe(true);
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('RolledBack');
    await ledger.close();
  });
});

describe('a log is not opened', () => {
  async function sealedProgramme(): Promise<string> {
    const programme = await foundProgramme(scratch.database);
    const ledger = await openLedger(scratch.options);
    await appendMany(ledger, programme, 5);
    await ledger.close();
    expect((await scratch.ledger.state(programme)).size).toBe(5);
    return programme;
  }

  test('when the database is older than the checkpoint', async () => {
    const programme = await sealedProgramme();
    await scratch.pool.query('delete from record where programme_id = $1 and index >= 3', [programme]);
    await scratch.pool.query('update log_head set next = 3 where programme_id = $1', [programme]);
    const ledger = await another();
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('RolledBack');
    expect(ledger.health().problems).toContainEqual({
      programme,
      code: 'rolled-back',
      detail: expect.stringMatching(/3 records of .*, but 5 were sealed/),
      advice: expect.stringContaining('還原'),
    });
    // The checkpoint gone as well: the signer still knows.
    await rm(join(scratch.options.directory, programme), { recursive: true });
    expect(await faultOf((await another()).append(programme, newRecord()))).toBe('RolledBack');
    // And so does a log that the database does not know at all any more.
    await scratch.pool.query('delete from record where programme_id = $1', [programme]);
    await scratch.pool.query('delete from log_head where programme_id = $1', [programme]);
    expect(await faultOf((await another()).append(programme, newRecord()))).toBe('RolledBack');
  });

  test('when the database went another way since', async () => {
    const programme = await sealedProgramme();
    await scratch.pool.query('delete from record where programme_id = $1 and index >= 3', [programme]);
    await scratch.pool.query('update log_head set next = 3 where programme_id = $1', [programme]);
    const forked = await openLedger({
      ...scratch.options,
      directory: join(scratch.folder, 'forked'),
      keystore: await openKeystore(join(scratch.folder, 'forked-keys')),
    });
    await appendMany(forked, programme, 5);
    await forked.close();
    expect(await faultOf((await another()).append(programme, newRecord()))).toBe('RolledBack');
  });

  test('by a keystore that is not its own', async () => {
    const programme = await sealedProgramme();
    const keystore = await openKeystore(join(scratch.folder, 'new-keys'));
    const ledger = await another({ keystore });
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('keys');
    expect(ledger.health().usable).toBe(false);
  });

  test('while its folder cannot be read, and is once it can', async () => {
    const programme = await sealedProgramme();
    const path = inLog(programme, 'checkpoint');
    await rename(path, `${path}-away`);
    await mkdir(path);
    const ledger = await another();
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('files');
    await rm(path, { recursive: true });
    await rename(`${path}-away`, path);
    expect((await ledger.append(programme, newRecord())).index).toBe(5);
  });
});

describe('PostgreSQL that could lose committed records', () => {
  test('is refused, naming the setting', async () => {
    const name = new URL(scratch.url).pathname.slice(1);
    await scratch.pool.query(`alter database ${name} set synchronous_commit = off`);
    const pool = createPool(scratch.url, { connections: 2 });
    await expect(openLedger({ ...scratch.options, pool })).rejects.toMatchObject({
      code: 'unsafe-settings',
      message: expect.stringContaining('synchronous_commit'),
    });
    await pool.end();
    await scratch.pool.query(`alter database ${name} reset synchronous_commit`);
  });
});
