// One opened compartment: the salt and the exact text that a leaf commits to, on one line: `<index> <letter> <salt> <canonical JSON>`.
import { canonicalJson, concatBytes, fromBase64Url, fromUtf8, toBase64Url, type JsonObject, type JsonValue } from '#domain/kernel';
import { commitmentOf, saltLength, type CompartmentLetter, type Sha256 } from '#domain/ledger';
import { EvidenceFault, readAt } from './evidence-fault.ts';

export interface Opening {
  readonly index: number;
  readonly letter: CompartmentLetter;
  readonly salt: Uint8Array;
  /** The canonical JSON, as it was committed to: the bytes as they stand in the line, and their text. */
  readonly json: Uint8Array;
  readonly text: string;
}

const headForm = /^(?<index>0|[1-9]\d{0,14}) (?<letter>[ABC]) (?<salt>[\w-]{43}) (?=\{)/;

/** @param compartment salt ‖ canonical JSON, as it was committed to */
export function formatOpening(index: number, letter: CompartmentLetter, compartment: Uint8Array): string {
  return `${index} ${letter} ${toBase64Url(compartment.subarray(0, saltLength))} ${fromUtf8(compartment.subarray(saltLength))}\n`;
}

/** @param line without its end @throws EvidenceFault */
export function parseOpening(line: Uint8Array, place: string): Opening {
  const whole = readAt(place, () => fromUtf8(line));
  const { 0: head = '', groups: { index, letter, salt } = {} } = headForm.exec(whole) ?? {};
  if (index === undefined || salt === undefined) throw new EvidenceFault(place, 'malformed');
  return {
    index: Number(index),
    letter: letter as CompartmentLetter, // the form admits those only
    salt: readAt(place, () => fromBase64Url(salt)),
    json: line.slice(head.length), // the head is ASCII
    text: whole.slice(head.length),
  };
}

export function commitmentTo({ letter, salt, json }: Opening, sha256: Sha256): Uint8Array {
  return commitmentOf(letter, concatBytes(salt, json), sha256);
}

/** The platform's parser is enough: whatever it forgives is not canonical. */
export function openedValue({ index, letter, text }: Opening, file: string): JsonObject {
  const place = placeOf(file, index, letter);
  const value = readAt(place, () => JSON.parse(text) as JsonValue); // JSON has no other values
  if (readAt(place, () => canonicalJson(value)) !== text) throw new EvidenceFault(place, 'malformed');
  return value as JsonObject; // the form begins it with a brace
}

export function placeOf(file: string, index: number, letter: CompartmentLetter): string {
  return `${file} record ${index} compartment ${letter}`;
}
