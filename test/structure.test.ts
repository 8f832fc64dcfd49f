// What keeps the house in order and no tool checks: sizes, clauses, links, the names of other people's places.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, test } from 'vitest';
import { problemCodes, problemTable, routes } from '#contract';
import { recordTypes } from '#domain/ledger';
import { regulations } from '#regulations';
import config from '../.dependency-cruiser.mjs';

const root = join(import.meta.dirname, '..');

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted();
}

const isTest = (path: string) => /[.]test[.]tsx?$/.test(path);
const sources = filesBelow('src').filter((path) => /[.]tsx?$/.test(path));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('the import check read every source file', async () => {
  const cruised = await cruise(['src'], { ...config.options, baseDir: root } as ICruiseOptions);
  const seen = new Set((cruised.output as ICruiseResult).modules.map((module) => module.source));
  expect(sources.filter((path) => !isTest(path) && !path.endsWith('.d.ts') && !seen.has(path))).toEqual([]);
}, 60_000);

test('no source file is longer than 400 lines, data tables aside', () => {
  const long = sources.filter((path) => !path.startsWith('src/regulations/') && read(path).split('\n').length > 401);
  expect(long).toEqual([]);
});

test('every folder of domain and server has a door', () => {
  for (const ring of ['src/domain', 'src/server']) {
    for (const entry of readdirSync(join(root, ring), { withFileTypes: true }).filter((found) => found.isDirectory())) {
      expect(sources).toContain(join(ring, entry.name, 'index.ts'));
    }
  }
});

test('every clause named in the code is a row of its regulation', () => {
  const rows = new Set(regulations.flatMap(({ clauses }) => clauses.map(({ id }) => id as string)));
  const known = new Set(regulations.map(({ prefix }) => prefix));
  const named = sources
    .filter((path) => !isTest(path) && !path.startsWith('src/regulations/'))
    .flatMap((path) => [...read(path).matchAll(/'((NW|TP|NV|TY)-\d[\d.]*)'/g)].map(([, id = '', prefix = '']) => ({ path, id, prefix })));
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter(({ id, prefix }) => known.has(prefix) && !rows.has(id))).toEqual([]);
});

describe('codes and words', () => {
  test('every problem has a status, a title and a next step in Chinese', () => {
    for (const code of problemCodes) {
      const { status, title, next } = problemTable[code];
      expect(status).toBeGreaterThanOrEqual(400);
      expect(`${title}${next}`).toMatch(/[一-鿿]/);
    }
  });

  test('every record type has a name people read it by', () => {
    for (const name of Object.values(recordTypes)) expect(name).toMatch(/[一-鿿]/);
  });

  test('no two routes share method and path', () => {
    const all = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(all).size).toBe(all.length);
  });
});

test('every link in the docs leads somewhere', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs').filter((path) => path.endsWith('.md'))];
  const tracked = new Set(execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n'));
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^https?:/.test(target) && !tracked.has(join(dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('every file that the architecture names is there', () => {
  const named = [...read('docs/ARCHITECTURE.md').matchAll(/`([\w./-]+[.](?:ts|mjs|sql))`/g)].map(([, path = '']) => path);
  const known = new Set([...sources, ...filesBelow('test'), '.dependency-cruiser.mjs', 'index.ts']);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((path) => !known.has(path) && !known.has(`src/${path}`) && !known.has(`src/web/${path}`))).toEqual([]);
});

test('the lock file names no host', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved"/);
});

test('every dependency has its reason', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const reasons = read('docs/dependencies.md');
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect([name, /^(npm:[^@]+@|npm:@[^@]+@)?\d+[.]\d+[.]\d+$/.test(version)]).toEqual([name, true]);
    const group = name.startsWith('@fastify/') ? name.replace('@fastify/', '') : name;
    expect([name, reasons.includes(group) || name.startsWith('@types/')]).toEqual([name, true]);
  }
});
