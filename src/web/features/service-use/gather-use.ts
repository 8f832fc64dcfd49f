// One service's hours, as the wire has them, made into what a page shows: the periods of a plot, and totals by service and by claim.
// Percentiles of several hours can't be had from the hours' own: the median is weighted by answers, of the slow ones the slowest is taken.
import type { VerificationUse } from '#contract';
import { addDays, formatRocDate, isoDate, isoDateOf, parseDate, taipeiDateTime, type IsoDate } from '#domain/kernel';

export const spans = ['today', 'week', 'month'] as const;
export type Span = (typeof spans)[number];
const daysIn: Readonly<Record<Span, number>> = { today: 1, week: 7, month: 30 };

export interface Amounts {
  readonly answered: number;
  readonly refused: number;
  /** Milliseconds; null: nothing was answered. */
  readonly median: number | null;
  readonly slow: number | null;
}

export interface Period extends Amounts {
  readonly id: string;
  readonly day: IsoDate;
  /** Null: the whole day. */
  readonly hour: number | null;
}

export interface ServiceAmounts extends Amounts {
  /** Empty: by hand. */
  readonly service: string;
  /** Verifications in each period. */
  readonly trend: readonly number[];
}

export interface ClaimAmounts {
  readonly claim: string;
  readonly count: number;
  readonly trend: readonly number[];
}

/** Both days are part of it. */
export function daysOf(span: Span, nowMs: number): { from: IsoDate; until: IsoDate } {
  const until = isoDateOf(isoDate(taipeiDateTime(nowMs)));
  return { from: addDays(until, 1 - daysIn[span]), until };
}

/** Hours of today, days of the others: every one of them, whether or not anything happened in it. */
export function periodsOf(rows: readonly VerificationUse[], span: Span, nowMs: number): Period[] {
  const { from } = daysOf(span, nowMs);
  const slots =
    span === 'today'
      ? Array.from({ length: 24 }, (_, hour) => ({ day: from, hour }))
      : Array.from({ length: daysIn[span] }, (_, place) => ({ day: addDays(from, place), hour: null }));
  const byPeriod = Map.groupBy(rows, (row) => periodOf(row, span));
  return slots.map((slot) => {
    const id = idOf(slot);
    return { id, ...slot, ...amountsOf(byPeriod.get(id) ?? []) };
  });
}

export function amountsOf(rows: readonly VerificationUse[]): Amounts {
  const slowest = rows.flatMap(({ p95 }) => (p95 === null ? [] : [p95]));
  return {
    answered: rows.reduce((sum, row) => sum + row.answered, 0),
    refused: rows.reduce((sum, row) => sum + row.refused, 0),
    median: weightedMedian(rows),
    slow: slowest.length === 0 ? null : Math.max(...slowest),
  };
}

/** The busiest first; by hand last. */
export function servicesOf(rows: readonly VerificationUse[], span: Span, periods: readonly Period[]): ServiceAmounts[] {
  return [...Map.groupBy(rows, ({ service }) => service)]
    .map(([service, own]) => ({ service, ...amountsOf(own), trend: trendOf(own, span, periods, verificationsIn) }))
    .toSorted((a, b) => Number(a.service === '') - Number(b.service === '') || b.answered + b.refused - a.answered - a.refused);
}

/** The most asked first. */
export function claimsOf(rows: readonly VerificationUse[], span: Span, periods: readonly Period[]): ClaimAmounts[] {
  const claims = new Set(rows.flatMap((row) => Object.keys(row.claims)));
  return [...claims]
    .map((claim) => {
      const trend = trendOf(rows, span, periods, (row) => row.claims[claim] ?? 0);
      return { claim, count: trend.reduce((sum, count) => sum + count, 0), trend };
    })
    .toSorted((a, b) => b.count - a.count);
}

/** `11/20`, or the hour, for the axis of a plot. */
export function shortName({ day, hour }: Period): string {
  return hour === null ? `${Number(day.slice(5, 7))}/${Number(day.slice(8))}` : String(hour);
}

/** `115/11/20` */
export function dayName({ day }: Pick<Period, 'day'>): string {
  const parsed = parseDate(day);
  return parsed ? formatRocDate(parsed) : day;
}

function trendOf(
  rows: readonly VerificationUse[],
  span: Span,
  periods: readonly Period[],
  count: (row: VerificationUse) => number,
): number[] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const id = periodOf(row, span);
    sums.set(id, (sums.get(id) ?? 0) + count(row));
  }
  return periods.map(({ id }) => sums.get(id) ?? 0);
}

function verificationsIn({ answered, refused }: VerificationUse): number {
  return answered + refused;
}

function periodOf({ hour }: VerificationUse, span: Span): string {
  const at = taipeiDateTime(Date.parse(hour));
  return idOf({ day: isoDateOf(isoDate(at)), hour: span === 'today' ? at.hour : null });
}

function idOf({ day, hour }: Pick<Period, 'day' | 'hour'>): string {
  return hour === null ? day : `${day} ${hour}`;
}

function weightedMedian(rows: readonly VerificationUse[]): number | null {
  const known = rows
    .flatMap(({ p50, answered }) => (p50 === null || answered === 0 ? [] : [{ p50, answered }]))
    .toSorted((a, b) => a.p50 - b.p50);
  const half = known.reduce((sum, { answered }) => sum + answered, 0) / 2;
  let seen = 0;
  for (const { p50, answered } of known) {
    seen += answered;
    if (seen >= half) return p50;
  }
  return null;
}
