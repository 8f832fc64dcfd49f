import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, type JsonObject, type JsonValue } from './canonical-json.ts';
import { freezeJson, isFrozenJson } from './frozen-json.ts';

test('frozen through and through, and still the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (given) => {
      const value = given as JsonObject;
      const written = canonicalJson(value);
      expect(canonicalJson(freezeJson(value))).toBe(written);
      expect(isFrozenJson(value)).toBe(true);
    }),
  );
});

test.each([{ a: 1 }, Object.freeze({ a: { b: 1 } }), Object.freeze({ a: Object.freeze([{ b: 1 }]) })])('%j can still change', (value) => {
  expect(isFrozenJson(value as unknown as JsonObject)).toBe(false);
});

test('nothing of it can be changed', () => {
  const value = freezeJson({ a: [{ b: 1 }] }) as { a: { b: number }[] };
  expect(() => value.a.push({ b: 2 })).toThrow(TypeError);
  expect(() => void (value.a[0]!.b = 2)).toThrow(TypeError);
  expect(freezeJson('text' as JsonValue)).toBe('text');
});
