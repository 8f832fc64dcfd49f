// Two nodes on one PostgreSQL and one data directory, as real processes: both append, one seals, and when the one that seals is killed
// or suspended the other takes over. Then ten rounds of faults under load, and a database that was restored to an earlier moment.
import { execFile } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAcknowledged, checkVerifies } from '../support/check-acknowledged.ts';
import { Nodes } from '../support/nodes.ts';
import { queryOver, type ProgramSession } from '../support/program-client.ts';
import { startLoad } from '../support/query-load.ts';
import { createDataDirectory, runCommand } from '../support/run-program.ts';
import { openSharedOffice, programme, type SharedOffice } from '../support/shared-office.ts';
import { until } from '../support/until.ts';
import { torture } from '../torture/torture.ts';

const ROUNDS = 10;
let office: SharedOffice;
let nodes: Nodes;
let session: ProgramSession;

beforeAll(async () => {
  office = await openSharedOffice();
  nodes = new Nodes(office, 2);
});
afterAll(async () => {
  await nodes.stop();
  await office.close();
});

/** With owners and modes, as a backup does: PostgreSQL starts on no other. */
async function copyAll(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', from, to]);
}

async function nextIndex(): Promise<number> {
  const [head] = await office.query<{ next: number }>('select next::int as next from log_head where programme_id = $1', [programme]);
  return head?.next ?? 0;
}

function firstUrl(): string {
  return nodes.urls()[0] ?? '';
}

/** Ends the account's session before. */
function signIn(): Promise<ProgramSession> {
  return office.signIn(firstUrl());
}

test('an empty installation that two processes open at the same moment becomes one', async () => {
  const opened = await Promise.all([office.run(['migrate', '--json']), office.run(['migrate', '--json'])]);
  expect(opened.map(({ code }) => code)).toEqual([0, 0]);
  expect(opened.flatMap(({ stdout }) => (JSON.parse(stdout) as { applied: string[] }).applied)).toContain('0001-office.sql');
  expect((await office.run(['demo'])).code).toBe(0);
  await nodes.heal();
  session = await signIn();
});

test('both nodes append to one log, and one of them seals it', async () => {
  const [one, other] = nodes.urls().map((url) => startLoad(() => [url], session, 6));
  await until('both have answered', async () => [one, other].every((load) => (load?.acknowledged.length ?? 0) > 30));
  await Promise.all([one?.stop(), other?.stop()]);
  await checkAcknowledged(office, [...(one?.acknowledged ?? []), ...(other?.acknowledged ?? [])]);
  // The other log of the demonstration may be sealed by the other node.
  const sealers = await office.query("select distinct application_name from pg_stat_activity where application_name like 'mingcha sealer%' and pid in (select pid from pg_locks where locktype = 'advisory' and classid = 7245003 and objid::bigint = hashtext($1)::bigint & 4294967295)", [programme]); // prettier-ignore
  expect(sealers).toHaveLength(1);
});

test('killed, the sealer is replaced within five seconds', async () => {
  const load = startLoad(nodes.urls, session, 6);
  const sealer = await nodes.sealer();
  await nodes.kill(sealer);
  const killedAt = performance.now();
  const written = await nextIndex();
  await until('what was written is sealed', async () => (await office.published()) >= written, 5_000);
  const seconds = (performance.now() - killedAt) / 1_000;
  await load.stop();
  expect(seconds).toBeLessThan(5);
  expect((await nodes.sealer()).child.pid).not.toBe(sealer.child.pid);
  await checkAcknowledged(office, load.acknowledged);
  await nodes.heal();
});

test('suspended, the sealer is replaced too; woken up, it publishes nothing old', async () => {
  const load = startLoad(nodes.urls, session, 6);
  const { child } = await nodes.sealer();
  child.kill('SIGSTOP');
  const written = await nextIndex();
  await until('another node seals', async () => ((await office.sealer()) ?? child.pid) !== child.pid, 20_000);
  await until('what was written is sealed', async () => (await office.published()) > written);
  child.kill('SIGCONT');
  let size = 0;
  for (const until = performance.now() + 2_500; performance.now() < until; await sleep(5)) {
    const published = await office.published();
    expect(published).toBeGreaterThanOrEqual(size);
    size = published;
  }
  await load.stop();
  await checkAcknowledged(office, load.acknowledged);
  await nodes.heal();
});

test('a node beside another keystore is refused before it writes anything', async () => {
  const elsewhere = await createDataDirectory();
  const { code, stderr } = await runCommand(elsewhere.path, ['start'], { DATABASE_URL: office.url, PORT: '0' });
  expect([code, stderr]).toEqual([2, expect.stringContaining('set MINGCHA_DATA')]);
  await elsewhere.remove();
});

test(`${ROUNDS} rounds of SIGKILL and SIGSTOP under load: acknowledged ⊆ stored, contiguous, verifiable`, async () => {
  expect(await torture(office, nodes, { rounds: ROUNDS, random: Math.random })).toBeGreaterThan(ROUNDS);
});

test('restored to an earlier moment, the database is refused, and the operator is told what to do', async () => {
  const backup = `${office.cluster}.backup`;
  const newer = `${office.cluster}.newer`;
  await nodes.stop();
  await office.whileStopped(() => copyAll(office.cluster, backup));
  await nodes.heal();
  session = await signIn();
  expect(await queryOver(firstUrl(), session, 'A123456789')).toBeDefined();
  await nodes.stop();
  await office.whileStopped(async () => {
    await rename(office.cluster, newer);
    await rename(backup, office.cluster);
  });
  const node = await office.startNode();
  const ready = await fetch(new URL('/readyz', node.url));
  expect([ready.status, await ready.json()]).toEqual([
    503,
    expect.objectContaining({
      log: false,
      problems: [{ programme, code: 'rolled-back', advice: expect.stringMatching(/還原.*請勿重設/) }],
    }),
  ]);
  expect(node.errors()).toMatch(/rolled-back.*nantou-webir.*請勿重設/);
  const before = await nextIndex();
  expect(await queryOver(node.url, session, 'A123456789')).toBeUndefined();
  expect(await nextIndex()).toBe(before);
  expect(await node.stop()).toBe(0);
  // The newer database again: everything goes on.
  await office.whileStopped(async () => {
    await rm(office.cluster, { recursive: true });
    await rename(newer, office.cluster);
  });
  await nodes.heal();
  expect(await queryOver(firstUrl(), session, 'A123456789')).toBeDefined();
  await nodes.stop();
  await checkVerifies(office);
});
