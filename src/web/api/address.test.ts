import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

test('parameters are filled in, and cannot leave their place', () => {
  expect(addressOf('/api/p/:programme/r/:index', { programme: 'nantou-webir', index: 7 }, {})).toBe('/api/p/nantou-webir/r/7');
  expect(addressOf('/api/p/:programme', { programme: '../x?y' }, {})).toBe('/api/p/..%2Fx%3Fy');
});

test('what is not asked for is left out', () => {
  expect(addressOf('/api/q', {}, { from: '2026-10-01', until: undefined, before: 0 })).toBe('/api/q?from=2026-10-01&before=0');
});

test('a missing parameter is a mistake of the program', () => {
  expect(() => addressOf('/api/p/:programme', {}, {})).toThrow('programme');
});
