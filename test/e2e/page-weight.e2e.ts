// The promise of the query page: at most 200 kB of JavaScript, compressed, before it can be used. The web app is built as it is
// delivered, and everything that index.html and the query page import statically is weighed.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';

const limitBytes = 200_000;
const root = join(import.meta.dirname, '../..');

/** What Vite writes about each chunk that it made (`--manifest`). */
type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

let folder: string;
let manifest: Manifest;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-weight-'));
  const build = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--outDir', folder, '--manifest'];
  // Without this the test runner's own NODE_ENV would put React's development build on the scales.
  await promisify(execFile)(process.execPath, build, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
  manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function chunksNeeded(name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name] ?? expect.fail(`the build made no ${name}`);
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of chunk.imports ?? []) chunksNeeded(imported, found);
  return found;
}

test('the query page loads at most 200 kB of compressed JavaScript', async () => {
  const names = chunksNeeded('features/queries/query-page.tsx', chunksNeeded('index.html'));
  const weights = await Promise.all(
    [...names].map(async (name) => {
      const file = manifest[name]?.file ?? '';
      return [file, gzipSync(await readFile(join(folder, file)), { level: 9 }).length] as const;
    }),
  );
  const total = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
  // React itself is in there: a walk that misses chunks would weigh far less.
  expect(total).toBeGreaterThan(80_000);
  expect(total, weights.map(([file, bytes]) => `${file} ${bytes}`).join('\n')).toBeLessThanOrEqual(limitBytes);
});
