// Whether records can be written now, and why not: for readiness and for operators.
import type { Keystore } from '#server/keys';
import type { LedgerHealth } from './ledger.ts';
import { keyOf, problemOf, type LogProblem } from './log-problem.ts';
import type { OpenLog } from './open-log.ts';

/** @param known what opening and sealing complained of last */
export function healthOf(keystore: Keystore, logs: readonly OpenLog[], known: readonly LogProblem[]): LedgerHealth {
  const checks: [programme: string, check: () => void][] = [
    ['', () => keystore.assertUsable()],
    ...logs.map(({ programme, watch }): [string, () => void] => [programme, () => watch.assertFresh()]),
    ...logs.map(({ programme, witnesses }): [string, () => void] => [programme, () => witnesses?.assertInTime()]),
  ];
  const stopping = [...known, ...checks.flatMap(([programme, check]) => complaintOf(programme, check))];
  const warnings = logs.flatMap(({ programme, witnesses }) => (witnesses?.warning ? [problemOf(programme, witnesses.warning)] : []));
  // Opening, sealing and watching may each notice the same.
  const problems = [...new Map([...warnings, ...stopping].map((problem) => [keyOf(problem), problem])).values()];
  return { usable: stopping.length === 0, problems, sealLagMs: Math.max(0, ...logs.map(({ watch }) => watch.lagMs())) };
}

function complaintOf(programme: string, check: () => void): LogProblem[] {
  try {
    check();
    return [];
  } catch (error) {
    return [problemOf(programme, error)];
  }
}
