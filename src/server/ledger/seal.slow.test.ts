// Seals cut short at every file-system call, bytes that change between memory and disk, and a signer that remembers.
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchLeaves, ioFault, SealBench, watchedFiles } from '../../../test/support/seal-bench.ts';
import { faultOf } from '../../../test/support/scratch-ledger.ts';
import { nodeFiles, type LogFiles } from './log-files.ts';

const leaves = benchLeaves(0, 65_600);
let home: string;
let benches = 0;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mingcha-seal-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

function newBench(): SealBench {
  benches += 1;
  return new SealBench(join(home, String(benches)));
}

const leavesOf =
  (tree: readonly Buffer[]) =>
  (from: number, to: number): Buffer[] =>
    tree.slice(from, to);

async function expectIntact(bench: SealBench, size: number): Promise<void> {
  expect(await bench.firstWrong(size)).toBeUndefined();
}

/** A file system that dies at its n-th call, before doing it or after, and stays dead. */
function dyingFiles(atCall: number, when: 'before' | 'after'): { files: LogFiles; died: () => boolean } {
  let isDead = false;
  const die = (): never => {
    isDead = true;
    throw ioFault('EIO');
  };
  const files = watchedFiles(
    nodeFiles,
    (at) => void ((isDead || (at === atCall && when === 'before')) && die()),
    (at) => void (at === atCall && die()),
  );
  return { files, died: () => isDead };
}

describe('a seal', () => {
  test.each([0, 1, 2, 255, 256, 257, 4_095, 4_096, 4_097])('of %i records at once is intact', async (size) => {
    const bench = newBench();
    await bench.sealTo(size);
    await expectIntact(bench, size);
  });

  test('step by step is intact at every step, and full tiles lose their partial ones', async () => {
    const bench = newBench();
    for (const size of [0, 1, 2, 200, 255, 256, 257, 300, 512, 5_000, 65_537]) {
      await bench.sealTo(size);
      await expectIntact(bench, size);
    }
    const partials = (await readdir(join(bench.folder, 'tile'), { recursive: true })).filter((path) => path.endsWith('.p'));
    expect(partials.toSorted()).toEqual(['0/256.p', 'entries/256.p', '2/000.p'].toSorted());
  });

  test('again, without anything new, gives the same tree', async () => {
    const bench = newBench();
    await bench.sealTo(300);
    await bench.sealTo(300);
    await expectIntact(bench, 300);
  });
});

describe('a seal that dies', () => {
  const steps: [from: number, to: number][] = [[0, 3], [254, 258]]; // prettier-ignore

  test.each(steps)(
    'at any file-system call between %i and %i records: the next one repairs it, also with more records',
    async (from, to) => {
      let points = 0;
      for (const when of ['before', 'after'] as const) {
        for (let atCall = 0; ; atCall += 1) {
          const bench = newBench();
          if (from > 0) await bench.sealTo(from);
          const { files, died } = dyingFiles(atCall, when);
          await bench.sealTo(to, files).catch(() => undefined);
          if (!died()) break;
          points += 1;
          // Whatever was published is whole.
          const published = await bench.checkpoint();
          if (published) expect([from, to]).toContain(published.size);
          if (published) await expectIntact(bench, published.size);
          const next = atCall % 2 === 0 ? to : to + 2;
          await bench.sealTo(next);
          await expectIntact(bench, next);
        }
      }
      expect(points).toBeGreaterThan(2 * 10);
    },
  );
});

describe('bytes that are not what was hashed', () => {
  test.each(['write', 'read'] as const)('on a %s: nothing is signed', async (where) => {
    const bench = newBench();
    await bench.sealTo(10);
    let flipped = 0;
    const flip = (path: string, bytes: Uint8Array): Uint8Array => {
      if (path.includes('signer')) return bytes;
      flipped += 1;
      const changed = Uint8Array.from(bytes);
      changed[changed.length - 1]! ^= 1;
      return changed;
    };
    const files: LogFiles = {
      ...nodeFiles,
      ...(where === 'write' && { write: (path, bytes) => nodeFiles.write(path, flip(path, bytes)) }),
      ...(where === 'read' && {
        read: async (path) => {
          const bytes = await nodeFiles.read(path);
          return bytes && Buffer.from(path.includes('tile/entries/001.p') ? flip(path, bytes) : bytes);
        },
      }),
    };
    expect(await faultOf(bench.sealTo(300, files))).toBe('files');
    expect(flipped).toBeGreaterThan(0);
    expect((await bench.checkpoint())?.size).toBe(10);
    await bench.sealTo(300);
    await expectIntact(bench, 300);
  });

  test('on a read of what an earlier seal wrote: nothing is signed', async () => {
    const bench = newBench();
    await bench.sealTo(300);
    const files: LogFiles = {
      ...nodeFiles,
      read: async (path) => {
        const bytes = await nodeFiles.read(path);
        if (bytes && path.endsWith('tile/1/000.p/2')) bytes[0]! ^= 1;
        return bytes;
      },
    };
    expect(await faultOf(bench.sealTo(600, files))).toBe('files');
    expect((await bench.checkpoint())?.size).toBe(300);
  });

  test('in the database, of records already sealed: the first one is named', async () => {
    const bench = newBench();
    await bench.sealTo(300);
    const changed = leaves.with(290, Buffer.from('another'));
    const fault: unknown = await bench.sealTo(310, nodeFiles, leavesOf(changed)).catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: 'TamperedRecord', index: 290, place: 'leaf' });
    expect((await bench.checkpoint())?.size).toBe(300);
  });

  test('in a tile of the right edge: the log is not grown upon it', async () => {
    const bench = newBench();
    await bench.sealTo(300);
    const path = join(bench.folder, 'tile/0/001.p/44');
    const bytes = await readFile(path);
    bytes[5]! ^= 1;
    await writeFile(path, bytes);
    expect(await faultOf(bench.sealTo(310))).toBe('files');
  });

  test('records missing from the database', async () => {
    const bench = newBench();
    expect(await faultOf(bench.sealTo(20, nodeFiles, leavesOf(leaves.slice(0, 15))))).toBe('database');
    expect(await bench.checkpoint()).toBeUndefined();
  });
});

describe('the signer', () => {
  test('signs no tree that leaves out what it signed, nor another one of the same size', async () => {
    const bench = newBench();
    await bench.sealTo(300);
    await rm(bench.folder, { recursive: true });
    const other = leaves.with(7, Buffer.from('another'));
    expect(await faultOf(bench.sealTo(299))).toBe('database');
    expect(await faultOf(bench.sealTo(300, nodeFiles, leavesOf(other)))).toBe('database');
    expect(await faultOf(bench.sealTo(400, nodeFiles, leavesOf(other)))).toBe('database');
    expect(await bench.checkpoint()).toBeUndefined();
  });

  test('builds a lost folder again from the records', async () => {
    const bench = newBench();
    await bench.sealTo(5_000);
    await rm(bench.folder, { recursive: true });
    await bench.sealTo(5_001);
    await expectIntact(bench, 5_001);
  });

  test('whose memory is damaged, signs nothing', async () => {
    const bench = newBench();
    await bench.sealTo(3);
    const memory = join(bench.signerFolder, 'last.json');
    const whole = await readFile(memory, 'utf8');
    for (const text of [
      '',
      '{}',
      'null',
      '[]',
      whole.replace('seal', 'fool'),
      whole.replace('3', '-3'),
      whole.replace('"size":3', '"size":3,"size":3'),
    ]) {
      await writeFile(memory, text);
      expect(await faultOf(bench.sealTo(4))).toBe('keys');
    }
    await writeFile(memory, whole);
    await bench.sealTo(4);
    await expectIntact(bench, 4);
  });

  test('leaves nothing unfinished behind', async () => {
    const bench = newBench();
    await bench.sealTo(600);
    const files = await readdir(join(bench.folder, '..'), { recursive: true, withFileTypes: true });
    const inUnfinished = files.filter((file) => file.isFile() && relative(bench.folder, file.parentPath).includes('unfinished'));
    expect(inUnfinished).toEqual([]);
  });
});
