// A closed month's checkpoint: kept for good, signed with ML-DSA-44 as well, stamped by an authority that is not ours (openssl), and found
// wrong by the offline verifier when anything about it is changed.
import type { ServerResponse } from 'node:http';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseNote } from '#domain/ledger';
import { closeMonth } from '#server/audits';
import { verifyLogDirectory } from '../../src/cli/verify/index.ts';
import { openTestOffice, programme, type TestOffice } from '../support/audit-office.ts';
import { newRecord } from '../support/scratch-ledger.ts';
import { hasOpenssl, startTimestampAuthority, type TimestampAuthority } from '../support/timestamp-authority.ts';

const isThere = await hasOpenssl();
if (!isThere) process.stderr.write('Month-end timestamps are not tested: this machine has no openssl to stamp them.\n');

describe.skipIf(!isThere)('a month-end', () => {
  let authority: TimestampAuthority;
  let office: TestOffice;
  let log: string;

  beforeAll(async () => {
    authority = await startTimestampAuthority();
    office = await openTestOffice('2026-09-15T01:00:00Z', { timestampAuthorityUrl: authority.url, timestampPauseMs: 30 });
    log = join(office.scratch.options.directory, programme);
    await office.query('user1');
  });
  afterAll(async () => {
    await office.scratch.drop();
    await authority.close();
  });

  const inLog = (name: string): Promise<Buffer> => readFile(join(log, 'checkpoints', name));
  const stamped = (month: string): Promise<Buffer> => expect.poll(() => inLog(`${month}.tsr`).catch(() => undefined), { timeout: 10_000 }).toBeDefined().then(() => inLog(`${month}.tsr`)); // prettier-ignore
  const close = async (month: string, at: string): Promise<void> => {
    office.clock.set(at);
    expect(await closeMonth(office.parts, await office.actor('chief'), month)).toMatchObject({ kind: 'closed' });
  };
  const problems = (): string[] => office.parts.ledger.health().problems.map(({ code }) => code);

  test('is kept, signed twice, and stamped, which openssl confirms', async () => {
    await close('2026-09', '2026-10-02T01:00:00Z');
    const note = await inLog('2026-09');
    expect(parseNote(note.toString()).signatures.map(({ signature }) => signature.length)).toEqual([64, 8 + 2_420]);
    const token = await stamped('2026-09');
    expect(await authority.verify(note, token)).toContain('Verification: OK');
    await office.query('user1');
    await office.parts.ledger.flush(programme);
    const { intact, size, monthEnds } = await verifyLogDirectory(log);
    expect([intact, monthEnds]).toEqual([true, [{ month: '2026-09', size: expect.any(Number), mlDsaChecked: true, stampedAt: expect.stringMatching(/^2\d{3}-.*Z$/) }]]); // prettier-ignore
    expect(monthEnds?.[0]?.size).toBeLessThan(size ?? 0);
  });

  test('waits for an authority that is away or answers wrongly, and nothing waits for it', async () => {
    const other = Buffer.from('another query');
    const stale: Buffer[] = [];
    const wrong: [string, (query: Buffer, response: ServerResponse) => Promise<void>][] = [
      ['an error', async (_query, response) => void response.writeHead(500).end()],
      ['rubbish', async (_query, response) => void response.end('rubbish')],
      ['nothing', async (_query, response) => void response.destroy()],
      ['a refusal', async (_query, response) => void response.end(Buffer.from('30053003020102', 'hex'))],
      ['too much', async (_query, response) => void response.end(Buffer.alloc(200_000))],
      ['another redirect', async (_query, response) => void response.writeHead(302, { location: authority.url }).end()],
      [
        'a timestamp of something else',
        async (query, response) => {
          const changed = Buffer.from(query);
          changed.writeUInt8(changed.readUInt8(40) ^ 1, 40);
          response.end(await authority.reply(changed));
        },
      ],
      [
        'a timestamp that it gave before',
        async (query, response) => {
          stale[0] ??= await authority.reply(Buffer.concat([query.subarray(0, 60), other.subarray(0, 6), query.subarray(66)]));
          response.end(stale[0]);
        },
      ],
    ];
    let at = 0;
    const asked = new Set<string>();
    authority.answers = async (query, response) => {
      const [name, answer] = wrong[at % wrong.length]!;
      at += 1;
      await answer(query, response);
      asked.add(name);
    };
    await office.query('user2');
    await close('2026-10', '2026-11-02T01:00:00Z');
    // Each attempt after a longer pause; a record appended stamps nothing and waits for nothing.
    for (let tries = 0; asked.size < wrong.length && tries < wrong.length; tries += 1) {
      await office.parts.ledger.keepMonthEnds(programme);
      await expect.poll(() => asked.size, { timeout: 10_000 }).toBeGreaterThan(tries);
    }
    expect([...asked].toSorted()).toEqual(wrong.map(([name]) => name).toSorted());
    await office.query('user1');
    expect(problems()).toEqual(['timestamp-late']);
    expect(office.parts.ledger.health().usable).toBe(true);
    expect((await readdir(join(log, 'checkpoints'))).toSorted()).toEqual(['2026-09', '2026-09.tsr', '2026-10', 'vkey']);
    authority.answers = undefined;
    await office.parts.ledger.keepMonthEnds(programme);
    expect(await authority.verify(await inLog('2026-10'), await stamped('2026-10'))).toContain('Verification: OK');
    await expect.poll(problems).toEqual([]);
  });

  test('ends the overlap of a changed key; the keys of all month-ends stay listed', async () => {
    const before = (await inLog('vkey')).toString().trimEnd().split('\n');
    expect(before).toHaveLength(2);
    const { ledger } = office.parts;
    const { from, to } = await ledger.rotateKey(programme, { overlap: 'month-end', recordOf: () => newRecord({ type: 'key-change' }) });
    office.clock.set('2026-11-05T01:00:00Z');
    await office.query('user1');
    await close('2026-11', '2026-12-02T01:00:00Z');
    expect(parseNote((await inLog('2026-11')).toString()).signatures.map(({ signature }) => signature.length)).toEqual([64, 64, 2_428]);
    const after = (await inLog('vkey')).toString().trimEnd().split('\n');
    expect(after).toHaveLength(4);
    expect([after[0], after[1]]).toEqual([to, from]);
    await office.query('user1');
    await ledger.flush(programme);
    expect(await readFile(join(log, 'vkey'), 'utf8')).toBe(`${to}\n`);
    const { intact, monthEnds } = await verifyLogDirectory(log);
    expect([intact, monthEnds?.map(({ month }) => month)]).toEqual([true, ['2026-09', '2026-10', '2026-11']]);
  });

  test('that is lost is made again', async () => {
    await rm(join(log, 'checkpoints', '2026-10'));
    await rm(join(log, 'checkpoints', '2026-10.tsr'));
    await office.parts.ledger.keepMonthEnds(programme);
    expect(await authority.verify(await inLog('2026-10'), await stamped('2026-10'))).toContain('Verification: OK');
  });

  test('is found wrong when anything about it is changed', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'mingcha-month-end-'));
    await cp(log, copy, { recursive: true });
    const wrongAfter = async (name: string, change: (bytes: Buffer) => Buffer | string): Promise<string | undefined> => {
      const path = join(copy, 'checkpoints', name);
      const whole = await readFile(path);
      await writeFile(path, change(Buffer.from(whole)));
      const { intact, firstWrong } = await verifyLogDirectory(copy);
      await writeFile(path, whole);
      return intact ? 'intact' : `${firstWrong?.place} ${firstWrong?.code}`;
    };
    const note = (await inLog('2026-09')).toString();
    const lines = note.trimEnd().split('\n');
    expect(await wrongAfter('2026-09', () => note.replace(/^\d+$/m, (size) => String(Number(size) - 1)))).toBe(
      'checkpoints/2026-09 wrong-signature',
    );
    expect(await wrongAfter('2026-09', () => `${lines.slice(0, -1).join('\n')}\n`)).toBe('checkpoints/2026-09 not-signed-by-key');
    expect(await wrongAfter('2026-09', () => `${lines.toSpliced(-2, 1).join('\n')}\n`)).toBe('checkpoints/2026-09 not-signed-by-key');
    expect(await wrongAfter('2026-09', () => '')).toBe('checkpoints/2026-09 note-malformed');
    expect(await wrongAfter('2026-09.tsr', () => '')).toBe('checkpoints/2026-09.tsr timestamp-malformed');
    const other = await inLog('2026-10.tsr');
    expect(await wrongAfter('2026-09.tsr', () => other)).toBe('checkpoints/2026-09.tsr wrong-hash');
    expect(await wrongAfter('vkey', () => '')).toBe('checkpoints/vkey vkey-malformed');
    expect(await wrongAfter('vkey', (bytes) => bytes.toString().split('\n').slice(0, 1).join('\n'))).toMatch(
      /^checkpoints\/2026-09 not-signed/,
    );
    for (let at = 0; at < note.length; at += 61) {
      const changed = await wrongAfter('2026-09', (bytes) => (bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at), bytes));
      expect(changed, `byte ${at}`).toMatch(/^checkpoints\/2026-09(\.tsr)? /);
    }
    await rename(join(copy, 'checkpoints', 'vkey'), join(copy, 'vkeys'));
    expect((await verifyLogDirectory(copy)).firstWrong).toMatchObject({ place: 'checkpoints/vkey', code: 'missing' });
    await rm(copy, { recursive: true });
  });
});
