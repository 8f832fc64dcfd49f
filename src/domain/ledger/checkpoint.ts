// Checkpoints (c2sp.org/tlog-checkpoint): the signed head of a log's tree. Three lines (origin, size, root hash), then extension lines
// that real logs do carry: a reader that insists on three lines rejects them.
import { fromBase64, toBase64 } from '#domain/kernel';
import { hashLength, type VerifyEd25519 } from './hashing.ts';
import { decodeField, LedgerFormatError } from './ledger-format-error.ts';
import { parseNote, signNote, verifyNote, type NoteSigner, type NoteVerdict } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly rootHash: Uint8Array;
  readonly extensions: readonly string[];
};
export type CheckpointVerdict =
  | Exclude<NoteVerdict, { kind: 'verified' }>
  | { readonly kind: 'verified'; readonly by: readonly VerifierKey[]; readonly checkpoint: Checkpoint };

/** The text of the note, without signatures. */
export function formatCheckpoint({ origin, size, rootHash, extensions }: Checkpoint): string {
  const lines = [origin, String(size), toBase64(rootHash), ...extensions];
  if (lines.some((line) => line.includes('\n'))) throw new LedgerFormatError('note-malformed', 'a line of a checkpoint holds a newline');
  const text = `${lines.join('\n')}\n`;
  parseCheckpoint(text); // what we write must be what others read
  return text;
}

export function parseCheckpoint(text: string): Checkpoint {
  if (!text.endsWith('\n')) throw new LedgerFormatError('note-malformed', 'a checkpoint ends in a newline');
  const [origin = '', sizeLine = '', rootLine = '', ...extensions] = text.slice(0, -1).split('\n');
  if (origin === '') throw new LedgerFormatError('origin-malformed', 'the origin is empty');
  const size = parseDecimal(sizeLine, 'size-malformed', 'the tree size');
  const rootHash = decodeField('root-hash-malformed', 'the root hash', () => fromBase64(rootLine));
  if (rootHash.length !== hashLength) throw new LedgerFormatError('root-hash-malformed', 'the root hash has not 32 bytes');
  if (extensions.includes('')) throw new LedgerFormatError('extension-malformed', 'an extension line is empty');
  return { origin, size, rootHash, extensions };
}

/** The whole signed note. */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly NoteSigner[]): string {
  return signNote(formatCheckpoint(checkpoint), signers);
}

/** Reads and checks a signed checkpoint; only a verified one gives its content away. */
export function openCheckpoint(note: string, keys: readonly VerifierKey[], verify: VerifyEd25519): CheckpointVerdict {
  const parsed = parseNote(note);
  const checkpoint = parseCheckpoint(parsed.text);
  const verdict = verifyNote(parsed, keys, verify);
  return verdict.kind === 'verified' ? { ...verdict, checkpoint } : verdict;
}

/** ASCII decimal without leading zeroes, up to 2^53 − 1: beyond it a size could not be computed with, and no tree is that large. */
export function parseDecimal(text: string, code: 'size-malformed' | 'proof-malformed', what: string): number {
  const value = /^(?:0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new LedgerFormatError(code, `${what} is not a decimal number, or too large`);
  return value;
}
