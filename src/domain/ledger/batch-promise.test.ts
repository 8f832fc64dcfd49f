import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, toBase64Url, utf8 } from '#domain/kernel';
import vectors from '../../../test/vectors/ledger/batch-receipts.json' with { type: 'json' };
import { knownPublicKey, sha256, signWithKnownKey, someEntries, verifyEd25519 } from '../../../test/vectors/ledger/reference-tree.ts';
import { BatchPromises } from './batch-promise.ts';
import { parsePromise, signPromise, verifyPromise } from './promise.ts';
import { leafHash } from './tree-hash.ts';

const { origin, first } = vectors;
const hashesOf = (entries: readonly Uint8Array[]) => entries.map((entry) => leafHash(entry, sha256));
const batchOf = (count: number) => new BatchPromises(origin, first, hashesOf(someEntries(count)), signWithKnownKey, sha256);
const holds = (text: string) => verifyPromise(parsePromise(text), knownPublicKey, verifyEd25519, sha256);

describe('receipts of records committed together', () => {
  test.each(vectors.receipts)('the known one of record $index, made by another program', ({ index, text }) => {
    const hashes = hashesOf(vectors.entries.map(utf8));
    expect(new BatchPromises(origin, first, hashes, signWithKnownKey, sha256).receipt(index)).toBe(text);
    expect(parsePromise(text).promise).toEqual({ origin, index, leafHash: hashes[index - first] });
    expect(holds(text)).toBe(true);
  });

  test('each of a batch of any size holds, and names its own record', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), (count) => {
        const batch = batchOf(count);
        for (const [at, hash] of hashesOf(someEntries(count)).entries()) {
          const receipt = batch.receipt(first + at);
          expect(parsePromise(receipt).promise).toEqual({ origin, index: first + at, leafHash: hash });
          expect(holds(receipt)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('one signature for all of them', () => {
    let signed = 0;
    const sign = (message: Uint8Array): Uint8Array => {
      signed += 1;
      return signWithKnownKey(message);
    };
    const batch = new BatchPromises(origin, first, hashesOf(someEntries(5)), sign, sha256);
    expect(signed).toBe(0);
    for (let at = 0; at < 5; at += 1) batch.receipt(first + at);
    expect(signed).toBe(1);
  });

  test('no character of one can change', () => {
    const text = batchOf(7).receipt(first + 3);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'AZaz09-_.=+/'), (at, character) => {
        fc.pre(text.charAt(at) !== character);
        let changed: boolean;
        try {
          changed = holds(text.slice(0, at) + character + text.slice(at + 1));
        } catch (error) {
          expect(error).toMatchObject({ code: 'promise-malformed' });
          return;
        }
        expect(changed).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  test('parts of two of them make none', () => {
    const [one, other] = [
      batchOf(7)
        .receipt(first + 1)
        .split('.'),
      batchOf(7)
        .receipt(first + 2)
        .split('.'),
    ];
    for (const part of [3, 4, 5]) expect(holds(one.with(part, other[part] ?? '').join('.'))).toBe(false);
    const elsewhere = new BatchPromises('mingcha.example/other', first, hashesOf(someEntries(7)), signWithKnownKey, sha256).receipt(first + 1).split('.'); // prettier-ignore
    expect(holds([...one.slice(0, 1), elsewhere[1], ...one.slice(2)].join('.'))).toBe(false);
  });

  test('a signature of a single promise is none of a batch, nor the other way round', () => {
    const single = signPromise({ origin, index: first, leafHash: hashesOf(someEntries(1))[0]! }, signWithKnownKey).split('.');
    const batch = batchOf(1).receipt(first).split('.');
    expect(holds(batch.with(2, single[2] ?? '').join('.'))).toBe(false);
    expect(holds(single.with(2, batch[2] ?? '').join('.'))).toBe(false);
  });

  const fields = { count: 1, first: 0, origin: 'a', root: toBase64Url(new Uint8Array(32)), v: 2 };
  const zeroes = toBase64Url(new Uint8Array(64));
  const hash = toBase64Url(new Uint8Array(32));
  const receipt = (document: object, ...rest: string[]) =>
    ['mingcha-receipt-v2', toBase64Url(utf8(canonicalJson(document as never))), zeroes, ...rest].join('.');
  test.each([
    ['version 1', receipt({ ...fields, v: 1 }, '0', hash, '')],
    ['a field more', receipt({ ...fields, x: 1 }, '0', hash, '')],
    ['no records', receipt({ ...fields, count: 0 }, '0', hash, '')],
    ['more records than are ever committed together', receipt({ ...fields, count: 4_097 }, '0', hash, '')],
    ['a first index that is none', receipt({ ...fields, first: -1 }, '0', hash, '')],
    ['a root cut short', receipt({ ...fields, root: 'AAAA' }, '0', hash, '')],
    ['no origin', receipt({ ...fields, origin: '' }, '0', hash, '')],
    ['an index spelled otherwise', receipt(fields, '00', hash, '')],
    ['an index beyond 2^53', receipt(fields, '9007199254740992', hash, '')],
    ['a leaf hash cut short', receipt(fields, '0', 'AAAA', '')],
    ['half a hash in the path', receipt(fields, '0', hash, 'AAAA')],
    ['a path longer than any tree of a batch', receipt(fields, '0', hash, toBase64Url(new Uint8Array(13 * 32)))],
    ['a part missing', receipt(fields, '0', hash)],
    ['a part more', receipt(fields, '0', hash, '', '')],
  ])('malformed: %s', (_what, malformed) => {
    expect(() => parsePromise(malformed)).toThrow(expect.objectContaining({ code: 'promise-malformed' }));
  });

  test('the receipt those were made from is well formed', () => expect(parsePromise(receipt(fields, '0', hash, '')).promise.index).toBe(0));

  test('no batch is empty, too large, or speaks for a record outside it', () => {
    const of = (hashes: readonly Uint8Array[]) => () => new BatchPromises(origin, first, hashes, signWithKnownKey, sha256);
    expect(of([])).toThrow(expect.objectContaining({ code: 'promise-malformed' }));
    expect(of(Array.from({ length: 4_097 }, () => new Uint8Array(32)))).toThrow(expect.objectContaining({ code: 'promise-malformed' }));
    for (const index of [first - 1, first + 3])
      expect(() => batchOf(3).receipt(index)).toThrow(expect.objectContaining({ code: 'promise-malformed' }));
  });
});
