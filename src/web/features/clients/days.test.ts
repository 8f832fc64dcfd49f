import { expect, test } from 'vitest';
import { daysBetween, judgePeriod, rocDay, todayInTaipei } from './days.ts';

test('the day in Taipei turns at its own midnight', () => {
  expect(todayInTaipei(Date.parse('2026-11-28T15:59:59Z'))).toBe('2026-11-28');
  expect(todayInTaipei(Date.parse('2026-11-28T16:00:00Z'))).toBe('2026-11-29');
});

test('days are counted over months and leap days', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-11-28', '2026-11-28')).toBe(0);
  expect(daysBetween('2026-11-28', '2026-11-27')).toBe(-1);
});

test.each([
  ['2026-10-31', { state: 'not-yet', daysLeft: 60, usedPercent: 0 }],
  ['2026-11-01', { state: 'running', daysLeft: 59, usedPercent: 0 }],
  ['2026-12-01', { state: 'running', daysLeft: 29, usedPercent: 50 }],
  ['2026-12-30', { state: 'last-day', daysLeft: 0, usedPercent: 98 }],
  ['2026-12-31', { state: 'over', daysLeft: 0, usedPercent: 100 }],
] as const)('a use period of sixty days, seen on %s', (today, seen) => {
  expect(judgePeriod('2026-11-01', '2026-12-30', today)).toEqual(seen);
});

test('a period of one day is its own last day', () => {
  expect(judgePeriod('2026-11-28', '2026-11-28', '2026-11-28')).toEqual({ state: 'last-day', daysLeft: 0, usedPercent: 0 });
});

test('what is no day is shown as it stands', () => {
  expect(rocDay('2026-11-28')).toBe('115/11/28');
  expect(rocDay('someday')).toBe('someday');
});
