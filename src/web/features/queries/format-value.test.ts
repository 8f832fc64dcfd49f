import { expect, test } from 'vitest';
import { formatValue } from './format-value.ts';

test('days are in years of the Republic, amounts have thousands, nothing is a dash', () => {
  expect(formatValue('2026-03-02')).toBe('115/03/02');
  expect(formatValue(45_800)).toBe('45,800');
  expect(formatValue(0)).toBe('0');
  expect(formatValue(null)).toBe('—');
});

test('what is no day of the calendar stays as it is', () => {
  expect(formatValue('2026-02-30')).toBe('2026-02-30');
  expect(formatValue('1150302')).toBe('1150302');
  expect(formatValue('埔里企業社')).toBe('埔里企業社');
});
