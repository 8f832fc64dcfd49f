import { expect, test } from 'vitest';
import { routes } from '#contract';
import { drawEntropy, isEntropy } from './draw-entropy.ts';

test('what is drawn is 32 bytes, and never the same', () => {
  const drawn = Array.from({ length: 50 }, drawEntropy);
  expect(drawn.every((text) => /^[0-9a-f]{64}$/.test(text))).toBe(true);
  expect(new Set(drawn).size).toBe(50);
});

test.each([
  '',
  'ab',
  '0'.repeat(31),
  '0'.repeat(32),
  '0'.repeat(33),
  'AF'.repeat(64),
  'af'.repeat(65),
  'g'.repeat(32),
  ` ${'0'.repeat(32)}`,
])('the field and the wire agree on %j', (text) => {
  expect(isEntropy(text)).toBe(routes.drawSample.body.safeParse({ entropy: text }).success);
});
