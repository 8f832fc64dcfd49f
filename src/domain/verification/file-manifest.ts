// The sender's statement of what a file is (NV-4.1.1: the data's integrity is checked; NV-4.1.3: it comes encrypted). `X.age` is the CSV alone,
// encrypted to the platform (age-encryption.org/v1); beside it travel `X.manifest.json` and `X.manifest.sig`: base64 of the sender's Ed25519
// signature of `mingcha-manifest-v1`, a NUL and the manifest's exact bytes. Nothing of a file is believed before its manifest is:
// rows, bytes and SHA-256 are those of the CSV. Columns may come in any order, others may stand beside the required ones and are never kept.
import {
  concatBytes,
  count,
  date,
  FormatError,
  fromBase64,
  fromUtf8,
  keyed,
  listOf,
  oneOf,
  parseJsonStrict,
  ShapeError,
  text,
  utf8,
  type FormatCode,
  type IsoDate,
  type Reader,
  type ShapeCode,
} from '#domain/kernel';
import { publicKeyLength, signatureLength, type VerifyEd25519 } from '#domain/ledger';
import { statusKinds } from './claims.ts';

export const fileKinds = ['household', ...statusKinds] as const;
export type FileKind = (typeof fileKinds)[number];

export const fileEncodings = ['utf-8', 'big5'] as const;
export type FileEncoding = (typeof fileEncodings)[number];

export interface FileManifest {
  readonly format: 'mingcha-household-v1';
  readonly kind: FileKind;
  /** The month the file is for: `2026-10`. */
  readonly period: string;
  /** The day whose state it shows; what answers say as `asOf`. */
  readonly asOf: IsoDate;
  /** The CSV's header, word for word. */
  readonly columns: readonly string[];
  readonly encoding: FileEncoding;
  /** Without the header. */
  readonly rows: number;
  readonly bytes: number;
  /** Of the CSV, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** The name of the sender's key, by which the platform finds it. */
  readonly sender: string;
}

export const requiredColumns = {
  household: ['統一編號', '姓名', '出生日期', '原住民'],
  'elderly-living-alone': ['統一編號'],
  disability: ['統一編號'],
  'low-income': ['統一編號'],
} as const satisfies Record<FileKind, readonly string[]>;

export type ManifestCode =
  | ShapeCode
  | Exclude<FormatCode, 'not-hexadecimal' | 'not-base64' | 'not-json-value'>
  | 'not-a-month'
  | 'not-a-digest'
  | 'not-a-key-name'
  | 'out-of-range'
  | 'column-blank'
  | 'column-twice'
  | 'column-missing';

/** `field`: `rows`, `columns[3]`, or the column that is missing; '' is the whole. */
export type ParsedManifest =
  | { readonly kind: 'manifest'; readonly manifest: FileManifest }
  | { readonly kind: 'malformed'; readonly code: ManifestCode; readonly field: string };

export const maxManifestBytes = 65_536;
export const maxColumns = 100;
const maxRows = 100_000_000;
const maxBytes = 64 * 1024 ** 3;

export function parseManifest(bytes: Uint8Array): ParsedManifest {
  if (bytes.length > maxManifestBytes) return { kind: 'malformed', code: 'too-long', field: '' };
  try {
    return { kind: 'manifest', manifest: requireColumns(readManifest(parseJsonStrict(fromUtf8(bytes)), '')) };
  } catch (error) {
    if (error instanceof ShapeError) return { kind: 'malformed', code: error.code as ManifestCode, field: error.place }; // only such are thrown here
    if (error instanceof FormatError) return { kind: 'malformed', code: error.code as ManifestCode, field: '' }; // as the parser throws them
    throw error;
  }
}

export type ManifestSignature = 'valid' | 'signature-malformed' | 'signature-false';

/** @param signature the file beside the manifest: base64, one newline at its end allowed */
export function verifyManifest(
  manifest: Uint8Array,
  signature: string,
  publicKey: Uint8Array,
  verifyEd25519: VerifyEd25519,
): ManifestSignature {
  const bytes = signatureBytes(signature.replace(/\r?\n$/, ''));
  if (!bytes) return 'signature-malformed';
  const holds = publicKey.length === publicKeyLength && verifyEd25519(publicKey, manifestMessage(manifest), bytes);
  return holds ? 'valid' : 'signature-false';
}

/** What the sender signs. */
export function manifestMessage(manifest: Uint8Array): Uint8Array {
  return concatBytes(utf8('mingcha-manifest-v1\0'), manifest);
}

const wrong = (place: string, code: ManifestCode): never => {
  throw new ShapeError<ManifestCode>(place, code);
};
const matching =
  (form: RegExp, code: ManifestCode): Reader<string> =>
  (value, place) =>
    form.test(text(value, place)) ? text(value, place) : wrong(place, code);
const upTo =
  (most: number): Reader<number> =>
  (value, place) => {
    const number = count(value, place);
    return number >= 1 && number <= most ? number : wrong(place, 'out-of-range');
  };
const column: Reader<string> = (value, place) => {
  const name = text(value, place);
  if (name.trim() === '') wrong(place, 'column-blank');
  return name.length <= 100 ? name : wrong(place, 'too-long');
};

const readManifest = keyed({
  format: oneOf('mingcha-household-v1'),
  kind: oneOf(...fileKinds),
  period: matching(/^[12]\d{3}-(?:0[1-9]|1[0-2])$/, 'not-a-month'),
  asOf: date,
  columns: listOf(column),
  encoding: oneOf(...fileEncodings),
  rows: upTo(maxRows),
  bytes: upTo(maxBytes),
  sha256: matching(/^[0-9a-f]{64}$/, 'not-a-digest'),
  sender: matching(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/, 'not-a-key-name'),
});

function requireColumns(manifest: FileManifest): FileManifest {
  const { columns } = manifest;
  if (columns.length > maxColumns) wrong('columns', 'too-long');
  for (const [at, name] of columns.entries()) if (columns.indexOf(name) !== at) wrong(`columns[${at}]`, 'column-twice');
  for (const name of requiredColumns[manifest.kind]) if (!columns.includes(name)) wrong(name, 'column-missing');
  return manifest;
}

function signatureBytes(base64: string): Uint8Array | undefined {
  if (base64.length !== 88) return undefined;
  try {
    const bytes = fromBase64(base64);
    return bytes.length === signatureLength ? bytes : undefined;
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
