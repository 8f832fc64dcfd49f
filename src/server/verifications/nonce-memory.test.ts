import { expect, test } from 'vitest';
import { NonceMemory } from './nonce-memory.ts';

test('a nonce is new once, for at least as long as it must be kept', () => {
  const memory = new NonceMemory(600);
  expect(memory.add('a', 0)).toBe(true);
  expect(memory.add('a', 0)).toBe(false);
  expect(memory.add('b', 599)).toBe(true);
  expect(memory.add('b', 1_198)).toBe(false);
  expect(memory.add('a', 599)).toBe(false);
});

test('after the time it may come again', () => {
  const memory = new NonceMemory(600);
  memory.add('a', 0);
  expect(memory.add('a', 1_200)).toBe(true);
});

test('a full memory forgets the oldest half and goes on', () => {
  const memory = new NonceMemory(600, 100);
  for (let nonce = 0; nonce < 250; nonce += 1) expect(memory.add(String(nonce), 1)).toBe(true);
  expect(memory.add('249', 1)).toBe(false);
  expect(memory.add('150', 1)).toBe(false);
  expect(memory.add('3', 1)).toBe(true);
});
