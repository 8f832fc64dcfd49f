// The log's leaf: what is public of a record for ever. Version, type, month, and one commitment per compartment; nothing personal,
// so that it never has to be deleted. Canonical JSON (RFC 8785): one spelling for one leaf.
import { canonicalJson, fromBase64Url, fromUtf8, toBase64Url, utf8, type JsonValue } from '#domain/kernel';
import { hashLength } from './hashing.ts';
import { decodeField, LedgerFormatError } from './ledger-format-error.ts';
import { isRecordType, type RecordType } from './record-type.ts';

export type Commitments = { readonly a: Uint8Array; readonly b: Uint8Array; readonly c: Uint8Array };
/** `month` is the record's month in Asia/Taipei: `2026-11`. */
export type Leaf = { readonly type: RecordType; readonly month: string; readonly commitments: Commitments };

export const leafVersion = 1;
export const maxLeafLength = 300;
const monthForm = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const keys = ['a', 'b', 'c', 'm', 't', 'v'];

export function formatLeaf({ type, month, commitments: { a, b, c } }: Leaf): Uint8Array<ArrayBuffer> {
  if (!monthForm.test(month)) throw new LedgerFormatError('leaf-month-malformed', 'the month is not written as 2026-11');
  if ([a, b, c].some((commitment) => commitment.length !== hashLength)) throw wrongCommitment();
  // Canonical as it stands: the keys in their order, and no value with a character to escape.
  return utf8(`{"a":"${toBase64Url(a)}","b":"${toBase64Url(b)}","c":"${toBase64Url(c)}","m":"${month}","t":"${type}","v":${leafVersion}}`);
}

export function parseLeaf(bytes: Uint8Array): Leaf {
  if (bytes.length > maxLeafLength) throw new LedgerFormatError('leaf-too-long', `a leaf has at most ${maxLeafLength} bytes`);
  const { a, b, c, m, t, v, ...others } = readObject(bytes);
  if (v !== leafVersion) throw new LedgerFormatError('leaf-unknown-version', `the leaf is not of version ${leafVersion}`);
  if (Object.keys(others).length > 0) throw new LedgerFormatError('leaf-malformed', `a leaf has the keys ${keys.join(', ')} only`);
  if (typeof t !== 'string' || !isRecordType(t)) throw new LedgerFormatError('leaf-unknown-type', "the leaf's type is not known");
  if (typeof m !== 'string' || !monthForm.test(m))
    throw new LedgerFormatError('leaf-month-malformed', "the leaf's month is not written as 2026-11");
  return { type: t, month: m, commitments: { a: readCommitment(a), b: readCommitment(b), c: readCommitment(c) } };
}

// The platform's parser is enough: whatever it forgives (a key given twice, spaces, other spellings) is not canonical.
function readObject(bytes: Uint8Array): { readonly [key: string]: JsonValue } {
  const text = decodeField('leaf-malformed', 'the leaf', () => fromUtf8(bytes));
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new LedgerFormatError('leaf-malformed', 'a leaf is a JSON object');
  if (decodeField('leaf-not-canonical', 'the leaf', () => canonicalJson(value)) !== text)
    throw new LedgerFormatError('leaf-not-canonical', 'the leaf is not canonical JSON');
  return value as { readonly [key: string]: JsonValue }; // an object, and not an array
}

function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue; // JSON has no other values
  } catch {
    throw new LedgerFormatError('leaf-malformed', 'the leaf is not JSON');
  }
}

function readCommitment(value: JsonValue | undefined): Uint8Array {
  if (typeof value !== 'string') throw wrongCommitment();
  const bytes = decodeField('leaf-commitment-malformed', 'a commitment', () => fromBase64Url(value));
  if (bytes.length !== hashLength) throw wrongCommitment();
  return bytes;
}

function wrongCommitment(): LedgerFormatError {
  return new LedgerFormatError('leaf-commitment-malformed', 'a commitment is 32 bytes');
}
