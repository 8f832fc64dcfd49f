// The monthly reconciliation of our log with the provider's memory: a Merkle log proves that nothing logged was changed, and not that
// everything was logged. The provider is the second observer, so an omission becomes visible here (NW-5.3).
import { equalBytes, monthInTaipei } from '#domain/kernel';
import type { ServedCall } from './served-list.ts';

/** A record of ours that a call was about to follow. */
export interface Intent {
  readonly index: number;
  readonly leafHash: Uint8Array;
  /** `2026-10`, as its leaf says. */
  readonly month: string;
}

export interface Reconciliation {
  /** Intents of the month, each followed by its call. */
  readonly matched: number;
  /** Indexes of the month's intents that no call followed: the provider was away, or we stopped before we asked. */
  readonly onlyOurs: readonly number[];
  /** Calls of the month that no intent of ours stands before: answers without a record. */
  readonly onlyTheirs: readonly ServedCall[];
  /** One index, two leaves. */
  readonly differing: readonly { readonly index: number; readonly ours: Uint8Array; readonly theirs: Uint8Array }[];
}

/**
 * An intent belongs to the month of its leaf, a call to the month in which the provider took it; about midnight they may differ.
 * @param ours intents of all months, so that a call just after midnight finds the intent before it
 * @param theirs the month's calls, and the next month's where it is known, so that an intent just before midnight finds its call
 */
export function reconcileServed(month: string, ours: Iterable<Intent>, theirs: readonly ServedCall[]): Reconciliation {
  const unclaimed = new Map(theirs.map((call) => [call.index, call]));
  const onlyOurs: number[] = [];
  const differing: { index: number; ours: Uint8Array; theirs: Uint8Array }[] = [];
  let matched = 0;
  for (const { index, leafHash, month: intentMonth } of ours) {
    const call = unclaimed.get(index);
    unclaimed.delete(index);
    if (call && !equalBytes(call.leafHash, leafHash)) {
      if (intentMonth === month || isOf(month, call)) differing.push({ index, ours: leafHash, theirs: call.leafHash });
    } else if (intentMonth === month) {
      if (call) matched += 1;
      else onlyOurs.push(index);
    }
  }
  return { matched, onlyOurs, onlyTheirs: [...unclaimed.values()].filter((call) => isOf(month, call)), differing };
}

/** Both sides remember the same. */
export function agrees({ onlyOurs, onlyTheirs, differing }: Reconciliation): boolean {
  return onlyOurs.length + onlyTheirs.length + differing.length === 0;
}

function isOf(month: string, { atMs }: ServedCall): boolean {
  return monthInTaipei(atMs) === month;
}
