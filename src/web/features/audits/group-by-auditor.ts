// The rows of a sample by who audits them, in the order of the list; rows that nobody may audit come last.
import type { SampleRow } from '#contract';

export interface AuditorRows {
  /** The account; null: nobody may audit these. */
  readonly auditor: string | null;
  readonly name: string | null;
  readonly rows: readonly SampleRow[];
}

export function groupByAuditor(rows: readonly SampleRow[]): AuditorRows[] {
  const groups = Map.groupBy(rows, ({ auditor }) => auditor);
  return [...groups]
    .map(([auditor, own]) => ({ auditor, name: own[0]?.auditorName ?? null, rows: own }))
    .toSorted((one, other) => Number(one.auditor === null) - Number(other.auditor === null));
}
