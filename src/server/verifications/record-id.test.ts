import { expect, test } from 'vitest';
import { recordIdOf } from './record-id.ts';

test('the same request is the same record; another account, kind, token or line is another', () => {
  const id = recordIdOf('s', { kind: 'nonce', text: 'n' }, 0);
  expect(recordIdOf('s', { kind: 'nonce', text: 'n' }, 0)).toBe(id);
  const others = [
    recordIdOf('t', { kind: 'nonce', text: 'n' }, 0),
    recordIdOf('s', { kind: 'key', text: 'n' }, 0),
    recordIdOf('s', { kind: 'nonce', text: 'm' }, 0),
    recordIdOf('s', { kind: 'nonce', text: 'n' }, 1),
  ];
  expect(new Set([id, ...others]).size).toBe(5);
});

test('it is a UUID of version 8', () => {
  for (let line = 0; line < 64; line += 1)
    expect(recordIdOf('s', { kind: 'key', text: 'k' }, line)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
});
