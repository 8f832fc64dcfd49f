// A log whose checkpoints a process of its own signs: the real command, killed and started again; and a log that changes its key.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leafHash, openReceiptKey, parsePromise, parseTlogProof, parseVkey, verifyPromise, verifyTlogProof } from '#domain/ledger';
import { sha256, verifyEd25519 } from '#server/keys';
import { openLedger, serveSigner, type KeyChange, type NewRecord } from '#server/ledger';
import { verifyLogDirectory } from '../../src/cli/verify/index.ts';
import { createScratchLedger, faultOf, foundProgramme, newRecord, type ScratchLedger } from '../support/scratch-ledger.ts';

const main = join(import.meta.dirname, '../../src/cli/main.ts');
let home: string;
const processes: ChildProcess[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mingcha-signer-process-'));
});
afterAll(async () => {
  for (const child of processes) await end(child, 'SIGKILL');
  await rm(home, { recursive: true, force: true });
});

async function startSigner(...options: string[]): Promise<ChildProcess> {
  const args = ['signer', '--key', join(home, 'key'), '--state', join(home, 'state'), '--socket', join(home, 'socket'), ...options];
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(child);
  let text = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>)
    if ((text += chunk.toString('utf8')).includes('mingcha signer ready')) break;
  expect(text).toContain(`mingcha signer ready unix:${join(home, 'socket')}\n`);
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

describe('with a signer apart', () => {
  let scratch: ScratchLedger;
  let signer: ChildProcess;
  const programme = `p-${randomUUID()}`;
  const origin = `mingcha.test/${programme}`;
  const read = (name: string): Promise<string> => readFile(join(scratch.options.directory, programme, name), 'utf8');

  beforeAll(async () => {
    signer = await startSigner('--first', origin);
    scratch = await createScratchLedger({ signerAddress: { socketPath: join(home, 'socket') }, sealIntervalMs: 60_000, flushForMs: 300 });
    await foundProgramme(scratch.database, programme);
  });
  afterAll(() => scratch.drop());

  test('records are sealed by a key that this process never had, and receipts hold by a key that the log certifies', async () => {
    const receipt = await scratch.ledger.append(programme, newRecord());
    await scratch.ledger.flush(programme);
    const { vkey, size } = await scratch.ledger.state(programme);
    expect(size).toBe(1);
    expect(scratch.keystore.logKeys.find(origin, 1)).toBeUndefined();
    expect(await verifyLogDirectory(join(scratch.options.directory, programme), { key: vkey })).toMatchObject({ intact: true, size: 1 });
    const receiptKey = openReceiptKey(await read('receipt-key'), origin, [parseVkey(vkey, sha256)], sha256, verifyEd25519);
    expect(verifyPromise(parsePromise(receipt.promise), receiptKey.publicKey, verifyEd25519, sha256)).toBe(true);
    expect(verifyPromise(parsePromise(receipt.promise), parseVkey(vkey, sha256).publicKey, verifyEd25519, sha256)).toBe(false);
  });

  test('killed, it stops sealing and not appending; started again, it goes on where it was', async () => {
    await end(signer, 'SIGKILL');
    await scratch.ledger.append(programme, newRecord());
    expect(await faultOf(scratch.ledger.flush(programme))).toBe('seal-too-old');
    expect(
      scratch.ledger
        .health()
        .problems.map(({ detail }) => detail)
        .join(),
    ).toContain('the signer does not answer');
    expect(await faultOf(scratch.ledger.proof(programme, 0))).toBe('resolved');
    signer = await startSigner();
    await scratch.ledger.flush(programme);
    expect((await scratch.ledger.state(programme)).size).toBe(2);
  });

  test('a log that it was not told of is refused, and the others go on', async () => {
    const strange = await foundProgramme(scratch.database);
    expect(await faultOf(scratch.ledger.append(strange, newRecord()))).toBe('keys');
    expect((await scratch.ledger.append(programme, newRecord())).index).toBe(2);
    expect(await end(signer, 'SIGTERM')).toBe(0);
  });
});

test('a log that this process signed goes to a signer with its keys and what they signed, and stays the same log', async () => {
  const scratch = await createScratchLedger({ sealIntervalMs: 60_000 });
  const programme = await foundProgramme(scratch.database);
  await scratch.ledger.append(programme, newRecord());
  await scratch.ledger.flush(programme);
  const { vkey, origin } = await scratch.ledger.state(programme);
  await scratch.ledger.close();
  const state = join(home, 'moved');
  for (const folder of ['logs', 'signers']) await cp(join(scratch.keystore.directory, folder), join(state, folder), { recursive: true });
  await cp(join(scratch.keystore.directory, 'root.key'), join(home, 'moved.key'));
  await chmod(state, 0o700);
  const address = { socketPath: join(home, 'moved.sock') };
  const signer = await serveSigner({ keyFile: join(home, 'moved.key'), stateDirectory: state, address, first: [] });
  const ledger = await openLedger({ ...scratch.options, signerAddress: address });
  const receipt = await ledger.append(programme, newRecord());
  await ledger.flush(programme);
  const { to } = await ledger.rotateKey(programme, {
    overlap: 1,
    recordOf: (change) => newRecord({ type: 'key-change', envelope: { ...change } }),
  });
  const folder = join(scratch.options.directory, programme);
  for (const key of [vkey, to]) expect(await verifyLogDirectory(folder, { key })).toMatchObject({ intact: true, size: 4 });
  expect(scratch.keystore.logKeys.find(origin, 2)).toBeUndefined();
  const receiptKey = openReceiptKey(
    await readFile(join(folder, 'receipt-key'), 'utf8'),
    origin,
    [parseVkey(to, sha256)],
    sha256,
    verifyEd25519,
  );
  expect(verifyPromise(parsePromise(receipt.promise), receiptKey.publicKey, verifyEd25519, sha256)).toBe(true);
  await ledger.close();
  await signer.stop();
  await scratch.drop();
});

describe('a log that changes its key', () => {
  let scratch: ScratchLedger;

  beforeAll(async () => {
    scratch = await createScratchLedger({ sealIntervalMs: 60_000 });
  });
  afterAll(() => scratch.drop());

  const changes: KeyChange[] = [];
  const recordOf = (change: KeyChange): NewRecord => {
    changes.push(change);
    return newRecord({ type: 'key-change', envelope: { ...change } });
  };
  const appendOne = async (programme: string): Promise<string> => {
    const { promise } = await scratch.ledger.append(programme, newRecord());
    await scratch.ledger.flush(programme);
    return promise;
  };
  const intactBy = async (programme: string, key?: string): Promise<boolean> =>
    (await verifyLogDirectory(join(scratch.options.directory, programme), key === undefined ? {} : { key })).intact;

  test('is checked by the old key through the overlap, by the new one from its first checkpoint on, and by vkey always', async () => {
    const programme = await foundProgramme(scratch.database);
    const other = await foundProgramme(scratch.database);
    await appendOne(programme);
    await appendOne(other);
    const otherKey = (await scratch.ledger.state(other)).vkey;
    const before = (await scratch.ledger.state(programme)).vkey;
    const oldProof = await scratch.ledger.proof(programme, 0);
    const { from, to } = await scratch.ledger.rotateKey(programme, { overlap: 2, recordOf });
    expect([from, to === before]).toEqual([before, false]);
    expect(changes.map(({ step }) => step)).toEqual(['announced', 'in-use']);
    const vkeys = await readFile(join(scratch.options.directory, programme, 'vkey'), 'utf8');
    expect(vkeys).toBe(`${to}\n${from}\n`);

    expect([await intactBy(programme, from), await intactBy(programme, to), await intactBy(programme)]).toEqual([true, true, true]);
    await appendOne(programme);
    expect([await intactBy(programme, from), await intactBy(programme, to), await intactBy(programme)]).toEqual([true, true, true]);
    const promise = await appendOne(programme);
    expect([await intactBy(programme, from), await intactBy(programme, to), await intactBy(programme)]).toEqual([false, true, true]);
    expect(await readFile(join(scratch.options.directory, programme, 'vkey'), 'utf8')).toBe(`${to}\n`);
    expect(verifyPromise(parsePromise(promise), parseVkey(to, sha256).publicKey, verifyEd25519, sha256)).toBe(true);
    expect((await scratch.ledger.state(programme)).vkey).toBe(to);

    // What the old key signed holds by the old key; the other log has nothing to do with it.
    const { rows } = await scratch.pool.query<{ leaf: Buffer }>('select leaf from record where programme_id = $1 and index = 0', [
      programme,
    ]);
    const claim = { leafHash: leafHash(rows[0]?.leaf ?? Buffer.alloc(0), sha256), keys: [parseVkey(before, sha256)] };
    expect(verifyTlogProof(parseTlogProof(oldProof ?? ''), claim, sha256, verifyEd25519).kind).toBe('verified');
    expect((await scratch.ledger.state(other)).vkey).toBe(otherKey);
    expect(await intactBy(other, otherKey)).toBe(true);
    expect(await intactBy(other, to)).toBe(false);
  });

  test('is sealed on by a process that knew only the old key', async () => {
    const programme = await foundProgramme(scratch.database);
    const beside = await openLedger(scratch.options);
    await beside.append(programme, newRecord());
    await beside.flush(programme);
    await scratch.ledger.state(programme);
    await beside.rotateKey(programme, { overlap: 1, recordOf });
    await beside.append(programme, newRecord());
    await beside.flush(programme);
    const { size, vkey } = await scratch.ledger.state(programme);
    expect([size, vkey]).toEqual([4, changes.at(-1)?.to]);
    await beside.close();
    await appendOne(programme);
    expect(await intactBy(programme, vkey)).toBe(true);
  });
});
