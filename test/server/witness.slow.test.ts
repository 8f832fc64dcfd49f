// A witness killed at random moments, and one that somebody wants to keep busy.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatAddCheckpoint, formatVkey, signCheckpoint, verifierKey } from '#domain/ledger';
import { startWitness, type RunningWitness } from '../support/run-witness.ts';
import { knownPublicKey, referenceProof, referenceRoot, sha256, signWithKnownKey, someEntries } from '../vectors/ledger/reference-tree.ts';

const origin = 'example.org/log';
const key = verifierKey(origin, knownPublicKey, sha256);
const entries = someEntries(1_000);
let home: string;
let witness: RunningWitness;
const start = () => startWitness({ state: join(home, 'state'), logs: [formatVkey(key)] });

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mingcha-witness-'));
  witness = await start();
});
afterAll(async () => {
  await witness.stop();
  await rm(home, { recursive: true });
});

async function grow(running: RunningWitness, oldSize: number, size: number): Promise<number> {
  const note = signCheckpoint({ origin, size, rootHash: referenceRoot(entries.slice(0, size)), extensions: [] }, [
    { key, sign: signWithKnownKey },
  ]);
  const proof = oldSize === 0 ? [] : referenceProof(oldSize, entries.slice(0, size));
  const body = formatAddCheckpoint({ oldSize, proof, note });
  return (await fetch(`${running.url}/add-checkpoint`, { method: 'POST', body })).status;
}

async function sizeAtWitness(): Promise<number> {
  const response = await fetch(`${witness.url}/${createHash('sha256').update(origin).digest('hex')}/checkpoint`);
  return Number((await response.text()).split('\n')[1]);
}

test('killed at any moment, it remembers every checkpoint that it cosigned', async () => {
  let cosigned = 0;
  for (let round = 0; round < 6; round += 1) {
    const running = witness;
    const first = Promise.withResolvers<void>();
    const growing = (async () => {
      for (let size = cosigned + 1; size <= entries.length; size += 1) {
        if ((await grow(running, cosigned, size)) === 200) cosigned = size;
        first.resolve();
      }
    })().catch(() => {}); // the connection that the kill cut
    await first.promise;
    await sleep(60 * Math.random());
    await running.kill();
    await growing;
    witness = await start();
    const size = await sizeAtWitness();
    expect(size).toBeGreaterThanOrEqual(cosigned);
    expect(cosigned).toBeGreaterThan(round);
    // The last one may have been written without its answer.
    cosigned = size;
  }
});

test('gives up on a request that never ends', async () => {
  const closed = Promise.withResolvers<void>();
  const slow = request(`${witness.url}/add-checkpoint`, { method: 'POST', headers: { 'content-length': '1000' } });
  slow.on('error', () => closed.resolve());
  slow.on('response', () => closed.resolve());
  slow.write('old');
  await closed.promise;
});
