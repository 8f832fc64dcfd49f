import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketCount, bucketOf, percentile } from './latency-buckets.ts';

test('a percentile lies at most a bucket above the value itself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.3, max: 10_000, noNaN: true }), { minLength: 1 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (times, share) => {
        const counts = Array.from({ length: bucketCount }, () => 0);
        for (const time of times) counts[bucketOf(time)] = (counts[bucketOf(time)] ?? 0) + 1;
        const sorted = times.toSorted((one, other) => one - other);
        const exact = sorted[Math.max(0, Math.ceil(share * times.length) - 1)] ?? 0;
        const found = percentile(counts, share) ?? 0;
        expect(found).toBeGreaterThanOrEqual(exact * 0.99);
        expect(found).toBeLessThanOrEqual(exact * Math.SQRT2 * 1.01);
      },
    ),
  );
});

test('of nothing there is none; the extremes have buckets', () => {
  expect(percentile([], 0.5)).toBeNull();
  expect([bucketOf(0), bucketOf(-1), bucketOf(Number.NaN), bucketOf(1e9)]).toEqual([0, 0, 0, bucketCount - 1]);
});
