import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromUtf8, toHex, utf8 } from '#domain/kernel';
import { sha256 } from '../../../test/vectors/ledger/reference-tree.ts';
import vectors from '../../../test/vectors/ledger/records.json' with { type: 'json' };
import { formatLeaf, maxLeafLength, parseLeaf, type Leaf } from './leaf.ts';
import { recordTypes, type RecordType } from './record-type.ts';
import { leafHash } from './tree-hash.ts';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const leaf: fc.Arbitrary<Leaf> = fc.record({
  type: fc.constantFrom(...(Object.keys(recordTypes) as RecordType[])),
  month: fc
    .tuple(fc.integer({ min: 2000, max: 2999 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
  commitments: fc.record({ a: hash, b: hash, c: hash }),
});
const { text } = vectors.leaf;
const fields = JSON.parse(text) as Record<string, unknown>;

describe('leaves', () => {
  test('the known leaf and its hash', () => {
    const parsed = parseLeaf(utf8(text));
    expect([parsed.type, parsed.month, toHex(parsed.commitments.b)]).toEqual(['intent', '2026-11', vectors.compartments[1]?.commitmentHex]);
    expect(fromUtf8(formatLeaf(parsed))).toBe(text);
    expect(toHex(leafHash(utf8(text), sha256))).toBe(vectors.leaf.leafHashHex);
  });

  test('read back, and stay within their bound', () => {
    fc.assert(
      fc.property(leaf, (some) => {
        const bytes = formatLeaf(some);
        expect(bytes.length).toBeLessThanOrEqual(maxLeafLength);
        expect(parseLeaf(bytes)).toEqual(some);
      }),
    );
  });

  test.each([
    ['leaf-too-long', `${text}${' '.repeat(maxLeafLength)}`],
    ['leaf-malformed', ''],
    ['leaf-malformed', '[]'],
    ['leaf-malformed', 'null'],
    ['leaf-malformed', text.slice(1)],
    ['leaf-malformed', JSON.stringify({ ...fields, z: 1 })],
    ['leaf-not-canonical', ` ${text}`],
    ['leaf-not-canonical', text.replace('"v":1', '"v":1.0')],
    ['leaf-not-canonical', text.replace('"t":', '"m":"2026-11","t":')],
    ['leaf-not-canonical', text.replace('intent', '\\u0069ntent')],
    ['leaf-not-canonical', text.replace('intent', '\\ud800')],
    ['leaf-unknown-version', text.replace('"v":1', '"v":2')],
    ['leaf-unknown-version', text.replace('"v":1', '"v":"1"')],
    ['leaf-unknown-version', '{}'],
    ['leaf-unknown-type', text.replace('intent', 'intents')],
    ['leaf-unknown-type', text.replace('intent', 'toString')],
    ['leaf-month-malformed', text.replace('2026-11', '2026-13')],
    ['leaf-month-malformed', text.replace('2026-11', '2026-1')],
    ['leaf-commitment-malformed', text.replace('"a":"', '"a":"A')],
    ['leaf-commitment-malformed', JSON.stringify({ ...fields, a: 'AAAA' })],
    ['leaf-commitment-malformed', JSON.stringify({ ...fields, c: 1 })],
  ])('%s: %s', (code, malformed) => expect(() => parseLeaf(utf8(malformed))).toThrow(expect.objectContaining({ code })));

  test('bytes that are no text', () =>
    expect(() => parseLeaf(Uint8Array.of(0xff))).toThrow(expect.objectContaining({ code: 'leaf-malformed' })));

  test('what could not be read is not written', () => {
    const commitments = { a: new Uint8Array(32), b: new Uint8Array(32), c: new Uint8Array(32) };
    expect(() => formatLeaf({ type: 'intent', month: '2026-00', commitments })).toThrow(
      expect.objectContaining({ code: 'leaf-month-malformed' }),
    );
    expect(() => formatLeaf({ type: 'intent', month: '2026-11', commitments: { ...commitments, b: new Uint8Array(31) } })).toThrow(
      expect.objectContaining({ code: 'leaf-commitment-malformed' }),
    );
  });
});
