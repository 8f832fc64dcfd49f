// Proofs that travel alone (c2sp.org/tlog-proof@v1): index, inclusion proof and signed checkpoint in one text, fit for a file or a QR code.
import { fromBase64, toBase64 } from '#domain/kernel';
import { openCheckpoint, parseDecimal, type CheckpointVerdict } from './checkpoint.ts';
import { hashLength, type Sha256, type VerifyEd25519 } from './hashing.ts';
import { decodeField, LedgerFormatError } from './ledger-format-error.ts';
import { verifyInclusion } from './proofs.ts';
import { maxNoteLength } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** `checkpoint` is the signed note, verbatim. `extra` is not authenticated: never trust it. */
export type TlogProof = {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  readonly checkpoint: string;
  readonly extra?: Uint8Array;
};
export type TlogProofVerdict = CheckpointVerdict | { readonly kind: 'wrong-origin' } | { readonly kind: 'not-included' };

const header = 'c2sp.org/tlog-proof@v1';
/** A path is no longer than the tree is high. */
export const maxProofHashes = 63;
const maxExtraLength = 65_536;

export function formatTlogProof({ index, hashes, checkpoint, extra }: TlogProof): string {
  const lines = [header, ...(extra ? [`extra ${toBase64(extra)}`] : []), `index ${index}`, ...hashes.map(toBase64)];
  const text = `${lines.join('\n')}\n\n${checkpoint}`;
  parseTlogProof(text); // what we write must be what others read
  return text;
}

export function parseTlogProof(text: string): TlogProof {
  if (text.length > maxNoteLength + 2 * maxExtraLength) throw malformed('the proof is too long');
  const split = text.indexOf('\n\n');
  if (split < 0) throw malformed('an empty line stands before the checkpoint');
  const lines = text.slice(0, split).split('\n');
  if (lines[0] !== header) throw malformed(`the first line is ${header}`, 1);
  const extra = lines[1]?.startsWith('extra ') ? lines[1].slice('extra '.length) : undefined;
  const indexAt = extra === undefined ? 1 : 2;
  const index = lines[indexAt];
  if (!index?.startsWith('index ')) throw malformed('the index line is missing', indexAt + 1);
  const hashesAt = indexAt + 1;
  if (lines.length - hashesAt > maxProofHashes) throw malformed('the proof has too many hashes', hashesAt + maxProofHashes + 1);
  const checkpoint = text.slice(split + 2);
  if (checkpoint === '') throw malformed('the checkpoint is missing', lines.length + 2);
  return {
    index: onLine(indexAt + 1, () => parseDecimal(index.slice('index '.length), 'proof-malformed', 'the index')),
    hashes: lines.slice(hashesAt).map((line, at) => onLine(hashesAt + at + 1, () => parseProofHash(line))),
    checkpoint,
    ...(extra !== undefined && { extra: onLine(2, () => parseExtra(extra)) }),
  };
}

/** Checks the log's signature, its origin where one is given, and that the leaf is in the tree. */
export function verifyTlogProof(
  proof: TlogProof,
  claim: { readonly leafHash: Uint8Array; readonly keys: readonly VerifierKey[]; readonly origin?: string },
  sha256: Sha256,
  verify: VerifyEd25519,
): TlogProofVerdict {
  const verdict = openCheckpoint(proof.checkpoint, claim.keys, verify);
  if (verdict.kind !== 'verified') return verdict;
  if (claim.origin !== undefined && verdict.checkpoint.origin !== claim.origin) return { kind: 'wrong-origin' };
  return verifyInclusion(claim.leafHash, proof.index, verdict.checkpoint, proof.hashes, sha256) ? verdict : { kind: 'not-included' };
}

function parseExtra(base64: string): Uint8Array {
  const extra = decodeField('proof-malformed', 'the extra data', () => fromBase64(base64));
  if (extra.length > maxExtraLength) throw malformed('the extra data is too long');
  return extra;
}

export function parseProofHash(line: string): Uint8Array {
  const hash = decodeField('proof-malformed', 'a proof hash', () => fromBase64(line));
  if (hash.length !== hashLength) throw malformed('a proof hash has not 32 bytes');
  return hash;
}

/** Says on which line a reader of one field stumbled. */
function onLine<T>(line: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof LedgerFormatError ? new LedgerFormatError(error.code, error.message, line) : error;
  }
}

function malformed(message: string, line?: number): LedgerFormatError {
  return new LedgerFormatError('proof-malformed', message, line);
}
