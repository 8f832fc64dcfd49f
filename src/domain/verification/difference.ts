// How two snapshots differ, in numbers alone: what the responsible person sees before a new one serves (NV-4.1.1). A file may be whole by its
// manifest and still be half a county: a difference out of proportion waits for a person's word instead of being switched in by itself.

export interface Difference {
  /** In the new snapshot and not in the old. */
  readonly came: number;
  readonly went: number;
  /** In both, with other flags, another name or another birth date. */
  readonly changed: number;
  readonly same: number;
}

/** A month moves well under one person in a hundred; a township left out is more than two. */
export const ordinaryDifference = { wentPerThousand: 20, changedPerThousand: 50, fewest: 50 } as const;

export type DifferenceVerdict = 'first' | 'ordinary' | 'out-of-proportion';

/** Those who came are no danger: nobody loses an answer by them. */
export function judgeDifference({ went, changed, same }: Difference, limits = ordinaryDifference): DifferenceVerdict {
  const before = went + changed + same;
  if (before === 0) return 'first';
  const exceeds = (count: number, perThousand: number) => count > limits.fewest && count * 1_000 > before * perThousand;
  return exceeds(went, limits.wentPerThousand) || exceeds(changed, limits.changedPerThousand) ? 'out-of-proportion' : 'ordinary';
}
