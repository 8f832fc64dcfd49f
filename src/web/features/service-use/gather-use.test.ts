import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { VerificationUse } from '#contract';
import { amountsOf, claimsOf, daysOf, periodsOf, servicesOf, shortName, type Span } from './gather-use.ts';

/** 115/11/28 09:30 in Taipei. */
const nowMs = Date.parse('2026-11-28T01:30:00Z');

function hour(at: string, changes: Partial<VerificationUse> = {}): VerificationUse {
  return { service: 'a', hour: at, answered: 10, refused: 0, p50: 2, p95: 8, claims: { 'county-resident': 10 }, ...changes };
}

test('days are those of Taipei, today among them', () => {
  expect(daysOf('today', nowMs)).toEqual({ from: '2026-11-28', until: '2026-11-28' });
  expect(daysOf('week', nowMs)).toEqual({ from: '2026-11-22', until: '2026-11-28' });
  expect(daysOf('month', Date.parse('2026-11-28T16:00:00Z'))).toEqual({ from: '2026-10-31', until: '2026-11-29' });
});

test('an hour belongs to its day in Taipei', () => {
  const periods = periodsOf([hour('2026-11-26T16:00:00Z'), hour('2026-11-27T15:00:00Z', { answered: 5 })], 'week', nowMs);
  expect(periods.map(({ answered }) => answered)).toEqual([0, 0, 0, 0, 0, 15, 0]);
  expect(periods.map(shortName)).toEqual(['11/22', '11/23', '11/24', '11/25', '11/26', '11/27', '11/28']);
});

test('today is shown by the hour, from midnight to midnight', () => {
  const periods = periodsOf([hour('2026-11-27T16:00:00Z'), hour('2026-11-28T00:00:00Z')], 'today', nowMs);
  expect(periods).toHaveLength(24);
  expect(periods.flatMap(({ hour: at, answered }) => (answered > 0 ? [at] : []))).toEqual([0, 8]);
});

test('the median is weighted by answers, the slow end is the slowest, and where nothing was answered there is neither', () => {
  const rows = [
    hour('2026-11-28T00:00:00Z', { answered: 1, p50: 900, p95: 950 }),
    hour('2026-11-28T01:00:00Z', { answered: 99, p50: 3, p95: 9 }),
  ];
  expect(amountsOf(rows)).toEqual({ answered: 100, refused: 0, median: 3, slow: 950 });
  expect(amountsOf([hour('2026-11-28T00:00:00Z', { answered: 0, refused: 4, p50: null, p95: null })])).toEqual({
    answered: 0,
    refused: 4,
    median: null,
    slow: null,
  });
});

test('services come busiest first, by hand last, each with its own trend', () => {
  const rows = [
    hour('2026-11-28T00:00:00Z', { service: '', answered: 500 }),
    hour('2026-11-28T00:00:00Z'),
    hour('2026-11-28T01:00:00Z', { service: 'b', answered: 70 }),
  ];
  const found = servicesOf(rows, 'today', periodsOf(rows, 'today', nowMs));
  expect(found.map(({ service }) => service)).toEqual(['b', 'a', '']);
  expect(found[0]?.trend.flatMap((count, at) => (count > 0 ? [[at, count]] : []))).toEqual([[9, 70]]);
});

test('nothing is lost or counted twice, however it is gathered', () => {
  const start = Date.parse('2026-11-27T16:00:00Z');
  const row = fc
    .record({
      at: fc.integer({ min: 0, max: 23 }),
      service: fc.constantFrom('', 'a', 'b'),
      answered: fc.nat(999),
      refused: fc.nat(99),
      asked: fc.nat(999),
    })
    .map(({ at, service, answered, refused, asked }) =>
      hour(new Date(start + at * 3_600_000).toISOString(), { service, answered, refused, claims: { disability: asked } }),
    );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.constantFrom<Span>('today', 'week', 'month'), (rows, span) => {
      const all = rows.reduce((sum, { answered, refused }) => sum + answered + refused, 0);
      const periods = periodsOf(rows, span, nowMs);
      const of = (amounts: readonly { answered: number; refused: number }[]) =>
        amounts.reduce((sum, { answered, refused }) => sum + answered + refused, 0);
      expect(of(periods)).toBe(all);
      expect(of(servicesOf(rows, span, periods))).toBe(all);
      const asked = rows.reduce((sum, { claims }) => sum + (claims['disability'] ?? 0), 0);
      expect(claimsOf(rows, span, periods).reduce((sum, { count }) => sum + count, 0)).toBe(asked);
    }),
  );
});
