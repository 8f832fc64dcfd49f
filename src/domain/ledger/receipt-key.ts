// A log whose checkpoints are signed by a process of its own lets the server sign receipts with another key, and says so in a signed note.
// The note's second line is no number, so it can never be taken for a checkpoint; the key's name is not the log's, so it signs none.
import type { VerifyEd25519, Sha256 } from './hashing.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import { parseNote, signNote, verifyNote, type NoteSigner } from './signed-note.ts';
import { parseVkey, type VerifierKey } from './verifier-key.ts';

const header = 'mingcha-receipt-key-v1';

export function receiptKeyName(origin: string): string {
  return `${origin}/receipts`;
}

/** @param vkey of the key that receipts are signed with @param signers the log's own */
export function certifyReceiptKey(origin: string, vkey: string, signers: readonly NoteSigner[], sha256: Sha256): string {
  requireReceiptKey(origin, vkey, sha256);
  return signNote(`${header}\n${origin}\n${vkey}\n`, signers);
}

/**
 * The key that signs receipts of the log of these keys.
 * @throws LedgerFormatError `certificate-malformed` where the note is none, or the log didn't sign it
 */
export function openReceiptKey(
  note: string,
  origin: string,
  keys: readonly VerifierKey[],
  sha256: Sha256,
  verify: VerifyEd25519,
): VerifierKey {
  const parsed = parseNote(note);
  const [first, named, vkey, ...rest] = parsed.text.split('\n');
  if (first !== header || named !== origin || !vkey || rest.join() !== '') throw malformed('it is no receipt-key note of this log');
  const own = keys.filter(({ name }) => name === origin);
  if (verifyNote(parsed, own, verify).kind !== 'verified') throw malformed('the log did not sign it');
  return requireReceiptKey(origin, vkey, sha256);
}

function requireReceiptKey(origin: string, vkey: string, sha256: Sha256): VerifierKey {
  const key = parseVkey(vkey, sha256);
  if (key.name === receiptKeyName(origin) && key.type === 'ed25519') return key;
  throw malformed("the key is not named as the log's receipt key");
}

function malformed(message: string): LedgerFormatError {
  return new LedgerFormatError('certificate-malformed', message);
}
