// How many rows of each finding, in the order of the marks.
import type { Finding } from '#contract';
import { findings } from '#domain/reports';
import { FindingChip } from './finding-chip.tsx';

export function FindingCounts({ counts }: { readonly counts: Readonly<Partial<Record<Finding, number>>> }) {
  return (
    <ul className="audits-counts">
      {findings.map((finding) => (
        <li key={finding}>
          <FindingChip finding={finding} /> {counts[finding] ?? 0}
        </li>
      ))}
    </ul>
  );
}
