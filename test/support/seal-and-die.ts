// A process of its own that seals and kills itself with SIGKILL at the n-th file-system call: before it, or, where the call writes a
// file, with half of it written. Ends with 0 when the seal needed fewer calls.
import { writeFileSync } from 'node:fs';
import { nodeFiles } from '../../src/server/ledger/log-files.ts';
import { SealBench, watchedFiles } from './seal-bench.ts';

const [home = '', next = '', atCall = ''] = process.argv.slice(2);

const files = watchedFiles(nodeFiles, (at, name, [path, bytes]) => {
  if (at !== Number(atCall)) return;
  if (name === 'write' && typeof path === 'string' && bytes instanceof Uint8Array) writeFileSync(path, bytes.subarray(0, bytes.length / 2));
  process.kill(process.pid, 'SIGKILL');
});
await new SealBench(home).sealTo(Number(next), files);
