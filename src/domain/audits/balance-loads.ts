// Spreads parcels of rows over auditors, each parcel to one of those who may take it: the largest load as small as it can be,
// then the smallest as large as it can be. The problem is NP-hard, so it is exact for the sizes of an office (a search with a
// limit of steps) and very near for larger ones (largest parcel first to the least loaded, then moves and swaps while they even out).
import { evenOut, loadsOf } from './even-out.ts';
import { findWithin } from './find-within.ts';
import type { Parcel } from './parcel.ts';

/** For each parcel, the place of its auditor. Fixed by the parcels and their order. */
export function balanceLoads(parcels: readonly Parcel[], auditors: number): readonly number[] {
  const inOrder = [...parcels.entries()].toSorted(([, one], [, other]) => heavyFirst(one, other));
  const chosen = choose(
    inOrder.map(([, parcel]) => parcel),
    auditors,
  );
  const result: number[] = [];
  for (const [place, [at]] of inOrder.entries()) result[at] = chosen[place] ?? -1;
  return result;
}

/** Among equals those with fewer choices come first: what is left for last is easy to place. */
function heavyFirst(one: Parcel, other: Parcel): number {
  return other.weight - one.weight || one.options.length - other.options.length;
}

const maxSearchedParcels = 2000;

function choose(parcels: readonly Parcel[], auditors: number): readonly number[] {
  let best = evenOut(parcels, heaviestToLeastLoaded(parcels), auditors);
  const [heaviest] = parcels;
  if (!heaviest || parcels.length > maxSearchedParcels) return best;

  const improves = (lowest: number, highest: number): boolean => {
    const found = findWithin(parcels, auditors, lowest, highest);
    if (found) best = evenOut(parcels, found, auditors);
    return found !== undefined;
  };
  const highest = () => Math.max(...loadsOf(parcels, best, auditors));
  const lowest = () => Math.min(...loadsOf(parcels, best, auditors));
  const average = parcels.reduce((sum, { weight }) => sum + weight, 0) / auditors;

  let least = Math.max(Math.ceil(average), heaviest.weight); // tried first, since it is mostly possible; then halving
  for (let tried = least; least < highest(); tried = middle(least, highest() - 1)) if (!improves(0, tried)) least = tried + 1;

  let most = Math.floor(average);
  for (let tried = most; lowest() < most; tried = middle(lowest() + 1, most)) if (!improves(tried, highest())) most = tried - 1;
  return best;
}

function middle(from: number, to: number): number {
  return Math.floor((from + to) / 2);
}

function heaviestToLeastLoaded(parcels: readonly Parcel[]): number[] {
  const loads: number[] = [];
  return parcels.map(({ weight, options }) => {
    const [first = 0, ...others] = options;
    const least = others.reduce((best, each) => ((loads[each] ?? 0) < (loads[best] ?? 0) ? each : best), first);
    loads[least] = (loads[least] ?? 0) + weight;
    return least;
  });
}
