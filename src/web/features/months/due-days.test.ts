import { expect, test } from 'vitest';
import { daysUntil } from './due-days.ts';

test.each([
  ['2026-11-30', '2026-11-22T23:59:59+08:00', 8],
  ['2026-11-30', '2026-11-30T00:00:00+08:00', 0],
  ['2026-11-30', '2026-11-30T23:59:59+08:00', 0],
  ['2026-11-30', '2026-12-01T00:00:00+08:00', -1],
  ['2027-01-31', '2026-12-31T16:00:00Z', 30],
])('a list due on %s, seen at %s: %i days left', (dueOn, at, days) => {
  expect(daysUntil(dueOn, Date.parse(at))).toBe(days);
});
