// What each compartment holds beside the caller's own JSON. Every column of `record` that the leaf does not show is repeated in here,
// under the leaf's commitment: a changed column is then as visible as changed contents.
import { monthInTaipei, toBase64Url, type JsonObject, type JsonValue } from '#domain/kernel';
import { saltLength, type CompartmentLetter } from '#domain/ledger';
import { drawRandom } from '#server/keys';
import type { StoredRow } from './stored-row.ts';
import type { NewRecord } from './record.ts';

export const letters = ['A', 'B', 'C'] as const satisfies readonly CompartmentLetter[];

interface Written {
  readonly epochMilliseconds: number;
  /** To the millisecond: what is read back must be what was hashed. */
  readonly instant: string;
  /** In Taipei, `2026-11`. */
  readonly month: string;
}

let last: Written = { epochMilliseconds: 0, instant: '1970-01-01T00:00:00.000Z', month: '1970-01' };

/** An instant as records write it. Under load, many records share their millisecond. */
export function writtenAt({ epochMilliseconds }: Temporal.Instant): Written {
  if (last.epochMilliseconds !== epochMilliseconds)
    last = { epochMilliseconds, instant: new Date(epochMilliseconds).toISOString(), month: monthInTaipei(epochMilliseconds) };
  return last;
}

/** Keys in canonical order: so they are written at once. */
export function envelopeValue({ intentIndex, recordId, retention, at, envelope }: NewRecord): JsonObject {
  const { instant } = writtenAt(at);
  return intentIndex === undefined
    ? { at: instant, body: envelope, record: recordId, retention }
    : { at: instant, body: envelope, intent: intentIndex, record: recordId, retention };
}

/** Of the actor or the subject, with the digest it is found by. */
export function foundValue(body: JsonObject, blind: Uint8Array | undefined): JsonObject {
  return blind ? { blind: toBase64Url(blind), body } : { body };
}

type Columns = Pick<StoredRow, 'recordId' | 'retention' | 'actorBlind' | 'subjectBlind' | 'intentIndex'>;

/** The first column that is not what the compartments say. */
export function disagreeingColumn(values: Record<CompartmentLetter, JsonObject>, row: Columns): string | undefined {
  const { A: envelope, B: actor, C: subject } = values;
  const claims: [column: string, written: JsonValue | undefined, stored: JsonValue | undefined][] = [
    ['record_id', envelope['record'], row.recordId],
    ['retention', envelope['retention'], row.retention],
    ['intent_index', envelope['intent'], row.intentIndex],
    ['actor_blind', actor['blind'], row.actorBlind && toBase64Url(row.actorBlind)],
    ['subject_blind', subject['blind'], row.subjectBlind && toBase64Url(row.subjectBlind)],
  ];
  return claims.find(([, written, stored]) => written !== stored)?.[0];
}

/** Salt ‖ canonical JSON of each. */
export type SaltedCompartments = Readonly<Record<CompartmentLetter, Uint8Array>>;

/** The lengths of A and B, as two 32-bit numbers, then the three: what is encrypted, in one buffer that the three are parts of. */
export interface Contents {
  readonly bytes: Buffer;
  readonly compartments: SaltedCompartments;
}

const HEAD_BYTES = 8;

/** @param texts canonical JSON of each */
export function saltedContents(texts: Readonly<Record<CompartmentLetter, string>>): Contents {
  const lengths = letters.map((letter) => saltLength + Buffer.byteLength(texts[letter]));
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + length, HEAD_BYTES));
  const compartments = split(bytes, lengths[0] ?? 0, lengths[1] ?? 0);
  bytes.writeUInt32BE(compartments.A.length, 0);
  bytes.writeUInt32BE(compartments.B.length, 4);
  for (const letter of letters) {
    compartments[letter].set(drawRandom(saltLength));
    compartments[letter].write(texts[letter], saltLength);
  }
  return { bytes, compartments };
}

/** undefined: not what `saltedContents` makes. */
export function openContents(bytes: Buffer): SaltedCompartments | undefined {
  if (bytes.length < HEAD_BYTES) return undefined;
  const [a, b] = [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
  if (HEAD_BYTES + a + b + saltLength > bytes.length || a < saltLength || b < saltLength) return undefined;
  return split(bytes, a, b);
}

function split(bytes: Buffer, a: number, b: number): Record<CompartmentLetter, Buffer> {
  const [toB, toC] = [HEAD_BYTES + a, HEAD_BYTES + a + b];
  return { A: bytes.subarray(HEAD_BYTES, toB), B: bytes.subarray(toB, toC), C: bytes.subarray(toC) };
}
