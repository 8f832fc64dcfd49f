// What a replay prints: figures, and each query that would come out otherwise, by its record, time and account. Nothing of whom it was about.
import { formatRocDateTime } from '#domain/kernel';
import { countReplay, type Difference, type Replay, type VerdictAgain } from '#domain/replay';
import { exitCodes } from '../exit-codes.ts';
import type { FileResult } from '../print-file-result.ts';

export interface ReplayCall {
  readonly programme: string;
  readonly month: string;
  /** Id of the regulation that judged. */
  readonly regulation: string;
}

/** Exit code 0: nothing differs, 1: something does. */
export function replayResult(call: ReplayCall, replay: Replay): FileResult {
  const counts = countReplay(replay);
  const differences = replay.differences.map(({ index, atMs, login, recorded, now }) => ({
    index,
    at: new Date(atMs).toISOString(),
    account: login,
    recorded: asJson(recorded),
    now: asJson(now),
  }));
  return {
    exitCode: replay.differences.length === 0 ? exitCodes.done : exitCodes.no,
    output: { ...call, ...counts, differences },
    text: [
      `${call.programme} ${call.month} by ${call.regulation}: ${counts.queries} queries, ${counts.same} as recorded`,
      `newly refused ${counts.newlyRefused}, newly allowed ${counts.newlyAllowed}, on other grounds ${counts.otherGrounds}, not judged ${counts.notJudged}`,
      ...replay.differences.map(asLine),
    ].join('\n'),
  };
}

function asJson(verdict: VerdictAgain) {
  if (verdict.decision === 'not-judged') return { ...verdict };
  const refusals = verdict.decision === 'refused' ? verdict.refusals : [];
  return { decision: verdict.decision, refusals: refusals.map(({ clause, code }) => ({ clause, code })) };
}

function asLine({ index, atMs, login, recorded, now }: Difference): string {
  return `  ${index}  ${formatRocDateTime(atMs)}  ${login}: ${inWords(recorded)} → ${inWords(now)}`;
}

function inWords(verdict: VerdictAgain): string {
  switch (verdict.decision) {
    case 'allowed':
      return 'allowed';
    case 'refused':
      return `refused (${verdict.refusals.map(({ clause, code }) => `${clause} ${code}`).join(', ')})`;
    case 'not-judged':
      return `not judged (${verdict.because})`;
  }
}
