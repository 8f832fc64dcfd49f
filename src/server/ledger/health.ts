// Whether records can be written now, and why not: for readiness and for operators.
import type { Keystore } from '#server/keys';
import type { LedgerHealth } from './ledger.ts';
import type { OpenLog } from './open-log.ts';

/** @param known what opening and sealing complained of last */
export function healthOf(keystore: Keystore, logs: readonly OpenLog[], known: readonly string[]): LedgerHealth {
  const checks = [
    () => keystore.assertUsable(),
    ...logs.map(
      ({ watch }) =>
        () =>
          watch.assertFresh(),
    ),
  ];
  const problems = [...known, ...checks.flatMap(complaintOf)];
  return { usable: problems.length === 0, problems, sealLagMs: Math.max(0, ...logs.map(({ watch }) => watch.lagMs())) };
}

function complaintOf(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
