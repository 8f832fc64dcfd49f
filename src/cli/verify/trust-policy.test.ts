// `mingcha verify --policy` on a log directory of one entry and on the proof of that entry: the witnesses' quorum decides, with its place named.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cosignNote, encodeBundle, formatTlogProof, formatVkey, leafHash, parseNote, signCheckpoint, verifierKey } from '#domain/ledger';
import { knownPublicKey, sha256, signWithKnownKey } from '../../../test/vectors/ledger/reference-tree.ts';
import { readPolicy } from './trust-policy.ts';
import { verifyPath } from './verify-path.ts';

const origin = 'example.org/log';
const logKey = verifierKey(origin, knownPublicKey, sha256);
const witnessKey = verifierKey('witness.example', knownPublicKey, sha256, 'ed25519-cosignature');
const entry = new Uint8Array(Buffer.from('entry'));
const signed = signCheckpoint({ origin, size: 1, rootHash: leafHash(entry, sha256), extensions: [] }, [
  { key: logKey, sign: signWithKnownKey },
]);
const { note: cosigned } = cosignNote(parseNote(signed), 1_700_000_000, { key: witnessKey, sign: signWithKnownKey });
let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'mingcha-policy-'));
});
afterAll(() => rmSync(home, { recursive: true }));

function write(path: string, content: string | Uint8Array): string {
  const file = join(home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function logOf(checkpoint: string): string {
  write('log/vkey', `${formatVkey(logKey)}\n`);
  write('log/tile/0/000.p/1', leafHash(entry, sha256));
  write('log/tile/entries/000.p/1', encodeBundle([entry]));
  return dirname(write('log/checkpoint', checkpoint));
}

const proofOf = (checkpoint: string) => write('log/entry.tlog-proof', formatTlogProof({ index: 0, hashes: [], checkpoint, extra: entry }));
const policyOf = (...lines: string[]) => readPolicy(write('policy', lines.map((line) => `${line}\n`).join('')));
const log = `log ${formatVkey(logKey)}`;
const witness = `witness w1 ${formatVkey(witnessKey)}`;

describe.each([
  ['a log directory', logOf, 'checkpoint'],
  ['a proof', proofOf, 'entry.tlog-proof'],
])('%s under a policy', (_what, lay, place) => {
  test('is good with the log and the quorum it names; the log then needs no other key', async () => {
    const report = await verifyPath(lay(cosigned), { policy: policyOf(log, witness, 'quorum w1') });
    expect(report).toMatchObject({ intact: true, keyGiven: true, size: 1, note: [expect.stringContaining('w1')] });
  });

  test('is good by the log alone where no quorum is asked', async () => {
    expect(await verifyPath(lay(signed), { policy: policyOf(log, 'quorum none') })).toMatchObject({ intact: true });
  });

  test('is not good without the quorum: who is missing is named', async () => {
    const { intact, firstWrong } = await verifyPath(lay(signed), { policy: policyOf(log, witness, 'quorum w1') });
    expect([intact, firstWrong?.place, firstWrong?.code]).toEqual([false, place, 'quorum-missing']);
    expect(firstWrong?.what).toContain('w1');
  });

  test('is not good when another log signed it', async () => {
    const other = `log ${formatVkey(verifierKey('example.org/other', knownPublicKey, sha256))}`;
    expect(await verifyPath(lay(cosigned), { policy: policyOf(other, witness, 'quorum w1') })).toMatchObject({
      intact: false,
      firstWrong: { place: 'vkey', code: 'wrong-key' },
    });
  });

  test('a policy without logs leaves them to the key', async () => {
    const policy = policyOf(witness, 'quorum w1');
    expect(await verifyPath(lay(cosigned), { policy, key: formatVkey(logKey) })).toMatchObject({ intact: true, keyGiven: true });
    expect(await verifyPath(lay(cosigned), { policy })).toMatchObject({ intact: true, keyGiven: false });
    expect(await verifyPath(lay(signed), { policy })).toMatchObject({ intact: false, firstWrong: { code: 'quorum-missing' } });
  });

  test('a wrong cosignature is wrong', async () => {
    const stray = cosignNote({ text: 'other\n', signatures: [] }, 1_700_000_000, { key: witnessKey, sign: signWithKnownKey }).lines;
    expect(await verifyPath(lay(signed + stray), { policy: policyOf(log, witness, 'quorum w1') })).toMatchObject({
      intact: false,
      firstWrong: { place, code: 'wrong-signature' },
    });
  });
});

test.each([
  ['第 2 行', 'quorum none\nquorum none\n'],
  ['第 1 行', ''],
])('a policy file that is none is a wrong call, %s', (where, text) => {
  const file = write('bad', text);
  expect(() => readPolicy(file)).toThrow(
    expect.objectContaining({ name: 'WrongCall', message: expect.stringContaining(where) as unknown }),
  );
  expect(() => readPolicy(join(home, 'missing'))).toThrow(expect.objectContaining({ name: 'WrongCall' }));
});
