// A city's installation as real processes: two nodes, a signer with keys that no node has, and three witnesses of which two must cosign.
// Then a node, the signer and a witness are killed at one moment, under load.
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkPolicy, formatPolicy, openCheckpoint, parseVkey, type Policy } from '#domain/ledger';
import { checkAcknowledged } from '../support/check-acknowledged.ts';
import { Nodes } from '../support/nodes.ts';
import { startLoad } from '../support/query-load.ts';
import { runCommand } from '../support/run-program.ts';
import { startWitness, type RunningWitness } from '../support/run-witness.ts';
import { openSharedOffice, programme, type SharedOffice } from '../support/shared-office.ts';
import { until } from '../support/until.ts';
import { sha256, verifyEd25519 } from '../vectors/ledger/reference-tree.ts';

const main = join(import.meta.dirname, '../../src/cli/main.ts');
let home: string;
let office: SharedOffice;
let nodes: Nodes;
let origin: string;
let signer: { readonly child: ChildProcess; readonly vkeys: readonly string[] };
let witnesses: RunningWitness[];
let policy: Policy;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mingcha-witnessed-nodes-'));
  office = await openSharedOffice();
  expect((await office.run(['migrate'])).code).toBe(0);
  const [installation] = await office.query<{ id: string }>('select id from installation');
  const origins = ['nantou-webir', 'nantou-verification'].map((id) => `mingcha.internal/${installation?.id.slice(0, 8)}/${id}`);
  origin = origins.find((one) => one.endsWith(programme)) ?? expect.unreachable();
  signer = await startSigner('--first', ...origins);
  witnesses = await Promise.all(['w1', 'w2', 'w3'].map((name) => startNamed(name)));
  policy = policyOf(witnesses);
  const policyFile = join(home, 'policy');
  await writeFile(policyFile, formatPolicy(policy, sha256));
  environment = { MINGCHA_SIGNER: `unix:${join(home, 'socket')}`, MINGCHA_WITNESS_POLICY: policyFile, MINGCHA_SEAL_INTERVAL_MS: '200' };
  expect(await runCommand(office.dataDirectory, ['demo'], { DATABASE_URL: office.url, ...environment })).toMatchObject({ code: 0 });
  nodes = new Nodes({ ...office, startNode: () => office.startNode(environment) }, 2);
  await nodes.heal();
});
afterAll(async () => {
  await nodes.stop();
  await Promise.all(witnesses.map((witness) => witness.kill()));
  await end(signer.child);
  await office.close();
  await rm(home, { recursive: true });
});

async function startSigner(...more: string[]): Promise<typeof signer> {
  const args = ['signer', '--key', join(home, 'signer.key'), '--state', join(home, 'signer'), '--socket', join(home, 'socket'), ...more];
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) if ((said += chunk.toString('utf8')).includes(' ready ')) break;
  return { child, vkeys: said.split('\n').filter((line) => line.includes('+')) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function startNamed(name: string, listen?: string): Promise<RunningWitness> {
  return startWitness({ state: join(home, name), logs: signer.vkeys, name: `${name}.example`, ...(listen !== undefined && { listen }) });
}

function policyOf(asked: readonly RunningWitness[]): Policy {
  const named = asked.map(({ key, url }, at) => ({ name: `w${at + 1}`, key, url }));
  const group = { name: 'two', threshold: 2, members: named.map(({ name }) => name) };
  const logs = signer.vkeys.map((vkey) => ({ key: parseVkey(vkey, sha256), url: undefined }));
  return { logs, witnesses: named, groups: [group], quorum: group.name };
}

async function written(): Promise<number> {
  const [head] = await office.query<{ next: number }>('select next::int as next from log_head where programme_id = $1', [programme]);
  return head?.next ?? 0;
}

async function cosignedBy(): Promise<string[]> {
  const note = await readFile(join(office.dataDirectory, 'logs', programme, 'checkpoint'), 'utf8');
  const verdict = checkPolicy(policy, note, verifyEd25519);
  expect(verdict).toMatchObject({ kind: 'satisfied', checkpoint: { origin } });
  return verdict.kind === 'satisfied' ? verdict.cosigned.map(({ name }) => name) : [];
}

/** How much of the log a witness has seen, by what it tells monitors. */
async function seenBy({ url, key }: RunningWitness): Promise<number> {
  const response = await fetch(`${url}/${createHash('sha256').update(origin).digest('hex')}/checkpoint`);
  const verdict = openCheckpoint(await response.text(), [key], verifyEd25519);
  return verdict.kind === 'verified' ? verdict.checkpoint.size : Number.NaN;
}

test('what both nodes write is signed by the signer alone and cosigned by the quorum', async () => {
  const load = startLoad(nodes.urls, await office.signIn(nodes.urls()[0] ?? ''), 6);
  await until('both have answered', async () => load.acknowledged.length > 60);
  await load.stop();
  const size = await written();
  await until('it is sealed', async () => (await office.published()) >= size);
  expect((await cosignedBy()).length).toBeGreaterThanOrEqual(2);
  await checkAcknowledged(office, load.acknowledged);
  const vkey = await readFile(join(office.dataDirectory, 'logs', programme, 'vkey'), 'utf8');
  expect(signer.vkeys.filter((one) => one.startsWith(`${origin}+`))).toEqual([vkey.trim()]);
  const keysOfNodes = await readdir(join(office.dataDirectory, 'keys', 'logs'));
  expect(keysOfNodes.filter((file) => !file.endsWith('receipts.key'))).toEqual([]);
});

test('the sealing node, the signer and a witness killed at one moment: nothing acknowledged is lost, and the rest go on', async () => {
  const load = startLoad(nodes.urls, await office.signIn(nodes.urls()[0] ?? ''), 6);
  const [first, second, third] = witnesses as [RunningWitness, RunningWitness, RunningWitness];
  await until('it answers', async () => load.acknowledged.length > 20);
  await Promise.all([nodes.sealer().then((sealer) => nodes.kill(sealer)), end(signer.child), third.kill()]);
  const [answered, published] = [load.acknowledged.length, await office.published()];
  await until('the other node answers', async () => load.acknowledged.length > answered + 20);
  signer = { ...(await startSigner()), vkeys: signer.vkeys };
  const size = await written();
  await until('the other node seals', async () => (await office.published()) >= size);
  expect(size).toBeGreaterThan(published);
  expect(await cosignedBy()).toEqual(['w1', 'w2']);
  const back = await startNamed('w3', new URL(third.url).host);
  witnesses = [first, second, back];
  await nodes.heal();
  await until('the witness has caught up', async () => (await seenBy(back)) >= size);
  await load.stop();
  await checkAcknowledged(office, load.acknowledged);
});

test('in the end the log verifies under the policy, and no witness has seen more than it has', async () => {
  await nodes.stop();
  const policyFile = environment['MINGCHA_WITNESS_POLICY'] ?? '';
  const { code, stdout, stderr } = await runCommand(office.dataDirectory, ['verify', '--policy', policyFile, '--json'], {
    DATABASE_URL: office.url,
    ...environment,
  });
  expect([code, stdout, stderr]).toMatchObject([0, expect.stringContaining('"intact": true'), expect.any(String)]);
  const published = await office.published();
  const seen = await Promise.all(witnesses.map(seenBy));
  for (const size of seen) expect(size).toBeLessThanOrEqual(published);
  expect(seen.filter((size) => size === published).length).toBeGreaterThanOrEqual(2);
});
