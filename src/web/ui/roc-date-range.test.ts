import { expect, test } from 'vitest';
import { isUsable } from './roc-date-range.tsx';

const day = (month: number, dayOfMonth: number) => ({ year: 2026, month, day: dayOfMonth });

test('a range is usable with open ends and on a single day', () => {
  expect(isUsable({ from: null, until: null })).toBe(true);
  expect(isUsable({ from: day(3, 1), until: null })).toBe(true);
  expect(isUsable({ from: day(3, 1), until: day(3, 1) })).toBe(true);
});

test('a range is not usable backwards, nor with what is no day', () => {
  expect(isUsable({ from: day(10, 1), until: day(9, 30) })).toBe(false);
  expect(isUsable({ from: 'unusable', until: null })).toBe(false);
  expect(isUsable({ from: null, until: 'unusable' })).toBe(false);
});
