// Bytes and the texts that carry them: UTF-8, hexadecimal, base64 (RFC 4648 sections 4, 5 and 8), all strict:
// one text for one value, so that what was signed or hashed can never be spelled in a second way.
// Written by hand because browsers of today may lack Uint8Array.fromBase64.
import { FormatError } from './format-error.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 of a text. A lone surrogate has no UTF-8 and is refused rather than replaced. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  if (!text.isWellFormed()) throw new FormatError('lone-surrogate', 'the text holds a lone surrogate');
  return encoder.encode(text);
}

/** The text of UTF-8 bytes; a byte-order mark is kept as a character. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new FormatError('not-utf8', 'the bytes are not UTF-8');
  }
}

const hexDigits = '0123456789abcdef';

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexDigits.charAt(byte >> 4) + hexDigits.charAt(byte & 15);
  return text;
}

/** Either case of letters, an even number of digits, nothing else. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text))
    throw new FormatError('not-hexadecimal', 'not an even number of hexadecimal digits');
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

const standardDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const urlDigits = `${standardDigits.slice(0, 62)}-_`;
const standardValues = valuesOf(standardDigits);
const urlValues = valuesOf(urlDigits);

/** By the digit's code unit: a log's verification decodes millions of them. */
function valuesOf(digits: string): Int8Array {
  return Int8Array.from({ length: 128 }, (_, code) => digits.indexOf(String.fromCharCode(code)));
}

export function toBase64(bytes: Uint8Array): string {
  const text = encode64(bytes, standardDigits);
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** Without padding, as in JSON Web Signatures. */
export function toBase64Url(bytes: Uint8Array): string {
  return nativeBase64 ? nativeBase64.call(bytes, { alphabet: 'base64url', omitPadding: true }) : encode64(bytes, urlDigits);
}

/** Padding is required, white space and non-zero spare bits are refused. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 4 !== 0) throw new FormatError('not-base64', 'not base64 with padding');
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  return decode64(text.slice(0, text.length - padding), standardValues);
}

/** Padding is refused, and so are non-zero spare bits. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return decode64(text, urlValues);
}

/** Where the platform has it (ECMAScript 2026): every record has three commitments to write. */
const nativeBase64 = (Uint8Array.prototype as { toBase64?: (options: object) => string }).toBase64; // missing in browsers of today

function encode64(bytes: Uint8Array, digits: string): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xffff;
    held += 8;
    while (held >= 6) {
      held -= 6;
      text += digits.charAt((bits >> held) & 63);
    }
  }
  return held === 0 ? text : text + digits.charAt((bits << (6 - held)) & 63);
}

function decode64(text: string, values: Int8Array): Uint8Array<ArrayBuffer> {
  if (text.length % 4 === 1) throw new FormatError('not-base64', 'base64 is cut');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = values[text.charCodeAt(at)] ?? -1;
    if (digit < 0) throw new FormatError('not-base64', 'a character is not of the base64 alphabet');
    bits = ((bits << 6) | digit) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length] = (bits >> held) & 255;
    length += 1;
  }
  if ((bits & ((1 << held) - 1)) !== 0) throw new FormatError('not-base64', 'base64 with spare bits that are not zero');
  return bytes;
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Not constant in time: for public values only. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
