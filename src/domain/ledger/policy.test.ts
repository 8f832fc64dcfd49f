// Quorums by the specification's own example, and against counting by hand over random nested groups.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '#domain/kernel';
import { referenceRoot, sha256, verifyEd25519 } from '../../../test/vectors/ledger/reference-tree.ts';
import example from '../../../test/vectors/ledger/witness.json' with { type: 'json' };
import { signCheckpoint } from './checkpoint.ts';
import { parsePolicy } from './policy-format.ts';
import { checkPolicy, type Policy } from './policy.ts';
import { parseNote, type NoteSigner } from './signed-note.ts';
import { formatVkey, verifierKey, type VerifierKeyType } from './verifier-key.ts';
import { cosignNote } from './witness.ts';

/** Ed25519 keys out of a number that everybody can choose. */
function signer(name: string, seed: number, type: VerifierKeyType): NoteSigner {
  const privateKey = createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${seed.toString(16).padStart(2, '0').repeat(32)}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32));
  return { key: verifierKey(name, publicKey, sha256, type), sign: (message) => sign(null, message, privateKey) };
}

const log = signer('example.org/log', 1, 'ed25519');
const otherLog = signer('example.org/other', 2, 'ed25519');
const names = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'];
const witnesses = new Map(names.map((name, at) => [name, signer(`${name}.example`, 10 + at, 'ed25519-cosignature')]));
const vkeys = [log, ...witnesses.values()].map(({ key }) => formatVkey(key));
const policy = parsePolicy(utf8(example.policy.replaceAll('<vkey>', () => vkeys.shift() ?? '')), sha256);
const time = 1_700_000_000;

/** A checkpoint of five leaves, cosigned by these. */
function checkpoint(by: readonly string[], logs = [log], origin = log.key.name): string {
  const note = signCheckpoint({ origin, size: 5, rootHash: referenceRoot([]), extensions: [] }, logs);
  return by.reduce((cosigned, name) => cosignNote(parseNote(cosigned), time, witnesses.get(name) ?? log).note, note);
}

describe("the specification's example: two of three X, and any Y", () => {
  test.each([[['X1', 'X2', 'Y1']], [['X1', 'X3', 'Y3']], [['X2', 'X3', 'Y2']], [names]])('%j are enough', (by) => {
    const cosigned = by.map((name) => ({ name, time }));
    expect(checkPolicy(policy, checkpoint(by), verifyEd25519)).toMatchObject({ kind: 'satisfied', log: log.key, cosigned, shortages: [] });
  });

  test.each([
    [[], ['X-and-Y', 2, ['X-witnesses', 'Y-witnesses']], ['X-witnesses', 2, ['X1', 'X2', 'X3']], ['Y-witnesses', 1, ['Y1', 'Y2', 'Y3']]],
    [
      ['X1', 'X2'],
      ['X-and-Y', 1, ['Y-witnesses']],
      ['Y-witnesses', 1, ['Y1', 'Y2', 'Y3']],
    ],
    [
      ['X2', 'Y1', 'Y2', 'Y3'],
      ['X-and-Y', 1, ['X-witnesses']],
      ['X-witnesses', 1, ['X1', 'X3']],
    ],
  ])('%j are not, and what is missing is named', (by, ...shortages) => {
    const verdict = checkPolicy(policy, checkpoint(by as string[]), verifyEd25519);
    expect(verdict).toMatchObject({ kind: 'quorum-missing', checkpoint: { size: 5 } });
    expect('shortages' in verdict && verdict.shortages.map(({ name, missing, among }) => [name, missing, among])).toEqual(shortages);
  });
});

describe('a policy', () => {
  const of = (changes: Partial<Policy>): Policy => ({ ...policy, groups: [], quorum: 'none', ...changes });

  test('with quorum none asks for the log alone', () => {
    expect(checkPolicy(of({ witnesses: [] }), checkpoint([]), verifyEd25519)).toMatchObject({ kind: 'satisfied', cosigned: [] });
    expect(checkPolicy(of({}), checkpoint(['X1']), verifyEd25519)).toMatchObject({ cosigned: [{ name: 'X1', time }] });
  });

  test('with one witness as its quorum asks for that one', () => {
    expect(checkPolicy(of({ quorum: 'X2' }), checkpoint(['X2']), verifyEd25519).kind).toBe('satisfied');
    expect(checkPolicy(of({ quorum: 'X2' }), checkpoint(['X1']), verifyEd25519)).toMatchObject({
      shortages: [{ name: 'X2', missing: 1, among: ['X2'] }],
    });
  });

  test('takes any of its logs, each for its own origin only', () => {
    const both = of({ logs: [policy.logs[0]!, { key: otherLog.key, url: undefined }] });
    expect(checkPolicy(both, checkpoint([], [otherLog], otherLog.key.name), verifyEd25519)).toMatchObject({ log: otherLog.key });
    expect(checkPolicy(both, checkpoint([], [otherLog]), verifyEd25519)).toEqual({ kind: 'unknown-log' });
    expect(checkPolicy(of({}), checkpoint([], [otherLog], otherLog.key.name), verifyEd25519)).toEqual({ kind: 'unknown-log' });
  });

  test('without logs needs them from whoever knows them', () => {
    expect(checkPolicy(of({ logs: [] }), checkpoint([]), verifyEd25519)).toEqual({ kind: 'unknown-log' });
    expect(checkPolicy(of({ logs: [] }), checkpoint([]), verifyEd25519, [log.key]).kind).toBe('satisfied');
  });

  test('has no use for cosignatures without the log', () => {
    const others = checkpoint(names).split('\n');
    const withoutLog = [...others.slice(0, 4), ...others.slice(5)].join('\n');
    expect(checkPolicy(policy, withoutLog, verifyEd25519)).toEqual({ kind: 'unknown-log' });
  });

  test('refuses a note with a wrong signature of anybody it knows', () => {
    const cosigned = checkpoint(names);
    const wrong = cosigned.replace('\n5\n', '\n6\n');
    expect(checkPolicy(policy, wrong, verifyEd25519)).toEqual({ kind: 'wrong-signature', by: log.key });
    const stray = cosignNote(parseNote(checkpoint([], [log], 'x')), time, witnesses.get('Y3')!).lines;
    expect(checkPolicy(policy, checkpoint(['X1', 'X2', 'Y1']) + stray, verifyEd25519)).toEqual({
      kind: 'wrong-signature',
      by: witnesses.get('Y3')!.key,
    });
  });

  test('counts one witness once, however often it signed', () => {
    expect(checkPolicy(policy, checkpoint(['X1', 'X1', 'X1', 'Y1']), verifyEd25519).kind).toBe('quorum-missing');
  });

  test('agrees with counting by hand', () => {
    const within = (count: number) => fc.integer({ min: 1, max: count });
    const any = fc.tuple(within(3), within(3), within(2), fc.subarray(names));
    fc.assert(
      fc.property(any, ([x, y, both, by]) => {
        const groups = [
          { name: 'X', threshold: x, members: ['X1', 'X2', 'X3'] },
          { name: 'Y', threshold: y, members: ['Y1', 'Y2', 'Y3'] },
          { name: 'both', threshold: both, members: ['X', 'Y'] },
        ];
        const has = (letter: string, count: number) => Number(by.filter((name) => name.startsWith(letter)).length >= count);
        const verdict = checkPolicy(of({ groups, quorum: 'both' }), checkpoint(by), verifyEd25519);
        expect(verdict.kind).toBe(has('X', x) + has('Y', y) >= both ? 'satisfied' : 'quorum-missing');
      }),
    );
  });
});
