// A witness (c2sp.org/tlog-witness): what it answers to a checkpoint, judged in the order of the specification, and what it then signs.
// The caller keeps the last checkpoint cosigned of each origin, and writes the new one down before anybody sees the cosignature.
import { equalBytes } from '#domain/kernel';
import { parseAddCheckpoint, type AddCheckpoint } from './add-checkpoint.ts';
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { cosignatureTime, signCosignature } from './cosignature.ts';
import type { Sha256, VerifyEd25519 } from './hashing.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import { verifyGrowth, type TreeHead } from './proofs.ts';
import { formatNote, parseNote, verifyNote, type Note, type NoteSignature, type NoteSigner } from './signed-note.ts';
import { emptyRoot } from './tree-hash.ts';
import type { VerifierKey } from './verifier-key.ts';

/** What a witness knows of an origin: the keys it trusts for it, and the last head it cosigned. */
export type WitnessedLog = { readonly keys: readonly VerifierKey[]; readonly last: TreeHead | undefined };

export type WitnessVerdict =
  /** `note` has the log's signatures that were checked, and no others. */
  | { readonly status: 200; readonly checkpoint: Checkpoint; readonly note: Note }
  | { readonly status: 409; readonly size: number }
  | { readonly status: 400 | 403 | 404 | 422; readonly reason: string };

/** @param find by origin; undefined for a log the witness does not know */
export function judgeAddCheckpoint(
  body: string,
  find: (origin: string) => WitnessedLog | undefined,
  sha256: Sha256,
  verify: VerifyEd25519,
): WitnessVerdict {
  const read = readRequest(body);
  if ('status' in read) return read;
  const { request, note, checkpoint } = read;
  const log = find(checkpoint.origin);
  if (!log) return { status: 404, reason: 'this witness does not know that log' };
  const signed = verifyNote(note, log.keys, verify);
  if (signed.kind !== 'verified') return { status: 403, reason: signed.kind };
  if (request.oldSize > checkpoint.size) return { status: 400, reason: 'the old size is larger than the checkpoint' };
  const last = log.last ?? { size: 0, rootHash: emptyRoot(sha256) };
  if (request.oldSize !== last.size) return { status: 409, size: last.size };
  if (checkpoint.size === 0 && !equalBytes(checkpoint.rootHash, emptyRoot(sha256)))
    return { status: 422, reason: 'the root of the empty tree is the hash of nothing' };
  if (!verifyGrowth(last, checkpoint, request.proof, sha256)) return { status: 422, reason: 'the consistency proof does not hold' };
  return { status: 200, checkpoint, note: { text: note.text, signatures: note.signatures.filter((one) => isBy(one, signed.by)) } };
}

/** @returns the witness's signature lines, and the note with them. @param time seconds since 1970 */
export function cosignNote(note: Note, time: number, { key, sign }: NoteSigner): { readonly lines: string; readonly note: string } {
  const cosignature = { name: key.name, keyId: key.keyId, signature: signCosignature(note.text, time, key, sign) };
  return {
    lines: formatNote({ text: note.text, signatures: [cosignature] }).slice(note.text.length + 1),
    note: formatNote({ text: note.text, signatures: [...note.signatures, cosignature] }),
  };
}

/**
 * The cosignatures of one witness out of its answer; of what else it sent, nothing.
 * @throws LedgerFormatError for lines that are no signatures; `signature-malformed` where the witness's own are missing or wrong
 */
export function readCosignatures(lines: string, text: string, key: VerifierKey, verify: VerifyEd25519): NoteSignature[] {
  const answer = parseNote(`${text}\n${lines}`);
  const own = answer.signatures.filter((one) => isBy(one, [key]));
  if (answer.text !== text || verifyNote(answer, [key], verify).kind !== 'verified' || own.some(isTimeless))
    throw new LedgerFormatError('signature-malformed', "the witness's cosignature is missing or wrong");
  return own;
}

function readRequest(body: string): { request: AddCheckpoint; note: Note; checkpoint: Checkpoint } | { status: 400 | 403; reason: string } {
  try {
    const request = parseAddCheckpoint(body);
    const note = parseNote(request.note);
    return { request, note, checkpoint: parseCheckpoint(note.text) };
  } catch (error) {
    if (!(error instanceof LedgerFormatError)) throw error;
    // A line that can't be a signature is a signature that fails.
    return { status: error.code === 'signature-malformed' ? 403 : 400, reason: error.message };
  }
}

function isBy({ name, keyId }: NoteSignature, keys: readonly VerifierKey[]): boolean {
  return keys.some((key) => key.name === name && key.keyId === keyId);
}

/** A cosignature of a checkpoint must not leave out the time. */
function isTimeless({ signature }: NoteSignature): boolean {
  return cosignatureTime(signature) === 0;
}
