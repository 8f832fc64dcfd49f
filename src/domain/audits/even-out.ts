// Improves an assignment step by step: moves a parcel from a fuller auditor to an emptier one, or swaps two, as long as that brings
// the two loads nearer to each other. Every step keeps both between what they were, so no maximum rises and no minimum falls,
// and lowers the sum of squares, so it ends.
import type { Parcel } from './parcel.ts';

export function loadsOf(parcels: readonly Parcel[], chosen: readonly number[], auditors: number): number[] {
  const loads = Array.from({ length: auditors }, () => 0);
  for (const [at, auditor] of chosen.entries()) loads[auditor] = (loads[auditor] ?? 0) + (parcels[at]?.weight ?? 0);
  return loads;
}

export function evenOut(parcels: readonly Parcel[], start: readonly number[], auditors: number): readonly number[] {
  const chosen = [...start];
  for (;;) {
    const exchange = findExchange(parcels, chosen, loadsOf(parcels, chosen, auditors));
    if (!exchange) return chosen;
    chosen[exchange.give] = exchange.to;
    if (exchange.take !== nothing) chosen[exchange.take] = exchange.from;
  }
}

interface Exchange {
  readonly from: number;
  readonly to: number;
  /** The parcel that moves from the fuller to the emptier, and the one that comes back or `nothing`. */
  readonly give: number;
  readonly take: number;
}

const nothing = -1;

function findExchange(parcels: readonly Parcel[], chosen: readonly number[], loads: readonly number[]): Exchange | undefined {
  for (const [from, fuller] of loads.entries()) {
    for (const [to, emptier] of loads.entries()) {
      if (fuller - emptier < 2) continue;
      const exchange = bestExchange(fuller - emptier, movable(parcels, chosen, from, to), movable(parcels, chosen, to, from));
      if (exchange) return { from, to, ...exchange };
    }
  }
  return undefined;
}

/** One parcel of each weight that is with the one and may go to the other. */
function movable(parcels: readonly Parcel[], chosen: readonly number[], from: number, to: number): Map<number, number> {
  const byWeight = new Map<number, number>();
  for (const [at, { weight, options }] of parcels.entries()) {
    if (chosen[at] === from && !byWeight.has(weight) && options.includes(to)) byWeight.set(weight, at);
  }
  return byWeight;
}

/** The exchange that comes nearest to halving the gap; only what ends inside the gap is an improvement. */
function bestExchange(gap: number, givable: ReadonlyMap<number, number>, takable: ReadonlyMap<number, number>) {
  let best: { readonly give: number; readonly take: number } | undefined;
  let distance = gap;
  for (const [given, give] of givable) {
    for (const [taken, take] of [[0, nothing] as const, ...takable]) {
      const miss = Math.abs(gap - 2 * (given - taken));
      if (miss >= distance) continue;
      best = { give, take };
      distance = miss;
    }
  }
  return best;
}
