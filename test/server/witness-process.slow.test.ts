// The witness as it runs: a process with its own folder, asked over HTTP, killed and started again.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  formatAddCheckpoint,
  formatVkey,
  maxAddCheckpointLength,
  openCheckpoint,
  parseNote,
  readCosignatures,
  signCheckpoint,
  verifierKey,
} from '#domain/ledger';
import { runCommand } from '../support/run-program.ts';
import { startWitness, type RunningWitness } from '../support/run-witness.ts';
import {
  knownPublicKey,
  referenceProof,
  referenceRoot,
  sha256,
  signWithKnownKey,
  someEntries,
  verifyEd25519,
} from '../vectors/ledger/reference-tree.ts';

const entries = someEntries(200);
const logNames = Array.from({ length: 23 }, (_, at) => `example.org/log${at}`);
const logKey = (origin: string) => verifierKey(origin, knownPublicKey, sha256);
const logs = logNames.map((origin) => formatVkey(logKey(origin)));
let home: string;
let state: string;
let witness: RunningWitness;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mingcha-witness-'));
  state = join(home, 'state');
  witness = await startWitness({ state, logs, name: 'witness.example/w1' });
});
afterAll(async () => {
  await witness.stop();
  await rm(home, { recursive: true });
});

function noteOf(origin: string, size: number, tree = entries): string {
  const checkpoint = { origin, size, rootHash: referenceRoot(tree.slice(0, size)), extensions: [] };
  return signCheckpoint(checkpoint, [{ key: logKey(origin), sign: signWithKnownKey }]);
}

function bodyOf(origin: string, oldSize: number, size: number, tree = entries): string {
  const proof = oldSize === 0 ? [] : referenceProof(oldSize, tree.slice(0, size));
  return formatAddCheckpoint({ oldSize, proof, note: noteOf(origin, size, tree) });
}

async function post(body: string | Uint8Array<ArrayBuffer>, to = witness): Promise<{ status: number; type: string; text: string }> {
  const response = await fetch(`${to.url}/add-checkpoint`, { method: 'POST', body });
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
}

function monitored(origin: string): Promise<Response> {
  return fetch(`${witness.url}/${createHash('sha256').update(origin).digest('hex')}/checkpoint`);
}

describe('add-checkpoint', () => {
  const [origin = ''] = logNames;

  test('gives a cosignature with the time of day, and tells its size when asked from another', async () => {
    const first = await post(bodyOf(origin, 0, 5));
    expect([first.status, first.type]).toEqual([200, 'text/plain; charset=utf-8']);
    const [cosignature] = readCosignatures(first.text, parseNote(noteOf(origin, 5)).text, witness.key, verifyEd25519);
    const time = Number(Buffer.from(cosignature!.signature).readBigUInt64BE(0));
    expect(Math.abs(time - Date.now() / 1_000)).toBeLessThan(30);
    const behind = await post(bodyOf(origin, 0, 7));
    expect(behind).toEqual({ status: 409, type: 'text/x.tlog.size', text: '5\n' });
    expect((await post(bodyOf(origin, 5, 7))).status).toBe(200);
  });

  test.each<[number, string, string | Uint8Array<ArrayBuffer>]>([
    [400, 'nothing', ''],
    [400, 'what is no text', new Uint8Array([0xff, 0xfe])],
    [400, 'rubbish', 'rubbish'],
    [403, 'a wrong signature', bodyOf(origin, 7, 9).replace('\n9\n', '\n8\n')],
    [404, 'an unknown log', bodyOf('example.org/unknown', 0, 5)],
    [413, 'a body beyond the bound', 'x'.repeat(maxAddCheckpointLength + 1)],
    [422, 'another tree', bodyOf(origin, 7, 9, someEntries(9).toReversed())],
  ])('answers %i to %s', async (status, _what, body) => {
    expect((await post(body)).status).toBe(status);
  });

  test('takes any content type, and no other method', async () => {
    for (const type of ['application/json', 'text/plain', 'application/octet-stream']) {
      const response = await fetch(`${witness.url}/add-checkpoint`, {
        method: 'POST',
        body: bodyOf(origin, 7, 7),
        headers: { 'content-type': type },
      });
      expect(response.status).toBe(200);
    }
    expect((await fetch(`${witness.url}/add-checkpoint`)).status).toBe(404);
  });
});

describe('monitors', () => {
  test('get the checkpoint cosigned last, with both signatures', async () => {
    const [, origin = ''] = logNames;
    expect((await monitored(origin)).status).toBe(404);
    await post(bodyOf(origin, 0, 3));
    const note = await (await monitored(origin)).text();
    expect(openCheckpoint(note, [logKey(origin), witness.key], verifyEd25519)).toMatchObject({
      kind: 'verified',
      by: [logKey(origin), witness.key],
      checkpoint: { origin, size: 3 },
    });
    expect((await fetch(`${witness.url}/..%2fwitness.key/checkpoint`)).status).toBe(404);
  });
});

test('of two trees offered at once, one is cosigned', async () => {
  const other = entries.toReversed();
  const both = await Promise.all(
    logNames.slice(2, 22).map(async (origin) => {
      const answers = await Promise.all([post(bodyOf(origin, 0, 30)), post(bodyOf(origin, 0, 40, other))]);
      return answers.map(({ status }) => status).toSorted();
    }),
  );
  expect(both).toEqual(Array.from({ length: 20 }, () => [200, 409]));
});

describe('its folder', () => {
  test('holds a key that only its owner reads, and the name with it', async () => {
    expect((await stat(join(state, 'witness.key'))).mode & 0o777).toBe(0o600);
    expect(witness.key.name).toBe('witness.example/w1');
    const { code, stderr } = await runCommand(home, ['witness', '--state', state, '--listen', '127.0.0.1:0', '--name', 'two.example']);
    expect([code, stderr.includes('witness.example/w1')]).toEqual([2, true]);
  });

  test('is of one process', async () => {
    await expect(startWitness({ state, logs })).rejects.toThrow('another mingcha is running');
  });

  test('outlives the process: what was cosigned is remembered, under the same key', async () => {
    const origin = logNames[22] ?? '';
    await post(bodyOf(origin, 0, 5));
    const { key } = witness;
    expect(await witness.stop()).toBe(0);
    witness = await startWitness({ state, logs });
    expect(witness.key).toEqual(key);
    expect(await post(bodyOf(origin, 0, 7))).toMatchObject({ status: 409, text: '5\n' });
  });

  test('that was damaged stops that log, not the others', async () => {
    const [, origin = '', other = ''] = logNames;
    const file = join(state, createHash('sha256').update(origin).digest('hex'), 'checkpoint');
    const note = await readFile(file, 'utf8');
    await writeFile(file, note.replace('\n3\n', '\n2\n'));
    expect((await post(bodyOf(origin, 2, 4))).status).toBe(500);
    expect((await post(bodyOf(other, 0, 1))).status).toBe(409);
    await writeFile(file, note);
    expect((await post(bodyOf(origin, 3, 4))).status).toBe(200);
  });
});

describe('the command', () => {
  test.each([
    [['--listen', '127.0.0.1:0'], 'state'],
    [['--state', 'no-state'], 'listen'],
    [['--state', 'no-state', '--listen', 'nowhere'], 'HOST:PORT'],
    [['--state', 'no-state', '--listen', '127.0.0.1:70000'], 'HOST:PORT'],
    [['--state', 'no-state', '--listen', '127.0.0.1:0', '--log', 'x'], '--log'],
  ])('%j is a wrong call', async (args, named) => {
    const { code, stderr } = await runCommand(home, ['witness', ...args]);
    expect([code, stderr.includes(named)]).toEqual([2, true]);
  });

  test('a name that nobody could read makes no key', async () => {
    const { code, stderr } = await runCommand(home, ['witness', '--state', join(home, 'bad'), '--listen', '127.0.0.1:0', '--name', 'a b']);
    expect([code, stderr.includes('--name')]).toEqual([2, true]);
    await expect(stat(join(home, 'bad', 'witness.key'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('explains itself', async () => {
    const { code, stdout } = await runCommand(home, ['witness', '--help']);
    expect([code, stdout.includes('tlog-witness')]).toEqual([0, true]);
  });
});
