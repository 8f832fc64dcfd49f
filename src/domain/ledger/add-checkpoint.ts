// The call by which a log asks a witness for a cosignature (c2sp.org/tlog-witness, "add-checkpoint"): the size the witness is thought to
// know, the consistency proof from there, an empty line, the signed checkpoint. Bounded before anything is read.
import { toBase64 } from '#domain/kernel';
import { parseDecimal } from './checkpoint.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import { maxNoteLength } from './signed-note.ts';
import { maxProofHashes, parseProofHash } from './tlog-proof.ts';

/** `note` is the signed checkpoint, verbatim. */
export type AddCheckpoint = { readonly oldSize: number; readonly proof: readonly Uint8Array[]; readonly note: string };

/** One hash in base64 and its newline. */
const proofLineLength = 45;
const sizeLineLength = 'old 9007199254740991\n\n'.length;
export const maxAddCheckpointLength = maxNoteLength + maxProofHashes * proofLineLength + sizeLineLength;

export function formatAddCheckpoint({ oldSize, proof, note }: AddCheckpoint): string {
  return `${[`old ${oldSize}`, ...proof.map(toBase64)].join('\n')}\n\n${note}`;
}

/** Reads all but the note, which is read by whoever checks its signature. */
export function parseAddCheckpoint(body: string): AddCheckpoint {
  if (body.length > maxAddCheckpointLength) throw malformed('the request is too long');
  const split = body.indexOf('\n\n');
  if (split < 0) throw malformed('an empty line stands before the checkpoint');
  const [first = '', ...proof] = body.slice(0, split).split('\n');
  if (!first.startsWith('old ')) throw malformed('the first line gives the old size');
  if (proof.length > maxProofHashes) throw malformed('the proof has too many hashes');
  return {
    oldSize: parseDecimal(first.slice('old '.length), 'size-malformed', 'the old size'),
    proof: proof.map(parseProofHash),
    note: body.slice(split + 2),
  };
}

/** The body of "409 Conflict": the size of the last checkpoint the witness cosigned. */
export function formatTreeSize(size: number): string {
  return `${size}\n`;
}

export function parseTreeSize(body: string): number {
  if (!body.endsWith('\n')) throw malformed('a size ends in a newline');
  return parseDecimal(body.slice(0, -1), 'size-malformed', "the witness's size");
}

function malformed(message: string): LedgerFormatError {
  return new LedgerFormatError('request-malformed', message);
}
