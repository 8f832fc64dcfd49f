// The engines know no city: with the files of any one regulation taken away, they still compile and their tests still pass;
// with the file of another one added, the program knows it.
import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { regulations } from '#regulations';

const root = join(import.meta.dirname, '..');
const engines = ['applications', 'audits', 'clients', 'compliance', 'duties', 'query', 'regulations', 'retention'].map(
  (name) => `src/domain/${name}/`,
);

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'mingcha-without-'));
  for (const path of ['src/domain', 'src/regulations', 'test/support', 'test/vectors', 'package.json', 'tsconfig.json'])
    cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'tsconfig.engines.json'), '{ "extends": "./tsconfig.json", "include": ["src"] }');
});

afterEach(() => rmSync(copy, { recursive: true }));

function removeFiles(id: string): void {
  for (const path of globSync(`src/regulations/${id}.*`, { cwd: copy })) rmSync(join(copy, path));
}

/** What it printed where it failed; '' where all is well. */
function runHere(...args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] }; // nothing of the test run that this one is part of
    execFile(process.execPath, args, { cwd: copy, env }, (error, stdout, stderr) => resolve(error ? stdout + stderr || String(error) : ''));
  });
}

const run = (script: string, ...args: readonly string[]) => runHere(join(root, 'node_modules', script), ...args);
const runTests = (...folders: readonly string[]) => run('vitest/vitest.mjs', 'run', '--isolate=false', '--testTimeout=60000', ...folders);
const compile = () => run('@typescript/native/bin/tsc', '-p', 'tsconfig.engines.json');

test.each(regulations.map(({ id }) => id))(
  'without %s',
  async (id) => {
    removeFiles(id);
    expect(await compile()).toBe('');
    expect(await runTests('src/regulations/')).toBe('');
  },
  180_000,
);

test('without any of them the engines keep their promises', async () => {
  for (const { id } of regulations) removeFiles(id);
  expect(await runTests(...engines)).toBe('');
}, 180_000);

test('another regulation is one new file', async () => {
  for (const path of ['src/cli', 'src/documents']) cpSync(join(root, path), join(copy, path), { recursive: true });
  const duties = ['src/cli/main.ts', 'duties', '--regulation', 'yunling-land', '--from', '2026-03-01', '--to', '2026-03-31'];
  expect(await runHere(...duties)).toContain('there is no such regulation');
  cpSync(join(root, 'test/support/yunling-land.ts'), join(copy, 'src/regulations/yunling-land.ts'));
  expect(await runHere(...duties)).toBe('');
  cpSync(join(copy, 'src/regulations/yunling-land.ts'), join(copy, 'src/regulations/another-name.ts'));
  expect(await runHere(...duties)).toContain('another-name.ts');
});
