// Looks for an assignment whose loads all lie between two bounds: depth first, the least loaded auditor first, remembering the
// states that led nowhere. It gives up after a fixed number of steps (never after a time: the same input must end the same way).
import type { Parcel } from './parcel.ts';

/** For each parcel the place of its auditor; undefined where there is no such assignment, or none was found within the steps. */
export function findWithin(
  parcels: readonly Parcel[],
  auditors: number,
  lowest: number,
  highest: number,
  maxSteps = 40_000,
): number[] | undefined {
  const loads = Array.from({ length: auditors }, () => 0);
  const chosen: number[] = [];
  const ahead = weightsAhead(parcels, auditors);
  const lightest = Math.min(...parcels.map(({ weight }) => weight));
  const twins = twinsOf(parcels, auditors);
  const deadEnds = new Set<string>();
  let steps = 0;

  const isHopeless = (at: number): boolean => {
    const { all, each } = ahead[at] ?? { all: 0, each: [] };
    let missing = 0;
    let room = 0;
    for (const [auditor, load] of loads.entries()) {
      const short = Math.max(0, lowest - load);
      if (short > (each[auditor] ?? 0)) return true;
      missing += short;
      if (highest - load >= lightest) room += highest - load;
    }
    return missing > all || room < all;
  };

  const place = (at: number): boolean => {
    const parcel = parcels[at];
    if (isHopeless(at)) return false;
    if (!parcel) return true;
    const state = `${at}:${twins
      .map((places) =>
        places
          .map((place) => loads[place])
          .toSorted()
          .join(),
      )
      .join(';')}`;
    if (deadEnds.has(state) || steps >= maxSteps) return false;
    steps += 1;
    const tried = new Set<string>();
    for (const auditor of parcel.options.toSorted((one, other) => (loads[one] ?? 0) - (loads[other] ?? 0))) {
      const load = loads[auditor] ?? 0;
      const kind = `${twins.findIndex((places) => places.includes(auditor))}:${load}`;
      if (load + parcel.weight > highest || tried.has(kind)) continue;
      tried.add(kind);
      loads[auditor] = load + parcel.weight;
      chosen[at] = auditor;
      if (place(at + 1)) return true;
      loads[auditor] = load;
    }
    deadEnds.add(state);
    return false;
  };
  return place(0) ? chosen : undefined;
}

/** What is still to be placed from each parcel on: altogether, and how much of it each auditor may take. */
function weightsAhead(parcels: readonly Parcel[], auditors: number): { readonly all: number; readonly each: readonly number[] }[] {
  let all = 0;
  let each: readonly number[] = Array.from({ length: auditors }, () => 0);
  const ahead = [{ all, each }];
  for (const { weight, options } of parcels.toReversed()) {
    all += weight;
    each = each.map((sum, auditor) => (options.includes(auditor) ? sum + weight : sum));
    ahead.push({ all, each });
  }
  return ahead.toReversed();
}

/** Groups of auditors who may take exactly the same parcels: which of them has which load makes no difference. */
function twinsOf(parcels: readonly Parcel[], auditors: number): number[][] {
  const groups = Map.groupBy(Array.from({ length: auditors }).keys(), (auditor) => {
    return parcels.map(({ options }) => Number(options.includes(auditor))).join('');
  });
  return [...groups.values()];
}
