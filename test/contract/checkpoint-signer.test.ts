// One suite for whoever signs checkpoints: in this process, and in a process of its own behind a Unix socket or TCP.
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  consistencyProof,
  leafHash,
  openCheckpoint,
  openReceiptKey,
  parseNote,
  parseVkey,
  receiptKeyName,
  rootOf,
  verifyMlDsaCosignature,
  type TreeHead,
} from '#domain/ledger';
import { openKeystore, sha256, verifyEd25519, verifyMlDsa } from '#server/keys';
import { serveSigner, type SignerOptions } from '#server/ledger';
import type { CheckpointSigner } from '../../src/server/ledger/checkpoint-signer.ts';
import { nodeFiles } from '../../src/server/ledger/log-files.ts';
import { LocalSigner } from '../../src/server/ledger/signer/local-signer.ts';
import { RemoteSigner } from '../../src/server/ledger/signer/remote-signer.ts';
import { faultOf } from '../support/scratch-ledger.ts';

const leaves = Array.from({ length: 40 }, (_, index) => leafHash(Buffer.from(`leaf ${index}`), sha256));
const otherLeaves = leaves.with(3, leafHash(Buffer.from('another'), sha256));
let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mingcha-signer-'));
});
afterAll(() => rm(home, { recursive: true }));

interface Bench {
  readonly origin: string;
  readonly signer: CheckpointSigner;
  /** Holds last.json and keys.json. */
  readonly memory: string;
  /** As after a restart, not as a new log. */
  reopen(): Promise<CheckpointSigner>;
  close(): Promise<void>;
}

let logs = 0;
const newOrigin = (): string => `mingcha.test/signer-${(logs += 1)}`;

async function inProcess(): Promise<Bench> {
  const origin = newOrigin();
  const folder = join(home, String(logs));
  const { logKeys: keys } = await openKeystore(join(home, 'keys'));
  const open = (mayBegin: boolean): CheckpointSigner =>
    new LocalSigner({ folder, origin, keys, files: nodeFiles, assertUsable: () => {}, mayBegin });
  return { origin, signer: open(true), memory: folder, reopen: async () => open(false), close: async () => {} };
}

async function apart(address: SignerOptions['address']): Promise<Bench> {
  const origin = newOrigin();
  const options = { keyFile: join(home, `${logs}.key`), stateDirectory: join(home, `state-${logs}`), address };
  let running = await serveSigner({ ...options, first: [origin] });
  const remote = (): CheckpointSigner => {
    const port = Number(/:(\d+)$/.exec(running.address)?.[1]);
    return new RemoteSigner('socketPath' in address ? address : { ...address, port }, origin);
  };
  return {
    origin,
    signer: remote(),
    memory: join(options.stateDirectory, 'signers', encodeURIComponent(origin)),
    reopen: async () => {
      await running.stop();
      running = await serveSigner({ ...options, first: [] });
      return remote();
    },
    close: () => running.stop(),
  };
}

const adapters: [name: string, open: () => Promise<Bench>][] = [
  ['in this process', inProcess],
  ['behind a Unix socket', () => apart({ socketPath: join(home, 'signer.sock') })],
  [
    'behind TCP',
    async () => {
      const tokenFile = join(home, 'token');
      await writeFile(tokenFile, 'a token of more than thirty-two letters\n', { mode: 0o600 });
      return apart({ host: '127.0.0.1', port: 0, tokenFile });
    },
  ],
];

function headOf(size: number, tree: readonly Uint8Array[] = leaves): TreeHead {
  return { size, rootHash: new Uint8Array(rootOf(tree.slice(0, size), sha256)) };
}

function proofOf(from: number, to: number, tree: readonly Uint8Array[] = leaves): Promise<Uint8Array[]> {
  const node = (level: number, index: number): Uint8Array => rootOf(tree.slice(index * 2 ** level, (index + 1) * 2 ** level), sha256);
  return consistencyProof(from, to, async (level, index) => node(level, index), sha256);
}

async function lastOf(signer: CheckpointSigner): Promise<TreeHead> {
  const { size, rootHash } = await signer.last();
  return { size, rootHash: new Uint8Array(rootHash) };
}

async function signTo(signer: CheckpointSigner, size: number): Promise<{ note: string; vkeys: readonly string[] }> {
  return signer.sign(headOf(size), await proofOf((await signer.last()).size, size));
}

const keysOf = (vkeys: readonly string[]) => vkeys.map((vkey) => parseVkey(vkey, sha256));
const verdictOf = (note: string, ...vkeys: string[]) => openCheckpoint(note, keysOf(vkeys), verifyEd25519).kind;

describe.each(adapters)('a signer %s', (_name, open) => {
  let bench: Bench;

  beforeAll(async () => {
    bench = await open();
  });
  afterAll(() => bench.close());

  test('signs a tree that grows, and remembers it', async () => {
    const { signer, origin } = bench;
    expect(await lastOf(signer)).toEqual(headOf(0));
    for (const size of [0, 1, 1, 7, 8]) {
      const { note, vkeys } = await signTo(signer, size);
      const verdict = openCheckpoint(note, keysOf(vkeys), verifyEd25519);
      expect(verdict).toMatchObject({ kind: 'verified', checkpoint: { origin, extensions: [], ...headOf(size) } });
      expect(vkeys).toEqual(await signer.vkeys());
      expect(await lastOf(signer)).toEqual(headOf(size));
    }
  });

  test('signs nothing that leaves out what it signed, and forgets nothing when it is started again', async () => {
    for (const open of [async () => bench.signer, () => bench.reopen()]) {
      const signer = await open();
      expect(await faultOf(signer.sign(headOf(7), []))).toBe('database');
      expect(await faultOf(signer.sign(headOf(8, otherLeaves), []))).toBe('database');
      expect(await faultOf(signer.sign(headOf(12, otherLeaves), await proofOf(8, 12, otherLeaves)))).toBe('database');
      expect(await faultOf(signer.sign(headOf(12), (await proofOf(8, 12)).slice(1)))).toBe('database');
      expect(await lastOf(signer)).toEqual(headOf(8));
    }
  });

  test('asked for two at once, signs one: the other has not its proof', async () => {
    const signer = await bench.reopen();
    const proofs = await Promise.all([proofOf(8, 10), proofOf(8, 11)]);
    const both = [signer.sign(headOf(10), proofs[0]), signer.sign(headOf(11), proofs[1])];
    expect((await Promise.all(both.map(faultOf))).toSorted()).toEqual(['database', 'resolved']);
    await signTo(signer, 11);
  });

  test('a month-end is signed with ML-DSA-44 as well, later than it was signed', async () => {
    const signer = await bench.reopen();
    const { note, vkeys } = await signer.signMonthEnd(headOf(8), await proofOf(8, 11));
    const [ed25519 = '', mlDsa = ''] = vkeys;
    expect(verdictOf(note, ed25519)).toBe('verified');
    const key = parseVkey(mlDsa, sha256);
    expect(key.type).toBe('ml-dsa-44-cosignature');
    expect(verifyMlDsaCosignature(parseNote(note), key, verifyMlDsa)).toBe('verified');
    expect(verifyMlDsaCosignature(parseNote(note.replace('\n8\n', '\n9\n')), key, verifyMlDsa)).toBe('wrong-signature');
    expect(await faultOf(signer.signMonthEnd(headOf(8, otherLeaves), await proofOf(8, 11)))).toBe('database');
    expect(await faultOf(signer.signMonthEnd(headOf(12), await proofOf(11, 12)))).toBe('database');
  });

  test('certifies the key that receipts are signed with, and no other', async () => {
    const signer = await bench.reopen();
    const { origin } = bench;
    const keystore = await openKeystore(join(home, 'receipts'));
    const { vkey } = keystore.logKey(receiptKeyName(origin));
    const note = await signer.certifyReceiptKey(vkey);
    const own = keysOf(await signer.vkeys());
    expect(openReceiptKey(note, origin, own, sha256, verifyEd25519)).toEqual(parseVkey(vkey, sha256));
    const stranger = keysOf([keystore.logKey(origin).vkey]);
    expect(() => openReceiptKey(note, origin, stranger, sha256, verifyEd25519)).toThrow(
      expect.objectContaining({ code: 'certificate-malformed' }),
    );
    expect(() => openCheckpoint(note, own, verifyEd25519)).toThrow();
    await expect(signer.certifyReceiptKey(keystore.logKey(origin).vkey)).rejects.toThrow();
  });

  test('changes its key with an overlap in which both sign, until so many checkpoints', async () => {
    const signer = await bench.reopen();
    const [old = ''] = await signer.vkeys();
    const next = await signer.nextVkey();
    expect(await signer.nextVkey()).toBe(next);
    expect(await signer.vkeys()).toEqual([old]);
    expect(await faultOf(signer.rotate(old.replace(/.$/, '!'), 2))).toBe('keys');
    await signer.rotate(next, 2);
    await signer.rotate(next, 2);
    const notes = [];
    for (const size of [12, 13, 14]) notes.push((await signTo(await bench.reopen(), size)).note);
    expect(notes.map((note) => verdictOf(note, next))).toEqual(['verified', 'verified', 'verified']);
    expect(notes.map((note) => verdictOf(note, old))).toEqual(['verified', 'verified', 'no-known-signature']);
    expect(await (await bench.reopen()).vkeys()).toEqual([next]);
  });

  test('… or until the month-end', async () => {
    const signer = await bench.reopen();
    const [old = ''] = await signer.vkeys();
    const next = await signer.nextVkey();
    await signer.rotate(next, 'month-end');
    expect(verdictOf((await signTo(signer, 15)).note, old)).toBe('verified');
    const monthEnd = await signer.signMonthEnd(headOf(15), []);
    expect([old, next].map((vkey) => verdictOf(monthEnd.note, vkey))).toEqual(['verified', 'verified']);
    const { note } = await signTo(signer, 16);
    expect([old, next].map((vkey) => verdictOf(note, vkey))).toEqual(['no-known-signature', 'verified']);
  });

  test.each(['last.json', 'keys.json'])('does not begin again when its %s is lost or damaged', async (file) => {
    const path = join(bench.memory, file);
    const whole = await readFile(path);
    for (const content of ['', '{}', whole.toString().replace('signer', 'singer')]) {
      await writeFile(path, content);
      expect(await faultOf((await bench.reopen()).sign(headOf(1), []))).toBe('keys');
    }
    await rm(path);
    const signer = await bench.reopen();
    expect(await faultOf(signer.sign(headOf(1), []))).toBe('keys');
    await expect(signer.last()).rejects.toThrow(/restore/);
    await writeFile(path, whole);
    expect((await signer.last()).size).toBe(16);
  });
});

describe('a signer apart', () => {
  const socketPath = (): string => join(home, 'apart.sock');
  const options = (): SignerOptions => ({
    keyFile: join(home, 'apart.key'),
    stateDirectory: join(home, 'apart'),
    address: { socketPath: socketPath() },
    first: [],
  });

  test('lets nobody else at its socket, knows no strange log, and begins no known one', async () => {
    expect(await faultOf(serveSigner(options()))).toBe('root-key-missing');
    const running = await serveSigner({ ...options(), first: ['mingcha.test/apart'] });
    expect((await stat(socketPath())).mode & 0o777).toBe(0o600);
    expect((await stat(join(home, 'apart.key'))).mode & 0o777).toBe(0o600);
    await expect(new RemoteSigner({ socketPath: socketPath() }, 'mingcha.test/strange').last()).rejects.toThrow(/--first/);
    await expect(serveSigner(options())).rejects.toMatchObject({ name: 'DataDirectoryInUse' });
    await running.stop();
    const shared = await serveSigner({ ...options(), groupMayAsk: true });
    expect((await stat(socketPath())).mode & 0o777).toBe(0o660);
    await shared.stop();
    expect(await faultOf(serveSigner({ ...options(), first: ['mingcha.test/apart'] }))).toBe('bad-name');
    expect(await faultOf(new RemoteSigner({ socketPath: socketPath() }, 'mingcha.test/apart').last())).toBe('keys');
  });

  test('answers rubbish with a refusal and goes on', async () => {
    const tokenFile = join(home, 'other-token');
    await writeFile(tokenFile, 'x'.repeat(40), { mode: 0o600 });
    const running = await serveSigner({ ...options(), address: { host: '127.0.0.1', port: 0, tokenFile } });
    const authorization = `Bearer ${'x'.repeat(40)}`;
    const post = async (call: string, body: string, headers: Record<string, string> = { authorization }): Promise<number> =>
      (await fetch(`${running.address}/${call}`, { method: 'POST', body, headers })).status;
    const ask = JSON.stringify({ origin: 'mingcha.test/apart', ask: null });
    expect(await post('last', ask)).toBe(200);
    expect(await post('last', ask, {})).toBe(401);
    expect(await post('last', ask, { authorization: `${authorization}x` })).toBe(401);
    expect(await post('first', ask)).toBe(404);
    for (const body of ['', '{', '[]', '{"origin":"","ask":null}', `{"origin":"${'x'.repeat(151)}","ask":null}`, ask.repeat(2)])
      expect(await post('last', body)).toBe(400);
    for (const wrong of [{ size: -1 }, { size: 2 ** 60 }, { rootHash: 'zz' }, { more: 1 }]) {
      const head = { size: 1, rootHash: '00'.repeat(32), ...wrong };
      expect(await post('sign', JSON.stringify({ origin: 'mingcha.test/apart', ask: { head, proof: [] } }))).toBe(400);
    }
    expect(await post('last', `{"origin":"${'x'.repeat(70_000)}"}`).catch(() => 400)).toBe(400);
    expect(await post('last', ask)).toBe(200);
    await running.stop();
    await chmod(tokenFile, 0o644);
    expect(await faultOf(serveSigner({ ...options(), address: { host: '127.0.0.1', port: 0, tokenFile } }))).toBe('others-may-read');
  });
});
