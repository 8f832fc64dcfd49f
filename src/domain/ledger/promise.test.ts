import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, fromHex, toBase64Url, utf8 } from '#domain/kernel';
import { knownPublicKey, sha256, signWithKnownKey, verifyEd25519 } from '../../../test/vectors/ledger/reference-tree.ts';
import vectors from '../../../test/vectors/ledger/records.json' with { type: 'json' };
import { parsePromise, signPromise, verifyPromise } from './promise.ts';

const promise = { origin: vectors.promise.origin, index: vectors.promise.index, leafHash: fromHex(vectors.leaf.leafHashHex) };
const { text } = vectors.promise;
const fields = { index: 1, leaf: toBase64Url(new Uint8Array(32)), origin: 'a', v: 1 };
const withDocument = (document: string) => `mingcha-receipt-v1.${toBase64Url(utf8(document))}.${toBase64Url(new Uint8Array(64))}`;

describe('promises', () => {
  test('the known promise, signed by another program', () => {
    expect(signPromise(promise, signWithKnownKey)).toBe(text);
    const parsed = parsePromise(text);
    expect(parsed.promise).toEqual(promise);
    expect(verifyPromise(parsed, knownPublicKey, verifyEd25519, sha256)).toBe(true);
  });

  test('no character of it can change', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'AZaz09-_.=+/'), (at, character) => {
        fc.pre(text.charAt(at) !== character);
        let holds: boolean;
        try {
          holds = verifyPromise(parsePromise(text.slice(0, at) + character + text.slice(at + 1)), knownPublicKey, verifyEd25519, sha256);
        } catch (error) {
          expect(error).toMatchObject({ code: 'promise-malformed' });
          return;
        }
        expect(holds).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  test('the signature is over more than the document: a signature of the document alone is none', () => {
    const parsed = parsePromise(text);
    expect(verifyPromise({ ...parsed, signature: signWithKnownKey(parsed.document) }, knownPublicKey, verifyEd25519, sha256)).toBe(false);
  });

  test.each([
    '',
    text.replace('v1', 'v2'),
    `${text}.`,
    `${text}A`,
    text.slice(0, -1),
    text.split('.').slice(0, 2).join('.'),
    'x'.repeat(3_000),
    withDocument('null'),
    withDocument('[]'),
    withDocument('{'),
    withDocument(canonicalJson({ ...fields, v: 2 })),
    withDocument(canonicalJson({ ...fields, x: 1 })),
    withDocument(canonicalJson({ ...fields, index: -1 })),
    withDocument(canonicalJson({ ...fields, index: 1.5 })),
    withDocument(canonicalJson({ ...fields, index: '1' })),
    withDocument(canonicalJson({ ...fields, leaf: 'AAAA' })),
    withDocument(canonicalJson({ ...fields, leaf: '!' })),
    withDocument(canonicalJson({ ...fields, origin: '' })),
    withDocument(JSON.stringify(fields, ['v', 'index', 'leaf', 'origin'])),
    withDocument(`${canonicalJson(fields)} `),
  ])('malformed %#', (malformed) => {
    expect(() => parsePromise(malformed)).toThrow(expect.objectContaining({ code: 'promise-malformed' }));
  });

  test('the document those were made from is good', () => expect(parsePromise(withDocument(canonicalJson(fields))).promise.index).toBe(1));

  test('what could not be read is not signed', () => {
    expect(() => signPromise({ ...promise, origin: '' }, signWithKnownKey)).toThrow(expect.objectContaining({ code: 'promise-malformed' }));
    expect(() => signPromise({ ...promise, index: 2 ** 53 }, signWithKnownKey)).toThrow(
      expect.objectContaining({ code: 'promise-malformed' }),
    );
    expect(() => signPromise({ ...promise, leafHash: new Uint8Array(31) }, signWithKnownKey)).toThrow(
      expect.objectContaining({ code: 'promise-malformed' }),
    );
  });
});
