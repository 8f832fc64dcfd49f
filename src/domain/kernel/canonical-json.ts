// Canonical JSON (RFC 8785): the one spelling of a value, so that a hash or signature over it can be made again by anyone.
// Keys are sorted by UTF-16 code units, numbers are written as ECMAScript writes them (RFC 8785, 3.2.2 and 3.2.3).
import { FormatError } from './format-error.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

/** Deeper values than this are neither read nor written: no record of ours comes near, and a hostile one must not exhaust the stack. */
export const maxJsonDepth = 64;

export function canonicalJson(value: JsonValue): string {
  return write(value, 0);
}

// `unknown`, because a caller's cast must not smuggle undefined, a bigint or a Date into what is signed.
function write(value: unknown, depth: number): string {
  if (depth > maxJsonDepth) throw new FormatError('nested-too-deep', `nested deeper than ${maxJsonDepth} levels`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'string') return writeString(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => write(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) return writeObject(value, depth);
  throw new FormatError('not-json-value', 'the value has no JSON form');
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new FormatError('not-finite', 'a number is not finite');
  return JSON.stringify(value);
}

function writeString(value: string): string {
  if (!value.isWellFormed()) throw new FormatError('lone-surrogate', 'a string holds a lone surrogate');
  return JSON.stringify(value);
}

function writeObject(value: object, depth: number): string {
  const members = Object.entries(value) as [string, unknown][];
  members.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, member]) => `${writeString(key)}:${write(member, depth + 1)}`).join(',')}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
