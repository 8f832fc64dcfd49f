// What a replay comes to in figures, and several replays as one: a month is read and judged in pieces.
import type { Difference, Replay } from './replay-queries.ts';

export interface ReplayCounts {
  readonly queries: number;
  readonly same: number;
  readonly newlyAllowed: number;
  readonly newlyRefused: number;
  /** Refused then and now, on other grounds. */
  readonly otherGrounds: number;
  readonly notJudged: number;
}

export function countReplay({ queries, differences }: Replay): ReplayCounts {
  const of = (kind: Kind) => differences.filter((difference) => kindOf(difference) === kind).length;
  return {
    queries,
    same: queries - differences.length,
    newlyAllowed: of('newly-allowed'),
    newlyRefused: of('newly-refused'),
    otherGrounds: of('other-grounds'),
    notJudged: of('not-judged'),
  };
}

type Kind = 'newly-allowed' | 'newly-refused' | 'other-grounds' | 'not-judged';

function kindOf({ recorded, now }: Difference): Kind {
  if (now.decision === 'not-judged') return 'not-judged';
  if (now.decision === 'allowed') return 'newly-allowed';
  return recorded.decision === 'allowed' ? 'newly-refused' : 'other-grounds';
}

export function joinReplays(replays: readonly Replay[]): Replay {
  return {
    queries: replays.reduce((sum, { queries }) => sum + queries, 0),
    differences: replays.flatMap(({ differences }) => differences),
  };
}
