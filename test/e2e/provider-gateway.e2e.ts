// The provider's gateway, the program before it and the reconciliation of the two, as real processes. Then what the gateway is for: it
// is killed in the middle of a call and forgets nothing, and an operator who holds every key and leaves calls out of the log is found out.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseServedList, type ServedList } from '#domain/gateway';
import { formatVkey, parsePromise, signPromise } from '#domain/ledger';
import { logKeyFrom, openKeystore } from '#server/keys';
import { monthInTaipei } from '#server/platform';
import { until } from '../support/until.ts';
import { queryOver, type Acknowledged, type ProgramSession } from '../support/program-client.ts';
import { createDataDirectory, runCommand, type RunningProgram } from '../support/run-program.ts';
import { runService, type RunningWitness } from '../support/run-witness.ts';
import { openSharedOffice, programme, type SharedOffice } from '../support/shared-office.ts';
import { sha256, verifyEd25519 } from '../vectors/ledger/reference-tree.ts';

const QUERIES = 12;
const main = join(import.meta.dirname, '../../src/cli/main.ts');
const month = monthInTaipei(Temporal.Now.instant());
let office: SharedOffice;
let memory: Awaited<ReturnType<typeof createDataDirectory>>;
let gateway: RunningWitness;
let node: RunningProgram;
let session: ProgramSession;
let origin: string;
let subject: string;
const answered: Acknowledged[] = [];

async function startGateway(port: string): Promise<RunningWitness> {
  const vkeys = (await readFile(join(office.dataDirectory, 'logs', programme, 'vkey'), 'utf8')).trim().split('\n');
  origin = vkeys[0]?.split('+')[0] ?? '';
  const options = { '--listen': `127.0.0.1:${port}`, '--database': `${office.url}_provider`, '--state': memory.path };
  return runService([main, 'provider-gateway', ...Object.entries(options).flat(), '--log', ...vkeys]);
}

async function withProvider<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: `${office.url}_provider` });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  [office, memory] = [await openSharedOffice(), await createDataDirectory()];
  expect((await office.run(['demo'])).code).toBe(0);
  gateway = await startGateway('0');
  node = await office.startNode({ MINGCHA_PROVIDER_URL: gateway.url });
  session = await office.signIn(node.url);
  const rows = await withProvider((client) => client.query<{ id: string }>('select national_id as id from insured_history limit 1'));
  subject = rows.rows[0]?.id ?? '';
});
afterAll(async () => {
  await node.stop();
  await gateway.stop();
  await office.close();
  await memory.remove();
});

async function fetchList(): Promise<{ text: string; list: ServedList }> {
  const response = await fetch(new URL(`/served/${month}?origin=${encodeURIComponent(origin)}`, gateway.url));
  const text = await response.text();
  return { text, list: parseServedList(text, gateway.key, sha256, verifyEd25519) };
}

async function reconcile() {
  const { code, stdout, stderr } = await office.run(['reconcile-provider', '--month', month, '--url', gateway.url, '--key', formatVkey(gateway.key), '--json']); // prettier-ignore
  if (stdout === '') throw new Error(stderr);
  return { code, ...(JSON.parse(stdout) as { matched: number; onlyOurs: number[]; onlyTheirs: { index: number }[]; recordIndex: number }) };
}

/** A call past the program, by somebody who holds all its keys. */
async function callDirectly(index: number, leafHash: Uint8Array): Promise<number> {
  const { sign } = (await openKeystore(join(office.dataDirectory, 'keys'))).logKey(origin);
  return callWith(signPromise({ origin, index, leafHash }, sign));
}

async function callWith(promise: string): Promise<number> {
  const body = JSON.stringify({ promise, operation: 'insured-history', subject });
  const response = await fetch(new URL('/calls', gateway.url), { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.status;
}

test('queries go through the gateway, and both sides remember the same', async () => {
  for (const answer of await Promise.all(Array.from({ length: QUERIES }, () => queryOver(node.url, session, subject))))
    if (answer) answered.push(answer);
  expect(answered).toHaveLength(QUERIES);
  const { recordIndex, ...found } = await reconcile();
  expect(found).toMatchObject({ code: 0, matched: QUERIES, onlyOurs: [], onlyTheirs: [], differing: [] });
  const [record] = await office.query('select type from record where programme_id = $1 and index = $2', [programme, recordIndex]);
  expect(record).toEqual({ type: 'provider-reconciliation' });
});

test('killed in the middle of a call it has remembered it, and goes on as before', async () => {
  const before = (await fetchList()).list.count;
  await withProvider(async (client) => {
    await client.query('begin; lock table insured_history in access exclusive mode');
    const unanswered = queryOver(node.url, session, subject);
    await until('the call waits at the provider', async () => (await fetchList()).list.count === before + 1);
    await gateway.kill();
    expect(await unanswered).toBeUndefined();
    await client.query('rollback');
  });
  gateway = await startGateway(new URL(gateway.url).port);
  const { list } = await fetchList();
  expect(list.count).toBe(before + 1);
  for (const { index, leafHash } of list.calls) expect(await callDirectly(index, leafHash)).toBe(409);
  expect(await queryOver(node.url, session, subject)).toBeDefined();
  expect(await reconcile()).toMatchObject({ code: 0, matched: QUERIES + 2 });
});

test('without the gateway nothing is answered; what we meant to ask is listed', async () => {
  await gateway.stop();
  expect(await queryOver(node.url, session, subject)).toBeUndefined();
  gateway = await startGateway(new URL(gateway.url).port);
  const found = await reconcile();
  expect(found).toMatchObject({ code: 1, matched: QUERIES + 2, onlyTheirs: [] });
  expect(found.onlyOurs).toHaveLength(1);
});

test('anybody comes to the same with a copy of the log and the list, without database or keys', async () => {
  const copy = await createDataDirectory();
  try {
    const [log, file] = [join(copy.path, 'log'), join(copy.path, 'served.ndjson')];
    await until('everything is sealed', async () => {
      const [head] = await office.query<{ next: number }>('select next::int as next from log_head where programme_id = $1', [programme]);
      return head?.next === (await office.published());
    });
    await cp(join(office.dataDirectory, 'logs', programme), log, { recursive: true });
    const { text } = await fetchList();
    const compare = async (list: string) => {
      await writeFile(file, list);
      return runCommand(join(copy.path, 'none'), ['reconcile-provider', '--month', month, '--log', log, '--list', file, '--json']);
    };
    const { code, stdout } = await compare(text);
    expect([code, JSON.parse(stdout)]).toEqual([1, expect.objectContaining({ matched: QUERIES + 2, onlyTheirs: [], recordIndex: null })]);
    const altered = await compare(text.replace(/"index":(\d+)/, (_, index: string) => `"index":${Number(index) - 1}`));
    expect([altered.code, altered.stdout, altered.stderr]).toEqual([1, '', expect.stringContaining('not as its provider signed it')]);
    const cut = await compare(text.slice(0, -10));
    expect([cut.code, cut.stderr]).toEqual([2, expect.stringMatching(/line \d+/)]);
  } finally {
    await copy.remove();
  }
});

test('a stranger’s promise is refused; calls that the key’s owner left out of the log are found', async () => {
  const beyond = Math.max(...answered.map(({ index }) => index)) + 500;
  const leafHash = new Uint8Array(32).fill(7);
  const { sign } = logKeyFrom(origin, new Uint8Array(32).fill(9));
  expect(await callWith(signPromise({ origin, index: beyond, leafHash }, sign))).toBe(403);
  expect(await callDirectly(beyond, leafHash)).toBe(200);
  const [first] = answered;
  const outcome = parsePromise(first?.receipt ?? '').promise.index;
  expect(await callWith(first?.receipt ?? '')).toBe(200);
  const found = await reconcile();
  expect([found.code, found.onlyTheirs.map(({ index }) => index)]).toEqual([1, [outcome, beyond]]);
});
