import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareIds } from './compare-ids.ts';

test.each([
  ['a', 'b', -1],
  ['a', 'a', 0],
  ['a', 'aa', -1],
  ['10', '9', -1],
  ['Z', 'a', -1],
  ['\uffff', '\u{10000}', -1],
  ['\ue000', '\u{21619}', -1],
  ['\ud7ff', '\ue000', -1],
  ['堃', '\u{21619}', -1],
])('%j against %j: %i', (one, other, sign) => {
  expect(Math.sign(compareIds(one, other))).toBe(sign);
  expect(Math.sign(compareIds(other, one))).toBe(sign === 0 ? 0 : -sign);
});

test('the order of ids is that of their bytes', () => {
  const edge = fc.constantFrom('a', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}');
  const id = fc.string({ unit: fc.oneof(edge, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 6 });
  fc.assert(
    fc.property(id, id, (one, other) => {
      expect(Math.sign(compareIds(one, other))).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)));
    }),
  );
});
