// From a new record to the row that is stored: its compartments salted, each committed to by the leaf, and encrypted together under a
// data key of their own. The bytes hashed here are the bytes stored; nothing is rebuilt from columns later.
import { commitmentOf, formatLeaf, type CompartmentLetter } from '#domain/ledger';
import { encryptUnder, sha256, type Keystore } from '#server/keys';
import { saltedContents } from './compartments.ts';
import { leafHashOf } from './hash.ts';
import { prepareRecord } from './prepare-record.ts';
import type { NewRecord } from './record.ts';
import type { StoredRow } from './stored-row.ts';

/** @throws UnfitRecord @throws KeystoreFault */
export function encryptRecord(keystore: Keystore, programme: string, given: NewRecord): StoredRow {
  const { texts, ...record } = prepareRecord(keystore, given);
  const { type, month, retention } = record;
  const { bytes, compartments } = saltedContents(texts);
  const commit = (letter: CompartmentLetter): Uint8Array => commitmentOf(letter, compartments[letter], sha256);
  const leaf = bufferOf(formatLeaf({ type, month, commitments: { a: commit('A'), b: commit('B'), c: commit('C') } }));
  const contents = encryptUnder(keystore, { programme, month, retention }, boundTo(programme), bytes);
  return { ...record, leaf, leafHash: leafHashOf(leaf), contents };
}

/**
 * What a record's encryption is bound to: another log's does not open. To which record it belongs, its leaf says, which commits to
 * the contents, and the contents, which hold the record's id.
 */
export function boundTo(programme: string): Buffer {
  return Buffer.from(`record\0${programme}`);
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
