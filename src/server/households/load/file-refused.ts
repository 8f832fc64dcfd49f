// Why a file is not imported: a closed code with the clause that asks for what is missing (NV-4.1.1: the data's integrity is checked;
// NV-4.1.3: it comes encrypted from the civil affairs department). What is wrong is told by place, never by value.
import type { BadRow } from './copy-rows.ts';
import type { StructureCode } from './csv-format.ts';

export const fileCodes = {
  'manifest-malformed': 'NV-4.1.1',
  'sender-unknown': 'NV-4.1.3',
  'signature-malformed': 'NV-4.1.3',
  'signature-false': 'NV-4.1.3',
  'imported-before': 'NV-4.1.1',
  'period-older': 'NV-4.1.1',
  'as-of-in-future': 'NV-4.1.1',
  'too-large': 'NV-4.1.1',
  'key-changed': 'NV-4.1.3',
  'file-missing': 'NV-4.1.1',
  'recipient-wrong': 'NV-4.1.3',
  'ciphertext-damaged': 'NV-4.1.3',
  'bytes-differ': 'NV-4.1.1',
  'sha256-differs': 'NV-4.1.1',
  'rows-differ': 'NV-4.1.1',
  'encoding-differs': 'NV-4.1.1',
  'header-differs': 'NV-4.1.1',
  'quote-misplaced': 'NV-4.1.1',
  'quote-unclosed': 'NV-4.1.1',
  'record-too-long': 'NV-4.1.1',
  'too-many-bad-rows': 'NV-4.1.1',
  'loading-failed': 'NV-4.1.1',
  discarded: 'NV-4.1.1',
  abandoned: 'NV-4.4',
} as const satisfies Readonly<Record<StructureCode, string>> & Readonly<Record<string, string>>;

export type FileCode = keyof typeof fileCodes;

export interface FileRefusal {
  readonly code: FileCode;
  readonly clause: string;
  /** Of the manifest, or the column's number. */
  readonly field?: string;
  /** What is wrong with that field. */
  readonly fieldCode?: string;
  /** Of the records after the header, counted from 1. */
  readonly row?: number;
}

export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly refusal: FileRefusal;
  /** Those that were met before. */
  readonly badRows: readonly BadRow[];

  constructor(code: FileCode, place: Omit<FileRefusal, 'code' | 'clause'> = {}, badRows: readonly BadRow[] = []) {
    super(code);
    this.refusal = refusalOf(code, place);
    this.badRows = badRows;
  }
}

export function refusalOf(code: FileCode, place: Omit<FileRefusal, 'code' | 'clause'> = {}): FileRefusal {
  return { code, clause: fileCodes[code], ...place };
}
