// Canonical JSON (RFC 8785): the one spelling of a value, so that a hash or signature over it can be made again by anyone.
// Keys are sorted by UTF-16 code units, numbers are written as ECMAScript writes them (RFC 8785, 3.2.2 and 3.2.3).
import { FormatError } from './format-error.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

/** Deeper values than this are neither read nor written: no record of ours comes near, and a hostile one must not exhaust the stack. */
export const maxJsonDepth = 64;

export function canonicalJson(value: JsonValue): string {
  return standsCanonical(value, 0) ? JSON.stringify(value) : write(value, 0);
}

/**
 * Whether the platform's own writer gives the canonical spelling: keys in their order already, every string well-formed, every number
 * finite. It then writes the whole value in one call, several times as fast. Anything else is left to `write`, which says what is wrong.
 */
function standsCanonical(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed();
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      if (depth >= maxJsonDepth) return false;
      return Array.isArray(value) ? holdsCanonical(value, depth) : hasOrderedKeys(value, depth);
    default:
      return false;
  }
}

/** Item by item, holes too: the platform would write null for one. */
function holdsCanonical(items: readonly unknown[], depth: number): boolean {
  for (const item of items) if (!standsCanonical(item, depth + 1)) return false;
  return true;
}

function hasOrderedKeys(value: object, depth: number): boolean {
  if (!isPlain(value)) return false;
  const members = value as { readonly [key: string]: unknown }; // its own keys only are read
  let last = '';
  for (const key of Object.keys(value)) {
    if (key < last || !key.isWellFormed() || !standsCanonical(members[key], depth + 1)) return false;
    last = key;
  }
  return true;
}

// `unknown`, because a caller's cast must not smuggle undefined, a bigint or a Date into what is signed.
function write(value: unknown, depth: number): string {
  if (depth > maxJsonDepth) throw new FormatError('nested-too-deep', `nested deeper than ${maxJsonDepth} levels`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'string') return writeString(value);
  if (Array.isArray(value)) return writeArray(value, depth);
  if (typeof value === 'object' && isPlain(value)) return writeObject(value, depth);
  throw new FormatError('not-json-value', 'the value has no JSON form');
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new FormatError('not-finite', 'a number is not finite');
  return JSON.stringify(value);
}

/** No quote, backslash, control character or surrogate: nothing that JSON.stringify would escape (ECMA-262, QuoteJSONString). */
const writtenAsIs = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function writeString(value: string): string {
  if (writtenAsIs.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new FormatError('lone-surrogate', 'a string holds a lone surrogate');
  return JSON.stringify(value);
}

function writeArray(items: readonly unknown[], depth: number): string {
  let text = '';
  for (const item of items) {
    if (text !== '') text += ',';
    text += write(item, depth + 1);
  }
  return `[${text}]`;
}

function writeObject(value: object, depth: number): string {
  const members = value as { readonly [key: string]: unknown }; // its own keys only are read
  let text = '';
  for (const key of Object.keys(value).toSorted()) {
    if (text !== '') text += ',';
    text += `${writeString(key)}:${write(members[key], depth + 1)}`;
  }
  return `{${text}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
