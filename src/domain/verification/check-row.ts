// One record of a household file or status list, checked and brought into the form that is digested (NV-4.1.1). A row that is wrong is told
// by code and column, never by what it holds. A wrong check digit is counted and never blocks: numbers given in error are in lawful use.
// An import checks millions of rows against the time of a bare COPY, so plain half-width input is read by character codes, without
// patterns and without intermediate texts; whatever isn't plain takes the general readers, and the tests hold the two to one answer.
import { checkNationalId, normaliseNationalId, type IsoDate } from '#domain/kernel';
import { parseBirthDate, type BirthDateCode } from './birth-date.ts';
import { flagBits } from './claims.ts';
import { requiredColumns, type FileKind, type FileManifest } from './file-manifest.ts';
import { normaliseName } from './normalise-name.ts';

/** Where the required columns stand in each record; −1: the file's kind has no such column. */
export interface RowLayout {
  readonly kind: FileKind;
  readonly columns: number;
  readonly id: number;
  readonly name: number;
  readonly birthDate: number;
  readonly indigenous: number;
  /** The day the file shows: nobody in it is born later. */
  readonly asOf: IsoDate;
}

export type ReadLayout =
  | { readonly kind: 'layout'; readonly layout: RowLayout }
  /** The CSV's header is not the manifest's `columns`; `column` counts from 1. */
  | { readonly kind: 'fault'; readonly code: 'header-differs'; readonly column: number };

export type RowCode =
  | 'ragged'
  | 'too-long'
  | 'id-missing'
  | 'id-malformed'
  | 'name-missing'
  | 'name-malformed'
  | BirthDateCode
  | 'birth-date-after-as-of'
  | 'indigenous-unknown';

export type RowField = (typeof requiredColumns.household)[number];

export type RowFault = { readonly kind: 'fault'; readonly code: RowCode; /** '' is the whole row. */ readonly field: RowField | '' };

export interface CheckedRow {
  readonly kind: 'row';
  readonly id: string;
  /** Null in a status list. */
  readonly name: string | null;
  readonly birthDate: IsoDate | null;
  readonly flags: number;
  readonly hasBadCheckDigit: boolean;
}

/** @param header the CSV's first record, without a byte-order mark */
export function layoutOf(manifest: FileManifest, header: readonly string[]): ReadLayout {
  const { columns, kind, asOf } = manifest;
  for (let at = 0; at < Math.max(columns.length, header.length); at += 1)
    if (columns[at] !== header[at]) return { kind: 'fault', code: 'header-differs', column: at + 1 };
  const placeOf = (name: RowField) => ((requiredColumns[kind] as readonly string[]).includes(name) ? columns.indexOf(name) : -1); // a wider list than its own type
  const layout = {
    kind,
    columns: columns.length,
    id: placeOf('統一編號'),
    name: placeOf('姓名'),
    birthDate: placeOf('出生日期'),
    indigenous: placeOf('原住民'),
    asOf,
  };
  return { kind: 'layout', layout };
}

export function checkRow(layout: RowLayout, record: readonly string[]): CheckedRow | RowFault {
  if (record.length !== layout.columns) return faults.ragged;
  const id = readId(record[layout.id] ?? '');
  if (typeof id !== 'string') return id;
  const hasBadCheckDigit = weighted(id) % 10 !== 0;
  if (layout.kind !== 'household') return { kind: 'row', id, name: null, birthDate: null, flags: flagBits[layout.kind], hasBadCheckDigit };
  const given = record[layout.name] ?? '';
  const name = normaliseName(given);
  if (name === undefined) return nameFault(given);
  const birth = parseBirthDate(record[layout.birthDate] ?? '');
  if (birth.kind === 'fault') return faults[birth.code];
  if (birth.day > layout.asOf) return faults['birth-date-after-as-of'];
  const isIndigenous = readIndigenous(record[layout.indigenous] ?? '');
  if (isIndigenous === undefined) return faults['indigenous-unknown'];
  const flags = flagBits['county-resident'] | (isIndigenous ? flagBits.indigenous : 0);
  return { kind: 'row', id, name, birthDate: birth.day, flags, hasBadCheckDigit };
}

/** One fault of each kind, made once: a file of nothing but wrong rows costs no more than a good one. */
const faults = {
  ragged: fault('ragged', ''),
  'id-too-long': fault('too-long', '統一編號'),
  'id-missing': fault('id-missing', '統一編號'),
  'id-malformed': fault('id-malformed', '統一編號'),
  'name-too-long': fault('too-long', '姓名'),
  'name-missing': fault('name-missing', '姓名'),
  'name-malformed': fault('name-malformed', '姓名'),
  'birth-date-missing': fault('birth-date-missing', '出生日期'),
  'birth-date-malformed': fault('birth-date-malformed', '出生日期'),
  'birth-date-out-of-range': fault('birth-date-out-of-range', '出生日期'),
  'birth-date-after-as-of': fault('birth-date-after-as-of', '出生日期'),
  'indigenous-unknown': fault('indigenous-unknown', '原住民'),
} as const;

function fault(code: RowCode, field: RowField | ''): RowFault {
  return { kind: 'fault', code, field };
}

const maxFieldLength = 100;

function readId(given: string): string | RowFault {
  if (isPlainId(given)) return given;
  if (given.length > maxFieldLength) return faults['id-too-long'];
  const id = normaliseNationalId(given);
  if (id === '') return faults['id-missing'];
  return checkNationalId(id) === 'unknown-form' ? faults['id-malformed'] : id;
}

const [zero, nine, upperA, upperD, upperZ] = [48, 57, 65, 68, 90];

/** A letter, then 1, 2, 8, 9 or A to D, then eight digits. */
function isPlainId(text: string): boolean {
  if (text.length !== 10) return false;
  const letter = text.charCodeAt(0);
  if (letter < upperA || letter > upperZ) return false;
  const second = text.charCodeAt(1);
  if (second !== 49 && second !== 50 && second !== 56 && second !== 57 && !(second >= upperA && second <= upperD)) return false;
  for (let at = 2; at < 10; at += 1) {
    const digit = text.charCodeAt(at);
    if (digit < zero || digit > nine) return false;
  }
  return true;
}

/** What the first letter adds to the weighted sum: its code's tens and nine times its units (kernel's national-id.ts). */
const letterWeights = Uint8Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => {
  const code = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(letter) + 10;
  return Math.floor(code / 10) + (code % 10) * 9;
});

function weighted(id: string): number {
  const second = id.charCodeAt(1);
  let sum = (letterWeights[id.charCodeAt(0) - upperA] ?? 0) + (second >= upperA ? second - upperA : second - zero) * 8;
  for (let at = 2; at < 9; at += 1) sum += (id.charCodeAt(at) - zero) * (9 - at);
  return sum + id.charCodeAt(9) - zero;
}

function nameFault(given: string): RowFault {
  if (given.length > maxFieldLength) return faults['name-too-long'];
  return given.trim() === '' ? faults['name-missing'] : faults['name-malformed'];
}

const indigenousValues = new Map([
  ...['', '否', '無', 'N', '0'].map((value): [string, boolean] => [value, false]),
  ...['是', '有', 'Y', '1', '平地原住民', '山地原住民'].map((value): [string, boolean] => [value, true]),
]);

function readIndigenous(given: string): boolean | undefined {
  const plain = indigenousValues.get(given);
  if (plain !== undefined || given.length > maxFieldLength) return plain;
  return indigenousValues.get(given.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase());
}
