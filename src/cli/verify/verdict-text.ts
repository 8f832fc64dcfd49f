// A verification in one line, for people.
import type { VerifyReport } from './verify-report.ts';

export function verdictText({ intact, size, rootHash, evidence, index, firstWrong }: VerifyReport): string {
  if (!intact) return `NOT INTACT: ${firstWrong?.place}: ${firstWrong?.what}`;
  const tree = `${size} entries, root ${rootHash}`;
  if (evidence) {
    const { programme, month, rows, start, end } = evidence;
    return `intact: the list of ${programme} for ${month} is complete: ${rows} rows, entries ${start} to ${end - 1} of ${tree}`;
  }
  if (index === undefined) return `intact: ${tree}`;
  return size === undefined ? `receipt of entry ${index}, signed` : `intact: entry ${index} of ${tree}`;
}
