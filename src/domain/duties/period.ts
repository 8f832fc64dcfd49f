// The periods that duties come round in: calendar months, quarters, half-years, years and the weeks of ISO 8601. Periods of a kind are
// numbered in a row, days are counts of days (kernel), so that everything about them is whole-number arithmetic.
import { calendarDayAt, dayCount, daysInMonth } from '#domain/kernel';
import type { DutyPeriod } from '#domain/regulations';

const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const satisfies Record<Exclude<DutyPeriod, 'week'>, number>;

/** The number of the period that the day lies in. */
export function periodAt(per: DutyPeriod, day: number): number {
  if (per === 'week') return Math.floor(day / 7);
  return Math.floor(monthAt(day) / monthsIn[per]);
}

export function firstDayOf(per: DutyPeriod, period: number): number {
  return per === 'week' ? period * 7 : dayInMonth(period * monthsIn[per], 1);
}

export function lastDayOf(per: DutyPeriod, period: number): number {
  return firstDayOf(per, period + 1) - 1;
}

/** `2026-W05`, `2026-01`, `2026-Q1`, `2026-H1`, `2026` */
export function labelOf(per: DutyPeriod, period: number): string {
  if (per === 'week') return weekLabel(period);
  const month = period * monthsIn[per];
  const year = fourDigits(Math.floor(month / 12));
  const within = period % (12 / monthsIn[per]);
  switch (per) {
    case 'month':
      return `${year}-${twoDigits(within + 1)}`;
    case 'quarter':
      return `${year}-Q${within + 1}`;
    case 'half-year':
      return `${year}-H${within + 1}`;
    case 'year':
      return year;
  }
}

/** A week belongs to the year of its Thursday (ISO 8601). */
function weekLabel(period: number): string {
  const thursday = period * 7 + 3;
  const { year } = calendarDayAt(thursday);
  const week = Math.floor((thursday - dayCount({ year, month: 1, day: 1 })) / 7) + 1;
  return `${fourDigits(year)}-W${twoDigits(week)}`;
}

/** Months are numbered from January of the year 0. */
export function monthAt(day: number): number {
  const { year, month } = calendarDayAt(day);
  return year * 12 + month - 1;
}

/** That day of a month, its last day where it is shorter. */
export function dayInMonth(monthNumber: number, day: number): number {
  const year = Math.floor(monthNumber / 12);
  const month = (monthNumber % 12) + 1;
  return dayCount({ year, month, day: Math.min(day, daysInMonth(year, month)) });
}

function fourDigits(value: number): string {
  return String(value).padStart(4, '0');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
