// Proofs of one record as files: every byte of them changed, and what is no proof at all.
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  certifyReceiptKey,
  formatTlogProof,
  formatVkey,
  leafHash,
  receiptKeyName,
  signCheckpoint,
  signPromise,
  verifierKey,
} from '#domain/ledger';
import {
  knownPublicKey,
  referencePath,
  referenceRoot,
  sha256,
  signWithKnownKey,
  someEntries,
} from '../../../test/vectors/ledger/reference-tree.ts';
import { verifyPath } from './verify-path.ts';

const origin = 'example.org/log';
const key = verifierKey(origin, knownPublicKey, sha256);
const vkey = formatVkey(key);
const signer = { key, sign: signWithKnownKey };
const entries = someEntries(9);
const index = 5;
const checkpoint = signCheckpoint({ origin, size: 9, rootHash: referenceRoot(entries), extensions: [] }, [signer]);
const proof = formatTlogProof({ index, hashes: referencePath(index, entries), checkpoint, extra: entries[index]! });
const receipt = signPromise({ origin, index, leafHash: leafHash(entries[index]!, sha256) }, signWithKnownKey);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-proof-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe('a tlog-proof', () => {
  test('with its leaf is intact; what leads nowhere is not', async () => {
    expect(await verifyPath(written('a.tlog-proof', proof), { key: vkey })).toMatchObject({ intact: true, index, size: 9, origin });
    const other = written('leaf', entries[6]!);
    expect(await verifyPath(join(folder, 'a.tlog-proof'), { key: vkey, leaf: other })).toMatchObject({
      intact: false,
      firstWrong: { code: 'not-included' },
    });
    expect(await verifyPath(join(folder, 'a.tlog-proof'), { key: vkey, leaf: written('leaf', entries[5]!) })).toMatchObject({
      intact: true,
    });
  });

  test('any byte of it changed', async () => {
    const bytes = Buffer.from(proof);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1 << (at % 8);
      const { intact, firstWrong } = await verifyPath(written('changed.tlog-proof', changed), { key: vkey });
      expect([intact, firstWrong?.place], `byte ${at}`).toEqual([false, 'changed.tlog-proof']);
    }
  });

  test('cut anywhere', async () => {
    for (let length = 0; length < proof.length; length += 1) {
      const cut = verifyPath(written('cut.tlog-proof', proof.slice(0, length)), { key: vkey });
      expect(await cut, `cut to ${length}`).toMatchObject({ intact: false });
    }
  });

  test('without leaf or key it is a wrong call', async () => {
    const bare = written('bare', proof.replace(/^extra .*\n/m, ''));
    await expect(verifyPath(bare, { key: vkey })).rejects.toMatchObject({ name: 'WrongCall' });
    await expect(verifyPath(join(folder, 'a.tlog-proof'))).rejects.toMatchObject({ name: 'WrongCall' });
  });
});

describe('a receipt', () => {
  test('is a promise by the log, and says so; any byte changed, it is none', async () => {
    expect(await verifyPath(written('receipt', `${receipt}\n`), { key: vkey })).toMatchObject({
      intact: true,
      origin,
      index,
      note: [expect.stringContaining('承諾')],
    });
    for (let at = 20; at < receipt.length; at += 1) {
      const changed = `${receipt.slice(0, at)}${receipt[at] === 'A' ? 'B' : 'A'}${receipt.slice(at + 1)}`;
      expect(await verifyPath(written('changed', changed), { key: vkey }), `byte ${at}`).toMatchObject({ intact: false });
    }
  });

  test('by a key that the log certifies, where its note lies beside', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const own = verifierKey(receiptKeyName(origin), publicKey.export({ type: 'spki', format: 'der' }).subarray(-32), sha256);
    const promise = signPromise({ origin, index, leafHash: leafHash(entries[index]!, sha256) }, (message) =>
      sign(null, message, privateKey),
    );
    const path = written('apart', promise);
    expect(await verifyPath(path, { key: vkey })).toMatchObject({ intact: false, firstWrong: { code: 'wrong-signature' } });
    const note = certifyReceiptKey(origin, formatVkey(own), [signer], sha256);
    written('receipt-key', note);
    expect(await verifyPath(path, { key: vkey })).toMatchObject({ intact: true, index });
    written('receipt-key', note.replace('mingcha', 'mengcha'));
    expect(await verifyPath(path, { key: vkey })).toMatchObject({ intact: false, firstWrong: { place: 'receipt-key' } });
    rmSync(join(folder, 'receipt-key'));
  });
});

test.each([
  ['nothing', ''],
  ['a letter', 'Dear Sir'],
  ['bytes', new Uint8Array(100)],
])('%s is no proof', async (_, content) => {
  await expect(verifyPath(written('other', content), { key: vkey })).rejects.toMatchObject({ name: 'NotALogError' });
});

test('no such file', async () => {
  await expect(verifyPath(join(folder, 'nowhere'))).rejects.toMatchObject({ name: 'NotALogError' });
});
