// A row of `record` as it is read, and what it means once it is decrypted and held against its leaf. Every reader and the
// verification of stored records go through here, so that nothing is shown that was not logged.
import { equalBytes, fromUtf8, type JsonObject } from '#domain/kernel';
import { commitmentOf, LedgerFormatError, openCompartment, parseLeaf, type CompartmentLetter, type Leaf } from '#domain/ledger';
import { decryptUnder, KeystoreFault, sha256, type Encrypted, type Keystore } from '#server/keys';
import { compartmentOf, disagreeingColumn, letters } from './compartments.ts';
import { boundTo } from './encrypt-record.ts';
import { ForgottenRecord, LogUnavailable, TamperedRecord } from './faults.ts';
import { leafHashOf } from './hash.ts';
import type { OpenedRecord } from './record.ts';

export interface RecordRow {
  readonly index: number;
  readonly month: string;
  readonly record_id: string;
  readonly type: string;
  readonly retention: string;
  readonly leaf: Buffer;
  readonly envelope_key: Buffer;
  readonly envelope: Buffer;
  readonly actor_key: Buffer;
  readonly actor: Buffer;
  readonly subject_key: Buffer;
  readonly subject: Buffer;
  readonly actor_blind: Buffer | null;
  readonly subject_blind: Buffer | null;
  readonly intent_index: number | null;
}

export const ROW_COLUMNS = [
  'index', 'month', 'record_id', 'type', 'retention', 'leaf', 'envelope_key', 'envelope', 'actor_key', 'actor', 'subject_key', 'subject',
  'actor_blind', 'subject_blind', 'intent_index',
].map((column) => `record.${column}`).join(', '); // prettier-ignore

/** What the row's leaf says, columns compared. @throws TamperedRecord */
export function checkedLeaf(row: RecordRow): Leaf {
  const leaf = parsedLeaf(row);
  if (leaf.type !== row.type) throw new TamperedRecord(row.index, 'column type');
  if (`${leaf.month}-01` !== row.month) throw new TamperedRecord(row.index, 'column month');
  return leaf;
}

/**
 * Decrypts a row and checks it against its leaf.
 * @throws TamperedRecord @throws ForgottenRecord @throws LogUnavailable `keys`
 */
export function openRow(
  keystore: Keystore,
  programme: string,
  row: RecordRow,
  { sealed, takeOpenings = false }: { readonly sealed: boolean; readonly takeOpenings?: boolean },
): OpenedRecord {
  const leaf = checkedLeaf(row);
  const compartments = {
    A: openOne(keystore, programme, row, leaf, 'A'),
    B: openOne(keystore, programme, row, leaf, 'B'),
    C: openOne(keystore, programme, row, leaf, 'C'),
  };
  const values = {
    A: openCompartment(compartments.A).value,
    B: openCompartment(compartments.B).value,
    C: openCompartment(compartments.C).value,
  };
  const intentIndex = row.intent_index ?? undefined;
  const wrong = disagreeingColumn(values, {
    recordId: row.record_id,
    retention: row.retention,
    actorBlind: row.actor_blind ?? undefined,
    subjectBlind: row.subject_blind ?? undefined,
    intentIndex,
  });
  if (wrong) throw new TamperedRecord(row.index, `column ${wrong}`);
  return {
    index: row.index,
    recordId: row.record_id,
    type: leaf.type,
    // Written by us, and just compared with the commitment.
    at: Temporal.Instant.from(String(values.A['at'])),
    month: leaf.month,
    leaf: fromUtf8(row.leaf),
    leafHash: leafHashOf(row.leaf),
    envelope: values.A['body'] as JsonObject,
    actor: values.B['body'] as JsonObject,
    subject: values.C['body'] as JsonObject,
    intentIndex,
    sealed,
    compartments: takeOpenings ? compartments : undefined,
  };
}

function parsedLeaf(row: RecordRow): Leaf {
  try {
    return parseLeaf(row.leaf);
  } catch (error) {
    if (error instanceof LedgerFormatError) throw new TamperedRecord(row.index, 'leaf');
    throw error;
  }
}

function openOne(keystore: Keystore, programme: string, row: RecordRow, leaf: Leaf, letter: CompartmentLetter): Uint8Array {
  const plain = decrypted(keystore, programme, row, letter);
  const commitment = leaf.commitments[lowerCase[letter]];
  if (plain.length < 32 || !equalBytes(commitmentOf(letter, plain, sha256), commitment))
    throw new TamperedRecord(row.index, `commitment of compartment ${letter}`);
  return plain;
}

const lowerCase = { A: 'a', B: 'b', C: 'c' } as const;

function decrypted(keystore: Keystore, programme: string, row: RecordRow, letter: CompartmentLetter): Buffer {
  const epoch = { programme, month: row.month.slice(0, 7), retention: row.retention };
  try {
    const plain = decryptUnder(keystore, epoch, boundTo(programme, row.record_id, letter), encryptedOf(row, letter));
    if (plain) return plain;
  } catch (error) {
    if (!(error instanceof KeystoreFault)) throw error;
    throw faultOfKey(error, row.index, letter);
  }
  // The encryption is bound to the record id: where no compartment opens, it is the id that was changed.
  const others = letters.filter((other) => other !== letter);
  const allFail = others.every(
    (other) => !decryptUnder(keystore, epoch, boundTo(programme, row.record_id, other), encryptedOf(row, other)),
  );
  throw new TamperedRecord(row.index, allFail ? 'column record_id' : `compartment ${letter}`);
}

function encryptedOf(row: RecordRow, letter: CompartmentLetter): Encrypted {
  const name = compartmentOf[letter];
  return { key: row[`${name}_key`], box: row[name] };
}

function faultOfKey(fault: KeystoreFault, index: number, letter: CompartmentLetter): Error {
  switch (fault.code) {
    case 'epoch-destroyed':
      return new ForgottenRecord(index);
    case 'wrong-root-key':
      return new TamperedRecord(index, `key of compartment ${letter}`);
    case 'epoch-missing':
    case 'bad-name':
      return new TamperedRecord(index, 'column retention (or the key it names is lost)');
    default:
      return new LogUnavailable('keys', 'the keystore is not usable', { cause: fault });
  }
}
