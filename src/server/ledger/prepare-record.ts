// A new record, checked and written out: what its three compartments say as canonical JSON (RFC 8785), and the digests it is found by.
import { canonicalJson, FormatError, isFrozenJson, type JsonObject } from '#domain/kernel';
import { saltLength, type CompartmentLetter, type RecordType } from '#domain/ledger';
import type { Keystore } from '#server/keys';
import { envelopeValue, foundValue, writtenAt } from './compartments.ts';
import { UnfitRecord } from './faults.ts';
import type { NewRecord } from './record.ts';

/** The largest answer is some hundred rows; what is larger than this is not a record. */
const LARGEST_COMPARTMENT_BYTES = 262_144;
const LONGEST_FOUND_BY = 256;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const RETENTION = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export interface PreparedRecord {
  readonly recordId: string;
  readonly type: RecordType;
  /** `2026-11` */
  readonly month: string;
  readonly retention: string;
  /** Canonical JSON. */
  readonly texts: Readonly<Record<CompartmentLetter, string>>;
  readonly actorBlind: Uint8Array | undefined;
  readonly subjectBlind: Uint8Array | undefined;
  readonly intentIndex: number | undefined;
}

/** @throws UnfitRecord @throws KeystoreFault */
export function prepareRecord(keystore: Keystore, given: NewRecord): PreparedRecord {
  const record = { ...given, recordId: given.recordId.toLowerCase() };
  const month = checkedMonth(record);
  const year = Number(month.slice(0, 4));
  const { recordId, type, retention, intentIndex } = record;
  const actor = writtenActor(keystore, year, record);
  const subjectBlind = record.blindSubject === undefined ? undefined : keystore.blind(year, 'subject', record.blindSubject);
  const texts = {
    A: written('envelope', envelopeValue(record)),
    B: actor.text,
    C: written('subject', foundValue(record.subject, subjectBlind)),
  };
  return { recordId, type, month, retention, texts, actorBlind: actor.blind, subjectBlind, intentIndex };
}

interface WrittenActor {
  readonly keystore: Keystore;
  readonly year: number;
  readonly blindActor: string | undefined;
  readonly blind: Uint8Array | undefined;
  readonly text: string;
}

/** By the frozen actor: a client service asks thousands of times a second, as the same one. */
const writtenActors = new WeakMap<JsonObject, WrittenActor>();

function writtenActor(keystore: Keystore, year: number, { actor, blindActor }: NewRecord): WrittenActor {
  const known = writtenActors.get(actor);
  if (known && known.keystore === keystore && known.year === year && known.blindActor === blindActor) return known;
  const blind = blindActor === undefined ? undefined : keystore.blind(year, 'actor', blindActor);
  const made = { keystore, year, blindActor, blind, text: written('actor', foundValue(actor, blind)) };
  if (isFrozenJson(actor)) writtenActors.set(actor, made);
  return made;
}

function checkedMonth(record: NewRecord): string {
  if (!UUID.test(record.recordId)) throw new UnfitRecord('recordId', 'a record id is a UUID');
  if (!RETENTION.test(record.retention) || record.retention.length > 32)
    throw new UnfitRecord('retention', 'a retention class is a code of at most 32 letters');
  checkFoundBy('blindActor', record.blindActor);
  checkFoundBy('blindSubject', record.blindSubject);
  const { intentIndex } = record;
  if (intentIndex !== undefined && (!Number.isSafeInteger(intentIndex) || intentIndex < 0))
    throw new UnfitRecord('intentIndex', 'not an index');
  const { month } = writtenAt(record.at);
  if (!month.startsWith('20')) throw new UnfitRecord('at', 'the time lies outside the years 2000 to 2099');
  return month;
}

function checkFoundBy(field: string, value: string | undefined): void {
  if (value !== undefined && (value === '' || value.length > LONGEST_FOUND_BY))
    throw new UnfitRecord(field, `${field} has 1 to ${LONGEST_FOUND_BY} letters`);
}

function written(field: string, value: JsonObject): string {
  const text = canonicalOf(field, value);
  // No character takes more than three bytes of UTF-8 a unit: short texts need no counting.
  if (3 * text.length > LARGEST_COMPARTMENT_BYTES && Buffer.byteLength(text) + saltLength > LARGEST_COMPARTMENT_BYTES)
    throw new UnfitRecord(field, `${field} has more than ${LARGEST_COMPARTMENT_BYTES} bytes`);
  return text;
}

function canonicalOf(field: string, value: JsonObject): string {
  try {
    return canonicalJson(value);
  } catch (error) {
    if (error instanceof FormatError) throw new UnfitRecord(field, `${field} can't be written as canonical JSON: ${error.code}`);
    throw error;
  }
}
