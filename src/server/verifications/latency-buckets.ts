// How long answers took, as counts in buckets that grow by the root of two: sums over nodes and hours stay exact, and any percentile is
// known to within its bucket.

/** Upper bounds in milliseconds: 0.25, 0.35, 0.5 … 16,384; the last bucket has none. */
const bounds = Array.from({ length: 33 }, (_, step) => 0.25 * 2 ** (step / 2));

export const bucketCount = bounds.length + 1;

export function bucketOf(milliseconds: number): number {
  if (!(milliseconds > 0.25)) return 0;
  return Math.min(bucketCount - 1, Math.ceil(2 * Math.log2(milliseconds / 0.25)));
}

/** The upper bound of the bucket that the share falls into; null where nothing was counted. @param share 0 … 1 */
export function percentile(counts: readonly number[], share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let seen = 0;
  for (const [bucket, count] of counts.entries()) {
    seen += count;
    if (seen >= share * total && seen > 0) return round(bounds[bucket] ?? bounds.at(-1) ?? 0);
  }
  return round(bounds.at(-1) ?? 0);
}

function round(milliseconds: number): number {
  return Number(milliseconds.toPrecision(3));
}
