import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FormatError } from './format-error.ts';
import { parseJsonStrict } from './parse-json-strict.ts';

function failure(text: string): unknown {
  try {
    return parseJsonStrict(text);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return `${error.code} ${error.position?.line}:${error.position?.column}`;
  }
}

describe('strict JSON', () => {
  test('agrees with JSON.parse on every JSON text', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (text, space) => {
        const spaced = JSON.stringify(JSON.parse(text), null, space);
        expect(parseJsonStrict(spaced)).toEqual(JSON.parse(spaced));
      }),
    );
  });

  test('refuses every text that JSON.parse refuses, and never throws anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\ \n019-+.eEntrufals'), maxLength: 20 }), (text) => {
        const strict = failure(text);
        let loose: unknown;
        try {
          loose = JSON.parse(text);
        } catch {
          expect(strict).toMatch(/^[a-z-]+ \d+:\d+$/);
          return;
        }
        // Only a repeated key or a number beyond the doubles is JSON for one and not for the other.
        if (typeof strict === 'string' && /^(?:duplicate-key|not-finite) /.test(strict)) return;
        expect(strict).toEqual(loose);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['{"a":1,\n "a":2}', 'duplicate-key 2:2'],
    ['{"a":1,"\\u0061":2}', 'duplicate-key 1:8'],
    ['{"x":[{"b":1,\r\n"b":1}]}', 'duplicate-key 2:1'],
    ['', 'not-json 1:1'],
    ['[1,]', 'not-json 1:4'],
    ['[1 2]', 'not-json 1:4'],
    ['{"a" 1}', 'not-json 1:6'],
    ['{a:1}', 'not-json 1:2'],
    ["{'a':1}", 'not-json 1:2'],
    ['{"a":1', 'not-json 1:7'],
    ['"ab', 'not-json 1:1'],
    ['"\\"', 'not-json 1:1'],
    ['"\\x"', 'not-json 1:1'],
    ['"\n"', 'not-json 1:1'],
    ['nul', 'not-json 1:1'],
    ['NaN', 'not-json 1:1'],
    ['\uFEFF1', 'not-json 1:1'],
    ['// no\n1', 'not-json 1:1'],
    ['1 1', 'trailing-text 1:3'],
    ['01', 'trailing-text 1:2'],
    ['1e400', 'not-finite 1:6'],
    ['["\\ud800"]', 'lone-surrogate 1:2'],
    ['['.repeat(66), 'nested-too-deep 1:66'],
  ])('%j: %s', (text, expected) => expect(failure(text)).toBe(expected));

  test('reads a string of megabytes', () => {
    const text = JSON.stringify('a\\"'.repeat(1_000_000));
    expect(parseJsonStrict(text)).toHaveLength(3_000_000);
  });

  test('never repeats the input in its message', () => {
    expect(() => parseJsonStrict('{"A123456789":1,"A123456789":2}')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('A123456789') as unknown }),
    );
  });
});
