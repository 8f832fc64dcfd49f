import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeDifference } from './difference.ts';

const judge = (came: number, went: number, changed: number, same: number) => judgeDifference({ came, went, changed, same });

test('the first snapshot differs from nothing', () => {
  expect(judge(480_000, 0, 0, 0)).toBe('first');
});

test('as many as may go or change in a month, and one more', () => {
  expect(judge(0, 2_000, 0, 98_000)).toBe('ordinary');
  expect(judge(0, 2_001, 0, 97_999)).toBe('out-of-proportion');
  expect(judge(0, 0, 5_000, 95_000)).toBe('ordinary');
  expect(judge(0, 0, 5_001, 94_999)).toBe('out-of-proportion');
});

test('a few of a short list are no harm, and a whole list is', () => {
  expect(judge(0, 50, 0, 10)).toBe('ordinary');
  expect(judge(0, 51, 0, 9)).toBe('out-of-proportion');
  expect(judge(0, 0, 50, 10)).toBe('ordinary');
});

test('whoever came, nobody lost an answer', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat(), (came, more, went, changed, same) => {
      expect(judge(came, went, changed, same)).toBe(judge(more, went, changed, same));
    }),
  );
});
