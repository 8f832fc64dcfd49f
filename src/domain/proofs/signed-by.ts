// Whose signatures stand under a checkpoint or a receipt, as far as the keys are trusted.
import {
  checkQuorum,
  LedgerFormatError,
  noQuorum,
  openCheckpoint,
  openReceiptKey,
  parseNote,
  verifyPromise,
  type Checkpoint,
  type Cosigned,
  type Sha256,
  type VerifierKey,
  type VerifyEd25519,
} from '#domain/ledger';
import type { Evidence, TrustedKeys, Verdict } from './verdict.ts';

export interface Cryptography {
  readonly sha256: Sha256;
  readonly verify: VerifyEd25519;
}

export type Signed = { readonly by: readonly VerifierKey[]; readonly cosigned: readonly Cosigned[] };

/** The verdict where it isn't signed by a trusted key of the log. */
export function openHead(
  { checkpoint: { origin } }: { readonly checkpoint: Checkpoint },
  note: string,
  trusted: TrustedKeys,
  { verify }: Cryptography,
): Signed | Verdict {
  const signed = openCheckpoint(note, logKeysOf(origin, trusted), verify);
  if (signed.kind === 'no-known-signature') return { kind: 'unknown-key', origin };
  const witnesses = trusted.keys
    .filter(({ type }) => type === 'ed25519-cosignature')
    .map((key) => ({ name: key.name, key, url: undefined }));
  const quorum = checkQuorum({ logs: [], witnesses, groups: [], quorum: noQuorum }, parseNote(note), verify);
  if (signed.kind === 'wrong-signature' || quorum.kind === 'wrong-signature')
    return { kind: 'wrong', what: 'signature', part: 'checkpoint' };
  return { by: signed.by, cosigned: quorum.cosigned };
}

export function judgeReceipt({ receipt }: NonNullable<Evidence['receipt']>, trusted: TrustedKeys, cryptography: Cryptography): Verdict {
  const { origin, index } = receipt.promise;
  const logKeys = logKeysOf(origin, trusted);
  if (logKeys.length === 0) return { kind: 'unknown-key', origin };
  const keys = [...logKeys, ...receiptKeysOf(origin, logKeys, trusted, cryptography)];
  const by = keys.filter(({ publicKey }) => verifyPromise(receipt, publicKey, cryptography.verify, cryptography.sha256));
  return by.length > 0 ? { kind: 'promised', origin, index, by } : { kind: 'wrong', what: 'signature', part: 'receipt' };
}

/** A key is named after its log: one log must not vouch for another's tree. */
function logKeysOf(origin: string, { keys }: TrustedKeys): VerifierKey[] {
  return keys.filter(({ name, type }) => type === 'ed25519' && name === origin);
}

/** What the log doesn't say of its receipts' key, or says of another's, is no key. */
function receiptKeysOf(
  origin: string,
  logKeys: readonly VerifierKey[],
  { receiptKeyNotes }: TrustedKeys,
  { sha256, verify }: Cryptography,
): VerifierKey[] {
  return receiptKeyNotes.flatMap((note) => {
    try {
      return [openReceiptKey(note, origin, logKeys, sha256, verify)];
    } catch (error) {
      if (error instanceof LedgerFormatError) return [];
      throw error;
    }
  });
}
