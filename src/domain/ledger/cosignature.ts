// Cosignatures (c2sp.org/tlog-cosignature, Ed25519): a witness says that at this second the checkpoint was the largest consistent tree
// it had seen of the log. Eight bytes of time stand before the signature, and the signature covers them.
import { concatBytes, utf8 } from '#domain/kernel';
import type { SignEd25519 } from './hashing.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import type { VerifierKey } from './verifier-key.ts';

const timeLength = 8;

/** What a cosignature signs: `text` is the note's text with its last newline. */
export function cosignatureMessage(text: string, time: bigint): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}

/** The signature as a note carries it. @param time seconds since 1970, never 0: that would mean "no time" */
export function signCosignature(text: string, time: number, { type }: VerifierKey, sign: SignEd25519): Uint8Array {
  if (type !== 'ed25519-cosignature') throw new LedgerFormatError('vkey-unknown-type', 'a cosignature is made with a cosignature key');
  if (!Number.isSafeInteger(time) || time <= 0) throw new LedgerFormatError('signature-malformed', 'a cosignature has a time');
  const stamp = new Uint8Array(timeLength);
  new DataView(stamp.buffer).setBigUint64(0, BigInt(time));
  return concatBytes(stamp, sign(cosignatureMessage(text, BigInt(time))));
}

/** Seconds since 1970; undefined for bytes that are no cosignature. Verify first: the time is the signer's word. */
export function cosignatureTime(signature: Uint8Array): number | undefined {
  if (signature.length <= timeLength) return undefined;
  return Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
}
