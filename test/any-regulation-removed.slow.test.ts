// The engines know no city: with the files of any one regulation taken away, they still compile and their tests still pass.
import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { regulations } from '#regulations';

const root = join(import.meta.dirname, '..');
const engines = ['audits', 'compliance', 'duties', 'query', 'regulations', 'retention'].map((name) => `src/domain/${name}/`);

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

/** Its import and its place in the list. */
function removeRow(id: string): void {
  const path = join(copy, 'src/regulations/index.ts');
  const name = id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const index = readFileSync(path, 'utf8');
  writeFileSync(path, index.replace(`import { ${name} } from './${id}.ts';\n`, '').replace(new RegExp(`${name}, |, ${name}`), ''));
}

/** What it printed where it failed; '' where all is well. */
function run(script: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] }; // nothing of the test run that this one is part of
    execFile(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: copy, env }, (error, stdout, stderr) =>
      resolve(error ? stdout + stderr || String(error) : ''),
    );
  });
}

const compile = () => run('@typescript/native/bin/tsc', '-p', 'tsconfig.engines.json');

test.each(regulations.map(({ id }) => id))(
  'without %s',
  async (id) => {
    removeFiles(id);
    removeRow(id);
    expect(await compile()).toBe('');
    expect(await run('vitest/vitest.mjs', 'run', '--isolate=false', '--testTimeout=60000', ...engines, 'src/regulations/')).toBe('');
  },
  180_000,
);

test('what still refers to a regulation that was taken away does not compile', async () => {
  removeFiles('nantou-webir');
  expect(await compile()).toContain('./nantou-webir.ts');
});
