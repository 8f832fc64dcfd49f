// The month a list is of, in the words and dates the office uses. A month's list is due on the last day of the month
// after (NW-5.2: 每月列印查詢紀錄單). Months are written `2026-10`; the edge has checked their form.
import { daysInMonth, formatRocDate, isoDate, type CalendarDay } from '#domain/kernel';

export function monthAfter(month: string): string {
  const { year, month: number } = firstDayOf(month);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** When the list of a month is due, as `2026-11-30`. */
export function listDueOn(month: string): string {
  return isoDate(lastDayOf(monthAfter(month)));
}

/** `中華民國115年10月份（115/10/01 至 115/10/31）` */
export function rocPeriod(month: string): string {
  const first = firstDayOf(month);
  return `中華民國${first.year - 1911}年${first.month}月份（${formatRocDate(first)} 至 ${formatRocDate(lastDayOf(month))}）`;
}

function firstDayOf(month: string): CalendarDay {
  return { year: Number(month.slice(0, 4)), month: Number(month.slice(5, 7)), day: 1 };
}

function lastDayOf(month: string): CalendarDay {
  const first = firstDayOf(month);
  return { ...first, day: daysInMonth(first.year, first.month) };
}
