// Real logs in real folders, every byte of every file changed once: what is wrong must be found, and named.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  changedBundles,
  emptyEdge,
  encodeBundle,
  formatVkey,
  growTree,
  leafHash,
  signCheckpoint,
  tilePath,
  verifierKey,
  type Checkpoint,
} from '#domain/ledger';
import { knownPublicKey, sha256, signWithKnownKey, someEntries } from '../../../test/vectors/ledger/reference-tree.ts';
import { verifyLogDirectory } from './verify-log-directory.ts';
import type { VerifyReport } from './verify-report.ts';

const origin = 'example.org/log';
const key = verifierKey(origin, knownPublicKey, sha256);
const vkey = formatVkey(key);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-log-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a log that grew by these steps; the partial tiles of earlier steps stay, as a sealer leaves them. */
function writeLog(name: string, steps: readonly number[], change: (checkpoint: Checkpoint) => Checkpoint = (same) => same): string {
  const log = join(folder, name);
  const write = (path: string, content: Uint8Array | string) => {
    mkdirSync(dirname(join(log, path)), { recursive: true });
    writeFileSync(join(log, path), content);
  };
  let growth = growTree(emptyEdge, [], sha256);
  const entries = someEntries(steps.reduce((sum, step) => sum + step, 0));
  for (const step of steps) {
    const { size } = growth.edge;
    growth = growTree(
      growth.edge,
      entries.slice(size, size + step).map((entry) => leafHash(entry, sha256)),
      sha256,
    );
    for (const { path, bytes } of growth.tiles) write(path, bytes);
    for (const bundle of changedBundles(size, size + step))
      write(tilePath(bundle), encodeBundle(entries.slice(bundle.index * 256, bundle.index * 256 + bundle.width)));
  }
  const checkpoint = change({ origin, size: growth.edge.size, rootHash: growth.rootHash, extensions: [] });
  write('checkpoint', signCheckpoint(checkpoint, [{ key, sign: signWithKnownKey }]));
  write('vkey', `${vkey}\n`);
  return log;
}

function filesOf(log: string): string[] {
  return readdirSync(log, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(log.length + 1));
}

/** Runs on the log with one file changed, and puts the file back. */
async function withFile(log: string, path: string, change: (file: string, content: Buffer) => void): Promise<VerifyReport> {
  const file = join(log, path);
  const content = readFileSync(file);
  try {
    change(file, Buffer.from(content));
    return await verifyLogDirectory(log, { key: vkey });
  } finally {
    rmSync(file, { recursive: true, force: true });
    writeFileSync(file, content);
  }
}

describe('an intact log', () => {
  test.each([[[0]], [[1]], [[5, 3]], [[255]], [[256]], [[257]], [[100, 400, 12]], [[512, 1]]])('grown by %j', async (steps) => {
    const log = writeLog(`intact-${steps.join('-')}`, steps);
    const size = steps.reduce((sum, step) => sum + step, 0);
    const progress: number[] = [];
    const report = await verifyLogDirectory(log, { key: ` ${vkey}\n`, onProgress: (done, total) => void progress.push(done, total) });
    expect(report).toMatchObject({ intact: true, origin, size, keyGiven: true, note: [] });
    expect(progress.at(-2) ?? 0).toBe(size);
    expect(await verifyLogDirectory(log)).toMatchObject({
      intact: true,
      size,
      keyGiven: false,
      note: [expect.stringContaining('--key') as unknown],
    });
  });

  test('beyond the second level of tiles', async () => {
    const log = writeLog('large', [65_000, 836]);
    expect(await verifyLogDirectory(log, { key: vkey })).toMatchObject({ intact: true, size: 65_836 });
    const places = {
      'tile/0/200': 'tile/0/200',
      'tile/1/000': 'tile/1/000',
      'tile/2/000.p/1': 'tile/2/000.p/1 hash 0',
      'tile/entries/256': 'tile/entries/256 entry 0',
    };
    for (const [path, place] of Object.entries(places)) {
      const report = await withFile(log, path, (file, content) => writeFileSync(file, content.fill((content.at(5) ?? 0) ^ 1, 5, 6)));
      expect(report, path).toMatchObject({ intact: false, firstWrong: { place } });
    }
  });

  test('the full tile and bundle stand in for partial ones that were tidied away', async () => {
    const log = writeLog('tidied', [300]);
    const later = writeLog('tidied-later', [300, 212]);
    for (const path of ['tile/0/001', 'tile/entries/001']) {
      cpSync(join(later, path), join(log, path));
      rmSync(join(log, `${path}.p`), { recursive: true });
    }
    expect(await verifyLogDirectory(log, { key: vkey })).toMatchObject({ intact: true, size: 300 });
  });

  test('tiles beyond the checkpoint, of a seal that is under way, are no fault', async () => {
    const log = writeLog('under-way', [10, 20]);
    cpSync(join(writeLog('earlier', [10]), 'checkpoint'), join(log, 'checkpoint'));
    expect(await verifyLogDirectory(log, { key: vkey })).toMatchObject({ intact: true, size: 10 });
  });

  test('a key whose name is not the origin is used, and pointed out', async () => {
    const log = writeLog('renamed', [3], (checkpoint) => ({ ...checkpoint, origin: 'example.org/renamed' }));
    expect(await verifyLogDirectory(log, { key: vkey })).toMatchObject({
      intact: true,
      origin: 'example.org/renamed',
      note: [expect.stringContaining('renamed') as unknown],
    });
  });
});

describe('a log that was changed', () => {
  test.each([
    ['every byte of every file of a small log', [3, 4, 2], 1],
    ['every 31st byte of a log with full tiles', [3, 4, 253], 31], // 31: meets every place in a hash
  ] as const)('%s', async (_, steps, stride) => {
    const log = writeLog(`bytes-${stride}`, steps);
    const paths = filesOf(log);
    expect(paths).toHaveLength(2 + 2 * steps.length + (stride === 1 ? 0 : 3));
    for (const path of paths) {
      for (let at = 0; at < readFileSync(join(log, path)).length; at += stride) {
        const report = await withFile(log, path, (file, content) => {
          content[at] = (content[at] ?? 0) ^ (1 << (at % 8));
          writeFileSync(file, content);
        });
        expect([report.intact, report.firstWrong?.place.split(' ')[0]], `${path} byte ${at}`).toEqual([false, path]);
      }
    }
    expect(await verifyLogDirectory(log, { key: vkey })).toMatchObject({ intact: true });
  });

  test('a file cut, longer, empty or gone is named', async () => {
    const log = writeLog('cut', [3, 257]);
    const changes = [
      (file: string, content: Buffer) => truncateSync(file, content.length - 1),
      (file: string) => writeFileSync(file, 'x', { flag: 'a' }),
      (file: string) => truncateSync(file, 0),
      (file: string) => {
        rmSync(file);
        mkdirSync(file);
      },
    ];
    for (const path of filesOf(log)) {
      for (const [at, change] of changes.entries()) {
        if (path === 'vkey' && at === 0) continue; // its last newline is not part of it
        const report = await withFile(log, path, change);
        expect([report.intact, report.firstWrong?.place.split(' ')[0]], `${path} change ${at}`).toEqual([false, path]);
      }
      if (path === 'checkpoint' || path === 'vkey' || path.endsWith('.p/3')) continue;
      const report = await withFile(log, path, (file) => rmSync(file));
      expect(report, `${path} gone`).toMatchObject({ intact: false, firstWrong: { code: 'missing', place: path } });
    }
  });

  test('the entry that was changed is named', async () => {
    const log = writeLog('entry', [260]);
    const report = await withFile(log, 'tile/entries/000', (file, content) =>
      writeFileSync(file, content.toString().replace('record 17', 'record 71')),
    );
    expect(report).toMatchObject({ intact: false, firstWrong: { place: 'tile/entries/000 entry 17', code: 'wrong-hash' }, size: 260 });
  });

  test('two entries of one length changed about', async () => {
    const log = writeLog('swap', [30]);
    const swap = (content: Buffer) =>
      content.toString('latin1').replace('record 17', '#').replace('record 18', 'record 17').replace('#', 'record 18');
    const report = await withFile(log, 'tile/entries/000.p/30', (file, content) => writeFileSync(file, swap(content), 'latin1'));
    expect(report).toMatchObject({ intact: false, firstWrong: { place: 'tile/entries/000.p/30 entry 17' } });
  });

  test.each([
    ['wrong-root', 5, { size: 5, rootHash: new Uint8Array(32) }, 'checkpoint'],
    ['missing', 5, { size: 6 }, 'tile/0/000.p/6'],
    ['missing', 5, { size: 4 }, 'tile/0/000.p/4'],
    ['missing', 5, { size: Number.MAX_SAFE_INTEGER }, 'tile/0/x035/x184/x372/x088/831.p/255'],
    ['wrong-root', 0, { rootHash: new Uint8Array(32) }, 'checkpoint'],
  ] as const)('%s: a checkpoint over %d entries that says %j', async (code, entries, said, place) => {
    const log = writeLog(`lie-${JSON.stringify([entries, said])}`.replaceAll(/[^a-z0-9-]/g, '_'), [entries], (checkpoint) => ({
      ...checkpoint,
      ...said,
    }));
    expect(await verifyLogDirectory(log, { key: vkey })).toMatchObject({ intact: false, firstWrong: { code, place } });
  });

  test('another key', async () => {
    const log = writeLog('key', [3]);
    const other = formatVkey(verifierKey('example.org/other', knownPublicKey, sha256));
    expect(await verifyLogDirectory(log, { key: other })).toMatchObject({
      intact: false,
      firstWrong: { place: 'vkey', code: 'wrong-key' },
    });
    rmSync(join(log, 'vkey'));
    expect(await verifyLogDirectory(log, { key: other })).toMatchObject({
      intact: false,
      firstWrong: { place: 'checkpoint', code: 'not-signed-by-key' },
    });
    expect(await verifyLogDirectory(log)).toMatchObject({ intact: false, firstWrong: { place: 'vkey', code: 'missing' } });
  });
});

describe('no log at all', () => {
  test('a folder without a checkpoint, a file, nothing', async () => {
    const log = writeLog('gone', [3]);
    rmSync(join(log, 'checkpoint'));
    for (const path of [log, join(log, 'vkey'), join(log, 'nothing')])
      await expect(verifyLogDirectory(path), path).rejects.toMatchObject({ name: 'NotALogError' });
    expect(existsSync(join(log, 'checkpoint'))).toBe(false);
  });

  test('the note on the key is given only where the key beside was used', async () => {
    const log = writeLog('no-key', [3]);
    rmSync(join(log, 'vkey'));
    expect(await verifyLogDirectory(log)).toMatchObject({ intact: false, keyGiven: false, note: [] });
  });

  test('a key that is none', async () => {
    await expect(verifyLogDirectory(folder, { key: 'a+b' })).rejects.toMatchObject({ name: 'WrongCall' });
  });
});
