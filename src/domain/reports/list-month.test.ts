import { expect, test } from 'vitest';
import { listDueOn, monthAfter, rocPeriod } from './list-month.ts';

test.each([
  ['2026-10', '2026-11', '2026-11-30'],
  ['2026-12', '2027-01', '2027-01-31'],
  ['2026-01', '2026-02', '2026-02-28'],
  ['2028-01', '2028-02', '2028-02-29'],
])('the list of %s is due at the end of %s: %s (NW-5.2)', (month, after, due) => {
  expect([monthAfter(month), listDueOn(month)]).toEqual([after, due]);
});

test('a period is written in years of the Republic, to its last day', () => {
  expect(rocPeriod('2026-10')).toBe('中華民國115年10月份（115/10/01 至 115/10/31）');
  expect(rocPeriod('2028-02')).toBe('中華民國117年2月份（117/02/01 至 117/02/29）');
});
