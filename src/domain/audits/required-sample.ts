// How many rows of a closed list must be audited (NW-5.2, NV-5.1): the rate rounded up, at least the minimum, and all of a list
// that has fewer rows than the minimum.
import type { SamplingRule } from '#domain/regulations';

/** @param population the list's rows; exact up to 2^53 / 100 */
export function requiredSample(rule: Pick<SamplingRule, 'ratePercent' | 'minimumRows'>, population: number): number {
  if (!Number.isInteger(population) || population < 0 || !Number.isSafeInteger(population * 100))
    throw new RangeError('a population is a number of rows');
  return Math.min(population, Math.max(rule.minimumRows, Math.ceil((population * rule.ratePercent) / 100)));
}
