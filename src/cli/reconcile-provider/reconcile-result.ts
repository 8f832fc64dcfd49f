// What a reconciliation prints: figures, and each record or call that stands on one side only, by its index. Nothing of whom it was about.
import { agrees } from '#domain/gateway';
import { toBase64Url, type JsonObject } from '#domain/kernel';
import { formatVkey } from '#domain/ledger';
import { exitCodes } from '../exit-codes.ts';
import type { FileResult } from '../print-file-result.ts';
import type { ComparedMonth } from './compare-month.ts';

export interface ReconciledMonth extends ComparedMonth {
  /** Of the record of this reconciliation; none where only files were compared. */
  readonly recordIndex?: number;
}

/** Exit code 0: both sides remember the same, 1: something stands on one side only. */
export function reconcileResult({ list, found, recordIndex }: ReconciledMonth): FileResult {
  const { matched, onlyOurs, onlyTheirs, differing } = found;
  const output: JsonObject = {
    month: list.month,
    origin: list.origin,
    provider: formatVkey(list.key),
    matched,
    onlyOurs,
    onlyTheirs: onlyTheirs.map(({ index, leafHash, atMs }) => ({ index, leaf: toBase64Url(leafHash), at: new Date(atMs).toISOString() })),
    differing: differing.map(({ index, ours, theirs }) => ({ index, ours: toBase64Url(ours), theirs: toBase64Url(theirs) })),
    recordIndex: recordIndex ?? null,
  };
  const text = [
    `${list.origin} ${list.month}: ${matched} calls match their records`,
    ...onlyOurs.map((index) => `  ${index}: recorded here, and no call followed`),
    ...onlyTheirs.map(({ index, atMs }) => `  ${index}: served at ${new Date(atMs).toISOString()}, and NOT RECORDED here`),
    ...differing.map(({ index }) => `  ${index}: served for ANOTHER RECORD than stands here`),
  ];
  return { exitCode: agrees(found) ? exitCodes.done : exitCodes.no, output, text: text.join('\n') };
}
