// From opened compartments to records: each must be what its leaf commits to. Compartment C stays closed unless the pack was made with
// the persons queried; then its fields read as blanks.
import { equalBytes, monthInTaipei, type JsonObject, type JsonValue } from '#domain/kernel';
import type { CompartmentLetter, Leaf, Sha256 } from '#domain/ledger';
import type { FoldedRecord } from '#domain/records';
import { EvidenceFault } from './evidence-fault.ts';
import { commitmentTo, openedValue, placeOf, type Opening } from './opening.ts';

/** Its leaf can be had while it is opened, and its record afterwards. */
export interface OpenedEvidence extends FoldedRecord {
  readonly month: string;
}

interface OpenOptions {
  /** Where the openings stand. */
  readonly file: string;
  readonly letters: readonly CompartmentLetter[];
  readonly leafAt: (index: number) => Leaf;
  readonly sha256: Sha256;
}

const closed: JsonObject = { subject: '', caseNumber: '', reason: '', digest: '', requestDigest: '' };
const commitmentKeys = { A: 'a', B: 'b', C: 'c' } as const;

/** A record's compartments follow one another, in the order of `letters`. @throws EvidenceFault */
export function* openRecords(openings: Iterable<Opening>, options: OpenOptions): Generator<OpenedEvidence> {
  let record: Opening[] = [];
  for (const opening of openings) {
    const letter = options.letters[record.length];
    const isNext = opening.letter === letter && (record.length === 0 || record[0]?.index === opening.index);
    if (!isNext) throw new EvidenceFault(`${options.file} record ${opening.index}`, 'wrong-order');
    record.push(opening);
    if (record.length < options.letters.length) continue;
    yield openRecord(record, options);
    record = [];
  }
  if (record[0]) throw new EvidenceFault(`${options.file} record ${record[0].index}`, 'wrong-order');
}

function openRecord(openings: readonly Opening[], { file, leafAt, sha256 }: OpenOptions): OpenedEvidence {
  const index = openings[0]?.index ?? 0;
  const leaf = leafAt(index);
  const values = new Map<CompartmentLetter, JsonObject>();
  for (const opening of openings) {
    if (!equalBytes(commitmentTo(opening, sha256), leaf.commitments[commitmentKeys[opening.letter]]))
      throw new EvidenceFault(placeOf(file, index, opening.letter), 'wrong-commitment');
    values.set(opening.letter, openedValue(opening, file));
  }
  const body = (letter: CompartmentLetter): JsonObject => asObject(values.get(letter)?.['body'], placeOf(file, index, letter));
  const { at, intent } = values.get('A') ?? {};
  const epochMilliseconds = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(epochMilliseconds) || (intent !== undefined && typeof intent !== 'number'))
    throw new EvidenceFault(placeOf(file, index, 'A'), 'malformed');
  if (monthInTaipei(epochMilliseconds) !== leaf.month) throw new EvidenceFault(placeOf(file, index, 'A'), 'wrong-month');
  return {
    index,
    type: leaf.type,
    month: leaf.month,
    at: { epochMilliseconds },
    envelope: body('A'),
    actor: body('B'),
    subject: values.has('C') ? body('C') : closed,
    intentIndex: intent,
  };
}

function asObject(value: JsonValue | undefined, place: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new EvidenceFault(place, 'malformed');
  return value as JsonObject; // narrowed above: JsonValue without arrays, null and scalars
}
