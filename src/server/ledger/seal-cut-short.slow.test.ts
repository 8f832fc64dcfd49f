// A seal that ends at any of its file-system calls: the process killed, the power gone, the process suspended while another takes over.
// Whatever was published is whole, never goes back, and the next seal goes on from it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MemoryFiles } from '../../../test/support/memory-files.ts';
import { ioFault, SealBench, sealAndDieScript, watchedFiles } from '../../../test/support/seal-bench.ts';
import { seededRandom } from '../demo/seeded-random.ts';
import { nodeFiles, type LogFiles } from './log-files.ts';

const AT_ONCE = 4;
/** From an empty log; and over the end of a tile, so that partial tiles are removed. */
const steps: readonly [from: number, to: number][] = [[0, 3], [254, 258]]; // prettier-ignore
let home: string;
let benches = 0;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mingcha-cut-'));
  // One that comes to its end leaves its compiled modules to those that don't.
  await sealAndDie(new SealBench(join(home, 'first')), 1, Number.MAX_SAFE_INTEGER);
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function benchAt(size: number, files: LogFiles = nodeFiles): Promise<SealBench> {
  benches += 1;
  const bench = new SealBench(join(home, String(benches)));
  if (size > 0) await bench.sealTo(size, files);
  return bench;
}

/** @returns the exit code, or null when it killed itself */
async function sealAndDie(bench: SealBench, next: number, atCall: number): Promise<number | null> {
  const args = [sealAndDieScript, dirname(bench.folder), String(next), String(atCall)];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(home, 'compiled') };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect([0, 'SIGKILL']).toContain(code ?? signal);
  return code;
}

/** What is there is whole; and two more records can be sealed upon it. */
async function expectUsable(bench: SealBench, [from, to]: readonly [number, number], files: LogFiles = nodeFiles): Promise<void> {
  const { published, signed } = await bench.sizes(files);
  expect([undefined, 0, from, to]).toContain(published);
  expect(signed).toBeGreaterThanOrEqual(published ?? 0);
  if (published !== undefined) expect(await bench.firstWrong(published, files)).toBeUndefined();
  await bench.sealTo(to + 2, files);
  expect(await bench.firstWrong(to + 2, files)).toBeUndefined();
}

describe.each(steps)('from %i to %i records', (...step) => {
  const [from, to] = step;

  test('killed by SIGKILL at any call, in a process of its own', async () => {
    let killed = 0;
    const oneAfterAnother = async (first: number): Promise<void> => {
      for (let atCall = first; ; atCall += AT_ONCE) {
        const bench = await benchAt(from);
        if ((await sealAndDie(bench, to, atCall)) === 0) return;
        killed += 1;
        await expectUsable(bench, step);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, (_, first) => oneAfterAnother(first)));
    expect(killed).toBeGreaterThan(20);
  });

  test('without power from any call on: what was not synced may be lost or kept, each name by itself', async () => {
    const random = seededRandom(`power ${from}`);
    const coins = [() => false, () => true, ...Array.from({ length: 3 }, () => () => random.chance(0.5))];
    let cuts = 0;
    for (let atCall = 0; ; atCall += 1) {
      const files = new MemoryFiles();
      const bench = await benchAt(from, files);
      let gone = false;
      const failing = watchedFiles(files, (at) => {
        gone ||= at >= atCall;
        if (gone) throw ioFault('EIO');
      });
      await bench.sealTo(to, failing).catch(() => {});
      if (!gone) break;
      const hadKey = existsSync(bench.keysFolder);
      for (const survives of coins) {
        // Started again with the keys there were.
        if (!hadKey) await rm(bench.keysFolder, { recursive: true, force: true });
        await expectUsable(new SealBench(dirname(bench.folder)), step, files.powerCut(survives));
      }
      cuts += 1;
    }
    expect(cuts).toBeGreaterThan(20);
  });

  test('suspended at any call until another process has sealed more: it puts nothing in place afterwards', async () => {
    let suspended = 0;
    for (let atCall = 0; ; atCall += 1) {
      const bench = await benchAt(from);
      const reached = Promise.withResolvers<void>();
      const resumed = Promise.withResolvers<void>();
      const files = watchedFiles(nodeFiles, async (at) => {
        if (at !== atCall) return;
        reached.resolve();
        await resumed.promise;
      });
      const late = bench.sealTo(to, files).catch(() => {});
      if ((await Promise.race([reached.promise.then(() => 'reached'), late])) !== 'reached') break;
      await bench.sealTo(to + 1);
      resumed.resolve();
      await late;
      expect(await bench.sizes()).toEqual({ published: to + 1, signed: to + 1 });
      expect(await bench.firstWrong(to + 1)).toBeUndefined();
      suspended += 1;
    }
    expect(suspended).toBeGreaterThan(20);
  });
});
