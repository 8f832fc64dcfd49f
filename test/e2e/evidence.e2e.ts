// The evidence of a month as an office hands it out and an auditor checks it: real commands, beside a running program, and the one-file
// verifier under whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccountsOf, signInOver } from '../support/program-client.ts';
import { createDataDirectory, runCommand, startProgram, type RunningProgram } from '../support/run-program.ts';

const month = Temporal.Now.plainDateISO('Asia/Taipei').subtract({ months: 1 }).toPlainYearMonth().toString();
const thisMonth = Temporal.Now.plainDateISO('Asia/Taipei').toPlainYearMonth().toString();
let data: Awaited<ReturnType<typeof createDataDirectory>>;
let out: Awaited<ReturnType<typeof createDataDirectory>>;
let program: RunningProgram;
beforeAll(async () => {
  [data, out] = [await createDataDirectory(), await createDataDirectory()];
  program = await startProgram(data.path);
});
afterAll(async () => {
  await program.stop();
  await data.remove();
  await out.remove();
});

const run = (...args: string[]) => runCommand(data.path, args);
const exported = (name: string, ...args: string[]) => run('export', 'evidence', '--month', month, '--out', join(out.path, name), ...args);

test('a month that is not closed is refused by its clause; nothing is left behind', async () => {
  const { code, stdout, stderr } = await exported('early');
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toContain('NW-5.2');
  expect(readdirSync(out.path)).toEqual([]);
});

test('closed, exported, and checked by an auditor who has the key', async () => {
  const chief = (await demoAccountsOf(data.path)).find(({ role }) => role === 'chief-manager') ?? expect.unreachable();
  const session = await signInOver(program.url, chief);
  const headers = { cookie: session.cookie, 'x-csrf-token': session.csrfToken };
  const closed = await fetch(new URL(`/api/programmes/nantou-webir/months/${month}/close`, program.url), { method: 'POST', headers });
  expect(closed.ok).toBe(true);
  for (const name of ['folder', 'pack.zip']) {
    const done = await exported(name, '--json');
    expect(done).toMatchObject({ code: 0 });
    const { rows, start, end, exportIndex } = JSON.parse(done.stdout) as Record<string, number>;
    const key = readFileSync(join(data.path, 'logs/nantou-webir/vkey'), 'utf8').split('\n')[0] ?? '';
    const { code, stdout } = await run('verify', join(out.path, name), '--key', key, '--json');
    expect([code, JSON.parse(stdout)]).toMatchObject([
      0,
      { intact: true, keyGiven: true, evidence: { month, rows, start, end, exportIndex, subjects: false } },
    ]);
    expect(rows).toBeGreaterThan(100);
  }
  expect(readdirSync(out.path).toSorted()).toEqual(['folder', 'pack.zip']);
});

test('verify.mjs says the same under the Node of the machine, and `sha256sum` agrees', () => {
  const folder = join(out.path, 'folder');
  const node = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path)) ?? process.execPath;
  const alone = spawnSync(node, [join(folder, 'verify.mjs'), '--json'], { encoding: 'utf8' });
  expect([alone.status, JSON.parse(alone.stdout)]).toMatchObject([0, { intact: true, evidence: { month } }]);
  const sums = spawnSync('sha256sum', ['--quiet', '-c', 'MANIFEST'], { cwd: folder, encoding: 'utf8' });
  if (sums.error) console.warn('no sha256sum here');
  else expect([sums.status, sums.stdout]).toEqual([0, '']);
});

test('a changed pack is exit 1 with the place', async () => {
  const list = join(out.path, 'folder/list.csv');
  const text = readFileSync(list, 'utf8');
  writeFileSync(list, text.replace(/查得 \d+ 筆/, '查得 99 筆'));
  const { code, stdout } = await run('verify', join(out.path, 'folder'));
  expect([code, stdout]).toEqual([1, expect.stringMatching(/NOT INTACT: list\.csv line \d+/)]);
  writeFileSync(list, text);
});

test('the proof of the export itself: it carries its leaf; another leaf, or none', async () => {
  const proof = join(out.path, 'folder/export.tlog-proof');
  const { code, stdout } = await run('verify', proof, '--json');
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { intact: true, keyGiven: false }]);
  const leaf = join(out.path, 'leaf');
  writeFileSync(leaf, '{}');
  expect(await run('verify', proof, '--leaf', leaf)).toMatchObject({ code: 1 });
  const bare = join(out.path, 'folder/bare.tlog-proof');
  writeFileSync(bare, readFileSync(proof, 'utf8').replace(/^extra .*\n/m, ''));
  expect(await run('verify', bare)).toMatchObject({ code: 2, stdout: '' });
});

test.each([
  ['a place that is taken', ['--month', month, '--out', 'FOLDER']],
  ['a folder that is nowhere', ['--month', month, '--out', '/nowhere/pack']],
  ['a month that is none', ['--month', '2026-13', '--out', 'x']],
  ['a programme that is none', ['--month', month, '--programme', 'nowhere', '--out', 'NEW']],
  ['a month before all', ['--month', '2020-01', '--out', 'NEW']],
  ['no place', ['--month', month]],
])('%s is exit 2', async (_, args) => {
  const places: Record<string, string> = { FOLDER: join(out.path, 'folder'), NEW: join(out.path, 'new') };
  const { code, stdout, stderr } = await run('export', 'evidence', ...args.map((arg) => places[arg] ?? arg));
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('the running month is refused', async () => {
  expect(await run('export', 'evidence', '--month', thisMonth, '--out', join(out.path, 'running'))).toMatchObject({ code: 3 });
});
