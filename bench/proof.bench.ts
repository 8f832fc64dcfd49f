// The proof that a printed record carries (C2SP tlog-proof with its leaf), of random records of a sealed log, one after the other. Beside
// it, the files it was made of, read and nothing else.
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leafHash, parseTlogProof, parseVkey, verifyTlogProof, type Sha256 } from '#domain/ledger';
import { sha256, verifyEd25519 } from '#server/keys';
import { nodeFiles, type LogFiles } from '../src/server/ledger/log-files.ts';
import { LogFolder } from '../src/server/ledger/log-folder.ts';
import { proofOf } from '../src/server/ledger/prove.ts';
import { millisecondsOf, resultOf, type Bench } from './compare.ts';
import { logOrigin, writeLog } from './write-log.ts';

const entries = 200_000;
const proofs = 2_000;

const bench: Bench = async () => {
  const path = mkdtempSync(join(tmpdir(), 'mingcha-bench-'));
  try {
    writeLog(path, entries);
    const vkey = readFileSync(join(path, 'vkey'), 'utf8').trim();
    let read: string[] = [];
    const files: LogFiles = { ...nodeFiles, read: (file) => (read.push(file), nodeFiles.read(file)) };
    const folder = new LogFolder(path, logOrigin, { vkeys: async () => [vkey] }, files);
    const [ours, alone]: [number[], number[]] = [[], []];
    for (let at = -proofs / 10; at < proofs; at += 1) {
      const index = randomInt(entries);
      read = [];
      let proof: string | undefined;
      const ms = await millisecondsOf(async () => (proof = await proofOf({ folder }, index)));
      const aloneMs = await millisecondsOf(() => Promise.all(read.map((file) => readFile(file))));
      if (at < 0) continue; // the warm-up
      requireProof(proof, index, vkey, sha256);
      ours.push(ms);
      alone.push(aloneMs);
    }
    const name = `proof of one of ${entries.toLocaleString('en')} records`;
    return [resultOf(name, 'ms', ours, alone), resultOf(`${name}: p99`, 'ms', [slow(ours)], [slow(alone)])];
  } finally {
    rmSync(path, { recursive: true });
  }
};
export default bench;

/** One in a hundred takes longer. */
function slow(latencies: readonly number[]): number {
  return latencies.toSorted((one, other) => one - other)[Math.floor(latencies.length * 0.99)] ?? Number.NaN;
}

function requireProof(text: string | undefined, index: number, vkey: string, hash: Sha256): void {
  const proof = parseTlogProof(text ?? '');
  const claim = { leafHash: leafHash(proof.extra ?? new Uint8Array(0), hash), keys: [parseVkey(vkey, hash)], origin: logOrigin };
  if (proof.index !== index || verifyTlogProof(proof, claim, hash, verifyEd25519).kind !== 'verified')
    throw new Error(`the proof of record ${index} proves nothing`);
}
