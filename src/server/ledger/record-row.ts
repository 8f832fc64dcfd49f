// A row of `record` as it is read, and what it means once it is decrypted and held against its leaf. Every reader and the
// verification of stored records go through here, so that nothing is shown that was not logged.
import { equalBytes, fromUtf8, type JsonObject } from '#domain/kernel';
import { commitmentOf, LedgerFormatError, openCompartment, parseLeaf, type Leaf } from '#domain/ledger';
import { decryptUnder, KeystoreFault, sha256, type Keystore } from '#server/keys';
import { disagreeingColumn, letters, openContents, type SaltedCompartments } from './compartments.ts';
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
  readonly contents_key: Buffer;
  readonly contents: Buffer;
  readonly actor_blind: Buffer | null;
  readonly subject_blind: Buffer | null;
  readonly intent_index: number | null;
}

export const ROW_COLUMNS = [
  'index', 'month', 'record_id', 'type', 'retention', 'leaf', 'contents_key', 'contents',
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
  const compartments = openedCompartments(keystore, programme, row, leaf);
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

function openedCompartments(keystore: Keystore, programme: string, row: RecordRow, leaf: Leaf): SaltedCompartments {
  const plain = decrypted(keystore, programme, row);
  const compartments = plain && openContents(plain);
  if (!compartments) throw new TamperedRecord(row.index, 'contents');
  for (const letter of letters) {
    if (!equalBytes(commitmentOf(letter, compartments[letter], sha256), leaf.commitments[lowerCase[letter]]))
      throw new TamperedRecord(row.index, `commitment of compartment ${letter}`);
  }
  return compartments;
}

const lowerCase = { A: 'a', B: 'b', C: 'c' } as const;

/** undefined: the bytes are not what was encrypted. */
function decrypted(keystore: Keystore, programme: string, row: RecordRow): Buffer | undefined {
  const epoch = { programme, month: row.month.slice(0, 7), retention: row.retention };
  try {
    return decryptUnder(keystore, epoch, boundTo(programme), { key: row.contents_key, box: row.contents });
  } catch (error) {
    if (!(error instanceof KeystoreFault)) throw error;
    throw faultOfKey(error, row.index);
  }
}

function faultOfKey(fault: KeystoreFault, index: number): Error {
  switch (fault.code) {
    case 'epoch-destroyed':
      return new ForgottenRecord(index);
    case 'wrong-root-key':
      return new TamperedRecord(index, 'key of its contents');
    case 'epoch-missing':
    case 'bad-name':
      return new TamperedRecord(index, 'column retention (or the key it names is lost)');
    default:
      return new LogUnavailable('keys', 'the keystore is not usable', { cause: fault });
  }
}
