// A log under a policy of two witnesses of three: real witnesses, witnesses that misbehave, witnesses that are away, and a log that fell back.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkPolicy, formatPolicy, formatVkey, parseVkey, type Policy } from '#domain/ledger';
import { openLedger, readWitnessPolicy, type Ledger, type LedgerOptions, type WitnessPolicy } from '#server/ledger';
import { allMisbehaviours } from '../support/misbehaving-witness.ts';
import { runCommand } from '../support/run-program.ts';
import { startMisbehavingWitness, startWitness, type RunningWitness } from '../support/run-witness.ts';
import { createScratchLedger, faultOf, foundProgramme, newRecord, type ScratchLedger } from '../support/scratch-ledger.ts';
import { sha256, verifyEd25519 } from '../vectors/ledger/reference-tree.ts';

/** Each part of this file has a log of its own. */
const programmes = ['p-quorum', 'p-late', 'p-start', 'p-restored', 'p-lost'];
let home: string;
let scratch: ScratchLedger;
let vkeys: string[];
let honest: RunningWitness[];
const open = new Set<Ledger>();
const started = new Set<RunningWitness>();

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mingcha-witnessed-'));
  scratch = await createScratchLedger();
  for (const id of programmes) await foundProgramme(scratch.database, id);
  vkeys = await Promise.all(programmes.map(async (id) => (await scratch.ledger.state(id)).vkey));
  await Promise.all(programmes.map((id) => append(scratch.ledger, id, 2)));
  await scratch.ledger.close();
  honest = await Promise.all(['w1', 'w2'].map((name) => startHonest(name)));
});
afterEach(async () => {
  for (const ledger of open) await close(ledger);
  await Promise.all([...started].map((witness) => witness.kill()));
  started.clear();
});
afterAll(async () => {
  await Promise.all(honest.map((witness) => witness.stop()));
  await scratch.drop();
  await rm(home, { recursive: true });
});

function startHonest(name: string, listen?: string): Promise<RunningWitness> {
  const state = join(home, name);
  return startWitness({ state, logs: vkeys, name: `${name}.example`, ...(listen !== undefined && { listen }) });
}

/** Ends with the test. */
async function own(starting: Promise<RunningWitness>): Promise<RunningWitness> {
  const witness = await starting;
  started.add(witness);
  return witness;
}

/** A policy file that asks for two of these witnesses. */
async function policyOf(witnesses: readonly Pick<RunningWitness, 'key' | 'url'>[]): Promise<WitnessPolicy> {
  const named = witnesses.map(({ key, url }, at) => ({ name: `w${at}`, key, url }));
  const group = { name: 'quorum', threshold: 2, members: named.map(({ name }) => name) };
  return readWitnessPolicy(await fileOf({ logs: [], witnesses: named, groups: [group], quorum: group.name }));
}

async function fileOf(policy: Policy): Promise<string> {
  const file = join(home, 'policy');
  await writeFile(file, formatPolicy(policy, sha256));
  return file;
}

async function openUnder(witnessPolicy: WitnessPolicy, overrides: Partial<LedgerOptions> = {}): Promise<Ledger> {
  const ledger = await openLedger({ ...scratch.options, witnessPolicy, sealIntervalMs: 50, ...overrides });
  open.add(ledger);
  return ledger;
}

async function close(ledger: Ledger): Promise<void> {
  open.delete(ledger);
  await ledger.close();
}

async function append(ledger: Ledger, programme: string, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => ledger.append(programme, newRecord())));
}

async function quorumOf(ledger: Ledger, programme: string, policy: Policy): Promise<string> {
  const { checkpoint, vkey } = await ledger.state(programme);
  return checkPolicy(policy, checkpoint, verifyEd25519, [parseVkey(vkey, sha256)]).kind;
}

function codesOf(ledger: Ledger, programme: string): string[] {
  return ledger.health().problems.filter((problem) => problem.programme === programme).map(({ code }) => code); // prettier-ignore
}

async function until(holds: () => boolean | Promise<boolean>, patienceMs = 45_000): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('it did not come about in time');
    await sleep(25);
  }
}

describe('a checkpoint under a policy', () => {
  const programme = 'p-quorum';

  test('is published with its quorum, seal after seal, and its readers can check that', async () => {
    const policy = await policyOf(honest);
    const ledger = await openUnder(policy);
    for (const count of [1, 3, 300]) {
      await append(ledger, programme, count);
      await ledger.flush(programme);
      expect(await quorumOf(ledger, programme, policy)).toBe('satisfied');
    }
    expect(codesOf(ledger, programme)).toEqual([]);
    const folder = join(scratch.options.directory, programme);
    const verify = async (of: WitnessPolicy) => (await runCommand(home, ['verify', folder, '--policy', await fileOf(of)])).code;
    expect(await verify(policy)).toBe(0);
    const stranger = await own(startHonest('w5'));
    expect(await verify(await policyOf([honest[0]!, stranger]))).toBe(1);
  });

  test.each(allMisbehaviours)('is published with the other two when one witness misbehaves: %s', async (misbehaviour) => {
    const bad = await own(startMisbehavingWitness(misbehaviour));
    const policy = await policyOf([...honest, bad]);
    const ledger = await openUnder(policy);
    for (const count of [1, 2]) {
      await append(ledger, programme, count);
      await ledger.flush(programme);
      expect(await quorumOf(ledger, programme, policy)).toBe('satisfied');
    }
    expect([ledger.health().usable, codesOf(ledger, programme)]).toEqual([true, []]);
  });
});

describe('a witness that says it has seen more', () => {
  const programme = 'p-quorum';

  test('keeps the log from starting: the operator decides whom to believe', async () => {
    const liar = await own(startMisbehavingWitness('has seen more'));
    const ledger = await openUnder(await policyOf([...honest, liar]));
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('RolledBack');
    expect(ledger.health().problems.find((one) => one.programme === programme)?.detail).toMatch(/w2 has cosigned 999999 .* take it out/);
    await close(ledger);
    const without = await openUnder(await policyOf(honest));
    await append(without, programme, 1);
  });

  test('does not stop a running log that the others cosign', async () => {
    const liar = await own(startMisbehavingWitness('always 500'));
    const policy = await policyOf([...honest, liar]);
    const ledger = await openUnder(policy);
    liar.child.kill('SIGUSR2');
    for (const count of [1, 2]) {
      await append(ledger, programme, count);
      await ledger.flush(programme);
      expect(await quorumOf(ledger, programme, policy)).toBe('satisfied');
    }
    expect(codesOf(ledger, programme)).toEqual([]);
  });

  test('stops it when the quorum needs that witness', async () => {
    const liar = await own(startMisbehavingWitness('always 500'));
    const ledger = await openUnder(await policyOf([honest[0]!, liar]));
    liar.child.kill('SIGUSR2');
    await until(async () => (await faultOf(ledger.append(programme, newRecord()))) === 'RolledBack');
  });
});

describe('without a quorum', () => {
  test('the log goes on for its limit and says so, then stops; when the witness is back, it catches up by itself', async () => {
    const programme = 'p-late';
    const away = await own(startHonest('w3'));
    const policy = await policyOf([honest[0]!, away]);
    let ledger = await openUnder(policy, { sealLimitMs: 8_000 });
    await append(ledger, programme, 2);
    await ledger.flush(programme);
    await away.kill();

    await append(ledger, programme, 3);
    await ledger.flush(programme);
    expect((await ledger.state(programme)).size).toBe(7);
    expect(await quorumOf(ledger, programme, policy)).toBe('quorum-missing');
    expect([ledger.health().usable, codesOf(ledger, programme)]).toEqual([true, ['witnesses-late']]);
    expect(ledger.health().problems.find((one) => one.programme === programme)?.detail).toMatch(
      /1 more of w1 must cosign.*w1: it could not be reached/,
    );

    await until(async () => (await faultOf(ledger.append(programme, newRecord()))) === 'witnesses-late');
    expect(ledger.health().usable).toBe(false);
    // A new start gives no new grace.
    await close(ledger);
    ledger = await openUnder(policy, { sealLimitMs: 8_000 });
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('witnesses-late');

    await own(startHonest('w3', new URL(away.url).host));
    await until(async () => (await quorumOf(ledger, programme, policy)) === 'satisfied');
    await append(ledger, programme, 1);
    await ledger.flush(programme);
    expect(await quorumOf(ledger, programme, policy)).toBe('satisfied');
    expect([ledger.health().usable, codesOf(ledger, programme)]).toEqual([true, []]);
  });

  test('a start finds the checkpoint unwitnessed and goes on asking', async () => {
    const programme = 'p-start';
    const late = await own(startHonest('w4'));
    await late.kill();
    const policy = await policyOf([honest[0]!, late]);
    const first = await openUnder(policy);
    await append(first, programme, 2);
    await first.flush(programme);
    await close(first);
    await own(startHonest('w4', new URL(late.url).host));
    const second = await openUnder(policy);
    await until(async () => (await quorumOf(second, programme, policy)) === 'satisfied');
    await close(second);
  });
});

describe('a log that fell back behind its witnesses', () => {
  const folderOf = (programme: string): string => join(scratch.options.directory, programme);
  const signerOf = (programme: string): string =>
    join(scratch.keystore.directory, 'signers', encodeURIComponent(`mingcha.test/${programme}`));

  /** Seals five more records before the witnesses, then puts database, tiles and signer back to what they were. */
  async function fallBack(programme: string, policy: WitnessPolicy): Promise<void> {
    const copies = [folderOf(programme), signerOf(programme)].map((path, at) => ({ path, copy: join(home, programme, String(at)) }));
    const first = await openUnder(policy);
    await first.flush(programme);
    const { next } = await first.state(programme);
    await close(first);
    for (const { path, copy } of copies) await cp(path, copy, { recursive: true });
    const second = await openUnder(policy);
    await append(second, programme, 5);
    await second.flush(programme);
    await close(second);
    await scratch.pool.query('delete from record where programme_id = $1 and index >= $2', [programme, next]);
    await scratch.pool.query('update log_head set next = $2 where programme_id = $1', [programme, next]);
    for (const { path } of copies) await rm(path, { recursive: true });
    for (const { path, copy } of copies) await cp(copy, path, { recursive: true });
  }

  test('is refused at the start, with what to do, although database, tiles and signer agree', async () => {
    const programme = 'p-restored';
    const policy = await policyOf(honest);
    await fallBack(programme, policy);
    const ledger = await openUnder(policy);
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('RolledBack');
    const problem = ledger.health().problems.find((one) => one.programme === programme);
    expect([problem?.code, problem?.detail]).toEqual(['rolled-back', expect.stringMatching(/w[01] has cosigned 7 records/)]);
  });

  test('is refused by its next seal when there is no checkpoint to ask the witnesses with', async () => {
    const programme = 'p-lost';
    const policy = await policyOf(honest);
    await fallBack(programme, policy);
    await rm(folderOf(programme), { recursive: true });
    const ledger = await openUnder(policy);
    await until(() => codesOf(ledger, programme).includes('rolled-back'));
    expect(await faultOf(ledger.append(programme, newRecord()))).toBe('RolledBack');
  });
});

describe('a policy file', () => {
  test.each([
    ['line 1', 'witness w1\n'],
    ['w1', 'witness w1 VKEY\nquorum w1\n'],
    ['w1', 'witness w1 VKEY ftp://w1.example\nquorum w1\n'],
  ])('that can not be used is named, with its %s', async (named, text) => {
    const file = join(home, 'bad-policy');
    await writeFile(file, text.replace('VKEY', formatVkey(honest[0]!.key)));
    const { code, stderr } = await runCommand(join(home, 'nothing'), ['migrate'], { MINGCHA_WITNESS_POLICY: file });
    expect([code, stderr.includes(file), stderr.includes(named)]).toEqual([2, true, true]);
  });
});
