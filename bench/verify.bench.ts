// A log of a million entries verified from its files, beside SHA-256 alone: one call per leaf and per node of the tree, over as many
// bytes. And its memory, beside that for a log of a thousand entries: it must not grow with the log.
import { execFileSync } from 'node:child_process';
import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyLogDirectory } from '../src/cli/verify/index.ts';
import { compare, resultOf, type Bench } from './compare.ts';
import { leafLength, writeLog } from './write-log.ts';

const entries = 1_000_000;
const few = 1_000;

const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-bench-'));
  const [large, small] = [join(folder, 'large'), join(folder, 'small')];
  try {
    writeLog(large, entries);
    writeLog(small, few);
    const time = await compare({
      name: 'verify 1,000,000 entries',
      rounds: 3,
      subject: async () => {
        if (!(await verifyLogDirectory(large)).intact) throw new Error('an intact log was not found so');
      },
      baseline: hashAlone,
    });
    const megabytes = resultOf('verify 1,000,000 entries: memory', 'MB', [peakMegabytes(large)], [peakMegabytes(small)]);
    return [time, megabytes];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
export default bench;

function hashAlone(): void {
  const leaf = randomBytes(1 + leafLength);
  const node = randomBytes(1 + 2 * 32);
  for (let at = 0; at < entries; at += 1) hash('sha256', leaf, 'buffer');
  for (let at = 1; at < entries; at += 1) hash('sha256', node, 'buffer');
}

function peakMegabytes(log: string): number {
  return Number(execFileSync(process.execPath, [join(import.meta.dirname, 'verify-once.ts'), log], { encoding: 'utf8' })) / 1024;
}
