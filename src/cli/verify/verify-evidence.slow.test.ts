// The bytes of a small pack changed one at a time, in the ZIP as it was exported; files cut, emptied, gone; the one-file verifier under another Node.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provenByLog, readDirectory, directorySize, zipEndSize } from '#domain/evidence';
import { makePack, packVkey, writePack } from '../../../test/support/evidence-pack.ts';
import { buildVerifier } from '../export/build-verifier.ts';
import { packZip } from '../export/pack-zip.ts';
import { verifyPath } from './verify-path.ts';

let home = '';
let folder = '';
let zip = '';
let files: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'mingcha-evidence-'));
  ({ files } = await makePack());
  folder = writePack(join(home, 'pack'), files);
  zip = join(home, 'pack.zip');
  await packZip(folder, zip);
});
afterAll(() => rmSync(home, { recursive: true }));

const verify = (path: string) => verifyPath(path, { key: packVkey });

describe('the ZIP', () => {
  test('is intact, and the same every time', async () => {
    expect(await verify(zip)).toMatchObject({ intact: true, evidence: { rows: 5 } });
    await packZip(folder, join(home, 'again.zip'));
    expect(readFileSync(join(home, 'again.zip')).equals(readFileSync(zip))).toBe(true);
  });

  test('is one that others read', () => {
    const python = spawnSync('python3', [
      '-c',
      'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip()); print(len(z.namelist()))',
      zip,
    ]);
    if (python.error) return console.warn('no python3 here: nobody else has read the ZIP');
    expect(python.stdout.toString()).toBe(`None\n${files.size}\n`);
  });

  test('any byte of it changed: the file it is in is named', async () => {
    const whole = readFileSync(zip);
    const layout = readDirectory(whole.subarray(whole.length - directorySize(whole.subarray(-zipEndSize))!))!;
    for (let at = 0; at < whole.length; at += 1) {
      const inside = layout.entries.find(({ offset, size }) => at >= offset && at < offset + size);
      // Of what one digest covers, every 31st byte is enough.
      if (inside && !provenByLog.includes(inside.path) && at % 31 !== 0) continue;
      const changed = Buffer.from(whole);
      changed[at]! ^= 1 << (at % 8);
      writeFileSync(join(home, 'changed.zip'), changed);
      const { intact, firstWrong } = await verify(join(home, 'changed.zip'));
      expect([intact, firstWrong?.place.split(' ')[0]], `byte ${at}`).toEqual([false, inside?.path ?? 'changed.zip']);
    }
  }, 600_000);

  test('cut anywhere, or longer', async () => {
    const whole = readFileSync(zip);
    for (let length = 0; length < whole.length; length += 97) {
      writeFileSync(join(home, 'cut.zip'), whole.subarray(0, length));
      expect(await verify(join(home, 'cut.zip')), `cut to ${length}`).toMatchObject({ intact: false, firstWrong: { code: 'wrong-frame' } });
    }
    writeFileSync(join(home, 'longer.zip'), Buffer.concat([whole, Buffer.of(0)]));
    expect(await verify(join(home, 'longer.zip'))).toMatchObject({ intact: false });
  });
});

describe('the folder', () => {
  test('a file cut, longer, empty, a folder or gone is named', async () => {
    const changes: ((file: string, content: Uint8Array) => void)[] = [
      (file, content) => truncateSync(file, content.length - 2),
      (file) => writeFileSync(file, 'x\n', { flag: 'a' }),
      (file) => truncateSync(file, 0),
      (file) => (rmSync(file), mkdirSync(file)),
      (file) => rmSync(file),
    ];
    for (const [path, content] of files) {
      for (const [at, change] of changes.entries()) {
        if (path === 'vkey' && at >= 3) continue; // the key was given: it isn't needed, and a folder is no key
        if (path === 'checkpoint' && at >= 3) continue; // without one it is no evidence: see verify-path.test.ts
        change(join(folder, path), content);
        const { intact, firstWrong } = await verify(folder);
        expect([intact, firstWrong?.place.split(' ')[0]], `${path} change ${at}`).toEqual([false, path]);
        rmSync(join(folder, path), { recursive: true, force: true });
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
    }
    expect(await verify(folder)).toMatchObject({ intact: true });
  });

  test('where a line was changed, the line is named', async () => {
    const lines = [
      ['openings', '"login":"user1"', '"login":"user9"', 'openings record 4 compartment B'],
      ['list.csv', '查得 3 筆', '查得 9 筆', 'list.csv line 2'],
      ['leaves', '"v":1}', '"v":2}', 'leaves line 1'],
      ['about.json', '社會救助', '社會福利', 'about.json'],
      ['roster.csv', 'user1', 'user2', 'roster.csv'],
    ] as const;
    for (const [path, from, to, place] of lines) {
      const content = Buffer.from(files.get(path)!);
      writeFileSync(join(folder, path), content.toString().replace(from, to));
      expect(await verify(folder), path).toMatchObject({ intact: false, firstWrong: { place } });
      writeFileSync(join(folder, path), content);
    }
  });

  test('what the log proves stands apart from what the manifest names', () => {
    const named = Buffer.from(files.get('MANIFEST')!).toString().trim().split('\n').map((line) => line.slice(66)); // prettier-ignore
    expect([...named, ...provenByLog].toSorted()).toEqual([...files.keys()].toSorted());
  });
});

describe('verify.mjs, one file, under the Node that the machine has', () => {
  /** A Node other than the one these tests run on, if there is one from version 20 on. */
  const other = ['/usr/bin/node', '/usr/local/bin/node'].find((node) => {
    const { error, stdout } = spawnSync(node, ['--version']);
    return !error && Number(/^v(\d+)/.exec(stdout.toString())?.[1]) >= 20;
  });
  const node = other ?? process.execPath;
  const run = (...args: string[]) => spawnSync(node, [join(home, 'alone/verify.mjs'), ...args], { encoding: 'utf8', cwd: tmpdir() });

  beforeAll(async () => {
    mkdirSync(join(home, 'alone'));
    writeFileSync(join(home, 'alone/verify.mjs'), await buildVerifier());
    console.warn(`verify.mjs runs under ${execFileSync(node, ['--version']).toString().trim()}`);
  });

  test('finds what the command finds', async () => {
    for (const path of [zip, folder]) {
      const { status, stdout } = run(path, '--key', packVkey, '--json');
      expect(status).toBe(0);
      const { note: _, ...verdict } = await verify(path); // an older Node can't check ML-DSA-44, and says so
      expect(JSON.parse(stdout)).toEqual({ log: path, ...verdict, note: expect.any(Array) });
    }
    writeFileSync(join(home, 'spoiled.zip'), readFileSync(zip).fill(0, 5_000, 5_001));
    const { status, stdout, stderr } = run(join(home, 'spoiled.zip'), '--key', packVkey);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/NOT INTACT: \S+/);
  });

  test('checks the folder it lies in', () => {
    writePack(join(home, 'alone'), files);
    const { status, stdout, stderr } = run();
    expect([status, stdout]).toEqual([0, expect.stringContaining('intact: the list of nantou-webir for 2026-10 is complete: 5 rows')]);
    expect(stderr).toContain('--key');
  });

  test.each([[['/nowhere']], [['--colour']], [['a', 'b']], [[tmpdir()]], [['/', '--key', 'x']]])('%j is a wrong call', (args) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('needs nothing but what Node brings', () => {
    const imports = [
      ...readFileSync(join(home, 'alone/verify.mjs'), 'utf8').matchAll(/^\s*(?:import|export)\b.*?from\s+["']([^"']+)["']/gm),
    ];
    expect(imports.length).toBeGreaterThan(3);
    expect(imports.map(([, from]) => from).filter((from) => !from?.startsWith('node:'))).toEqual([]);
  });
});
