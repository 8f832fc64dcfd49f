// From a new record to the row that is stored: three compartments, each salted, committed to by the leaf and encrypted under
// a data key of its own. The bytes hashed here are the bytes stored; nothing is rebuilt from columns later.
import { FormatError, monthInTaipei, type JsonObject } from '#domain/kernel';
import { commitmentOf, compartmentBytes, formatLeaf, saltLength, type CompartmentLetter } from '#domain/ledger';
import { drawRandom, encryptUnder, sha256, type Encrypted, type Keystore } from '#server/keys';
import { compartmentValues } from './compartments.ts';
import { UnfitRecord } from './faults.ts';
import { leafHashOf } from './hash.ts';
import type { NewRecord } from './record.ts';
import type { StoredRow } from './stored-row.ts';

/** The largest answer is some hundred rows; what is larger than this is not a record. */
const LARGEST_COMPARTMENT_BYTES = 262_144;
const LONGEST_FOUND_BY = 256;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const RETENTION = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @throws UnfitRecord @throws KeystoreFault */
export function encryptRecord(keystore: Keystore, programme: string, given: NewRecord): StoredRow {
  const record = { ...given, recordId: given.recordId.toLowerCase() };
  const month = checkedMonth(record);
  const year = Number(month.slice(0, 4));
  const blinds = {
    actorBlind: record.blindActor === undefined ? undefined : keystore.blind(year, 'actor', record.blindActor),
    subjectBlind: record.blindSubject === undefined ? undefined : keystore.blind(year, 'subject', record.blindSubject),
  };
  const values = compartmentValues(record, blinds);
  const plain = { A: plainBytes('envelope', values.A), B: plainBytes('actor', values.B), C: plainBytes('subject', values.C) };
  const commit = (letter: CompartmentLetter): Uint8Array => commitmentOf(letter, plain[letter], sha256);
  const leaf = Buffer.from(formatLeaf({ type: record.type, month, commitments: { a: commit('A'), b: commit('B'), c: commit('C') } }));
  const epoch = { programme, month, retention: record.retention };
  const encrypt = (letter: CompartmentLetter): Encrypted =>
    encryptUnder(keystore, epoch, boundTo(programme, record.recordId, letter), plain[letter]);
  return {
    recordId: record.recordId,
    type: record.type,
    month,
    retention: record.retention,
    leaf,
    leafHash: leafHashOf(leaf),
    envelope: encrypt('A'),
    actor: encrypt('B'),
    subject: encrypt('C'),
    ...blinds,
    intentIndex: record.intentIndex,
  };
}

/** What a compartment's encryption is bound to: moved to another record or place, it does not open. */
export function boundTo(programme: string, recordId: string, letter: CompartmentLetter): Buffer {
  return Buffer.from(`${programme}\0${recordId}\0${letter}`);
}

function checkedMonth(record: NewRecord): string {
  if (!UUID.test(record.recordId)) throw new UnfitRecord('recordId', 'a record id is a UUID');
  if (!RETENTION.test(record.retention) || record.retention.length > 32)
    throw new UnfitRecord('retention', 'a retention class is a code of at most 32 letters');
  for (const [field, value] of [
    ['blindActor', record.blindActor],
    ['blindSubject', record.blindSubject],
  ] as const)
    // prettier-ignore
    if (value !== undefined && (value === '' || value.length > LONGEST_FOUND_BY)) throw new UnfitRecord(field, `${field} has 1 to ${LONGEST_FOUND_BY} letters`);
  const { intentIndex } = record;
  if (intentIndex !== undefined && (!Number.isSafeInteger(intentIndex) || intentIndex < 0))
    throw new UnfitRecord('intentIndex', 'not an index');
  const month = monthInTaipei(record.at.epochMilliseconds);
  if (!/^20\d\d-/.test(month)) throw new UnfitRecord('at', 'the time lies outside the years 2000 to 2099');
  return month;
}

function plainBytes(field: string, value: JsonObject): Uint8Array {
  try {
    const bytes = compartmentBytes(drawRandom(saltLength), value);
    if (bytes.length <= LARGEST_COMPARTMENT_BYTES) return bytes;
  } catch (error) {
    if (error instanceof FormatError) throw new UnfitRecord(field, `${field} can't be written as canonical JSON: ${error.code}`);
    throw error;
  }
  throw new UnfitRecord(field, `${field} has more than ${LARGEST_COMPARTMENT_BYTES} bytes`);
}
