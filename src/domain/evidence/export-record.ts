// The record of the export itself: it stands in the log before the pack is handed out and names the manifest, and so every file.
// The file holds its leaf and, below, what the leaf commits to.
import { toBase64, utf8, type JsonObject } from '#domain/kernel';
import { parseLeaf, type Sha256 } from '#domain/ledger';
import { EvidenceFault, readAt } from './evidence-fault.ts';
import { openRecords } from './open-records.ts';
import { parseOpening } from './opening.ts';
import { packFiles } from './pack-files.ts';

export interface ExportFacts {
  readonly month: string;
  readonly rows: number;
  readonly subjects: boolean;
  /** SHA-256 of the manifest. */
  readonly manifest: Uint8Array;
}

export interface ExportRecord {
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly month: string;
  /** base64 */
  readonly manifest: string;
}

export function exportEnvelope({ month, rows, subjects, manifest }: ExportFacts): JsonObject {
  return { operation: 'evidence-export', month, rows, subjects, manifest: toBase64(manifest) };
}

/** @throws EvidenceFault */
export function readExportRecord(text: string, sha256: Sha256): ExportRecord {
  const file = packFiles.exportRecord;
  const [leafLine = '', ...lines] = text.split('\n');
  if (lines.pop() !== '') throw new EvidenceFault(file, 'malformed');
  const leaf = readAt(`${file} line 1`, () => utf8(leafLine));
  const parsed = readAt(`${file} line 1`, () => parseLeaf(leaf));
  const openings = lines.map((line, at) => {
    const place = `${file} line ${at + 2}`;
    return parseOpening(
      readAt(place, () => utf8(line)),
      place,
    );
  });
  const [record, ...others] = openRecords(openings, { file, letters: ['A', 'B', 'C'], leafAt: () => parsed, sha256 });
  const { month, manifest } = record?.envelope ?? {};
  if (parsed.type !== 'export' || others.length > 0 || typeof month !== 'string' || typeof manifest !== 'string')
    throw new EvidenceFault(file, 'malformed');
  return { index: record?.index ?? 0, leaf, month, manifest };
}
