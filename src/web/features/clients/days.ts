// Calendar days of Taipei as these pages show them: days left, days since, in years of the Republic.
import { formatRocDate, isoDateOf, parseDate, taipeiDateTime, isoDate, type IsoDate } from '#domain/kernel';

const dayMs = 86_400_000;

export function todayInTaipei(nowMs: number): IsoDate {
  return isoDateOf(isoDate(taipeiDateTime(nowMs)));
}

/** From one day to the other: 0 on the same day, negative backwards. */
export function daysBetween(from: string, until: string): number {
  return (Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;
}

/** `2026-11-22` as `115/11/22`. */
export function rocDay(day: string): string {
  const read = parseDate(day);
  return read ? formatRocDate(read) : day;
}

export type PeriodState = 'not-yet' | 'running' | 'last-day' | 'over';

export interface UsePeriod {
  readonly state: PeriodState;
  /** With today; 0 when it is over. */
  readonly daysLeft: number;
  /** Of the whole period, 0 to 100. */
  readonly usedPercent: number;
}

/** @param from and `until` are both inclusive */
export function judgePeriod(from: string, until: string, today: string): UsePeriod {
  const whole = daysBetween(from, until) + 1;
  const used = Math.min(Math.max(daysBetween(from, today), 0), whole);
  const usedPercent = Math.round((used / whole) * 100);
  const daysLeft = Math.max(daysBetween(today, until), 0);
  if (today < from) return { state: 'not-yet', daysLeft, usedPercent };
  if (today > until) return { state: 'over', daysLeft: 0, usedPercent: 100 };
  return { state: today === until ? 'last-day' : 'running', daysLeft, usedPercent };
}
