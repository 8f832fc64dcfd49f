// Just as much DER (ITU-T X.690) as a timestamp takes: elements of definite length, one after the other. Hostile input: every length is
// checked against what is there.
import { LedgerFormatError } from './ledger-format-error.ts';

export type DerElement = { readonly tag: number; readonly content: Uint8Array };

/** The elements that these bytes consist of, nothing left over. */
export function derElements(bytes: Uint8Array): DerElement[] {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = byteAt(bytes, at);
    if ((tag & 0x1f) === 0x1f) throw malformed('a tag is too long');
    const { length, start } = readLength(bytes, at + 1);
    if (length > bytes.length - start) throw malformed('it is cut short');
    elements.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return elements;
}

/** The one element of these bytes. @throws LedgerFormatError unless it has this tag */
export function onlyElement(bytes: Uint8Array, tag: number): Uint8Array {
  const [element, ...others] = derElements(bytes);
  if (others.length > 0) throw malformed('something follows it');
  return contentOf(element, tag);
}

export function contentOf(element: DerElement | undefined, tag: number): Uint8Array {
  if (element?.tag !== tag) throw malformed(`an element with the tag ${tag} is missing`);
  return element.content;
}

export function malformed(what: string): LedgerFormatError {
  return new LedgerFormatError('timestamp-malformed', `the timestamp is malformed: ${what}`);
}

function readLength(bytes: Uint8Array, at: number): { length: number; start: number } {
  const first = byteAt(bytes, at);
  if (first < 0x80) return { length: first, start: at + 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 3) throw malformed('a length is indefinite or too long');
  let length = 0;
  for (let place = 1; place <= count; place += 1) length = length * 256 + byteAt(bytes, at + place);
  return { length, start: at + 1 + count };
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw malformed('it is cut short');
  return byte;
}
