// Builds the web app when its sources have changed since it was built last: on a first start, and after an update.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './print.ts';

const root = join(import.meta.dirname, '../..');
const sources = ['src/web', 'src/contract', 'src/domain', 'vite.config.ts', 'package-lock.json'];
const note = join(root, 'dist/web/.built-from');

export async function buildWebAppIfChanged(): Promise<void> {
  const digest = digestSources();
  if (existsSync(note) && readFileSync(note, 'utf8') === digest) return;
  say('Building the web app …');
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // Whatever our own surroundings say: people get what is made for them.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the web app could not be built');
  writeFileSync(note, digest);
}

function digestSources(): string {
  const hash = createHash('sha256');
  for (const source of sources.flatMap((path) => files(path)).filter((path) => !path.includes('.test.'))) {
    hash
      .update(source)
      .update('\0')
      .update(readFileSync(join(root, source)));
  }
  return hash.digest('hex');
}

function files(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full).toSorted().flatMap((name) => files(join(path, name))); // prettier-ignore
}
