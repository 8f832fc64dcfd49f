import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import rfc8785 from '../../../test/vectors/ledger/rfc8785.json' with { type: 'json' };
import { canonicalJson, type JsonValue } from './canonical-json.ts';
import { parseJsonStrict } from './parse-json-strict.ts';

function doubleOf(hex: string): number {
  return Buffer.from(hex, 'hex').readDoubleBE();
}

describe('canonical JSON (RFC 8785)', () => {
  test.each(rfc8785.sections)('the example of the RFC %#', ({ input, canonical }) =>
    expect(canonicalJson(parseJsonStrict(input))).toBe(canonical),
  );

  test.each(rfc8785.numbers)('the number %s is written %s', (hex, written) => expect(canonicalJson(doubleOf(hex))).toBe(written));

  test.each(rfc8785.notNumbers)('%s has no JSON form', (hex) =>
    expect(() => canonicalJson(doubleOf(hex))).toThrow(expect.objectContaining({ code: 'not-finite' })),
  );

  test('reading it back and writing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = canonicalJson(value as JsonValue);
        expect(canonicalJson(parseJsonStrict(written))).toBe(written);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('the order of keys makes no difference', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), (keys) => {
        const build = (order: readonly string[]) => canonicalJson(Object.fromEntries(order.map((key) => [key, key])));
        expect(build(keys)).toBe(build(keys.toReversed()));
      }),
    );
  });

  test('a key named __proto__ is a key like any other', () =>
    expect(canonicalJson(parseJsonStrict('{"b":1,"__proto__":2}'))).toBe('{"__proto__":2,"b":1}'));

  test.each([
    ['lone-surrogate', 'a\uDC00'],
    ['lone-surrogate', { '\uD800': 1 }],
    ['lone-surrogate', '\uDFFF'],
    ['not-json-value', { a: undefined }],
    ['not-json-value', [1n]],
    ['not-json-value', new Date(0)],
    ['not-json-value', new Map()],
    ['not-json-value', Array(1)],
  ])('%s', (code, value) => {
    expect(() => canonicalJson(value as unknown as JsonValue)).toThrow(expect.objectContaining({ code }));
  });

  test('every character is written as ECMAScript writes it', () => {
    const characters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter((one) => one.isWellFormed());
    expect(characters.filter((one) => canonicalJson({ [one]: one }) !== JSON.stringify({ [one]: one }))).toEqual([]);
  });

  test('depth is bounded', () => {
    const nested = (depth: number) => Array.from({ length: depth }).reduce<JsonValue>((inner) => [inner], 0);
    expect(canonicalJson(nested(64))).toHaveLength(129);
    expect(() => canonicalJson(nested(65))).toThrow(expect.objectContaining({ code: 'nested-too-deep' }));
  });
});
