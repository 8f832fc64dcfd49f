// Signed notes (c2sp.org/signed-note): a text, an empty line, and one line per signature. Unknown signatures are ignored, as the
// specification demands; a signature that claims a known key and fails rejects the whole note.
import { concatBytes, fromBase64, toBase64, utf8 } from '#domain/kernel';
import { cosignatureMessage } from './cosignature.ts';
import type { SignEd25519, VerifyEd25519 } from './hashing.ts';
import { decodeField, LedgerFormatError } from './ledger-format-error.ts';
import { requireKeyName, type VerifierKey } from './verifier-key.ts';

export type NoteSignature = { readonly name: string; readonly keyId: number; readonly signature: Uint8Array };
/** `text` ends in a newline and is what was signed. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };
export type NoteSigner = { readonly key: VerifierKey; readonly sign: SignEd25519 };

export type NoteVerdict =
  | { readonly kind: 'verified'; readonly by: readonly VerifierKey[] }
  | { readonly kind: 'wrong-signature'; readonly by: VerifierKey }
  | { readonly kind: 'no-known-signature' };

/** The specification asks for at least 16 signatures; a post-quantum one is about 5 kB. */
export const maxSignatures = 100;
export const maxNoteLength = 1_000_000;
const dash = '\u2014 ';

export function parseNote(note: string): Note {
  if (note.length > maxNoteLength) throw new LedgerFormatError('note-too-long', 'a note has at most a million characters');
  requireNoteCharacters(note);
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n'))
    throw new LedgerFormatError('note-malformed', 'a note is a text, an empty line and signature lines');
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > maxSignatures) throw new LedgerFormatError('too-many-signatures', `a note has at most ${maxSignatures} signatures`);
  return { text: note.slice(0, split + 1), signatures: lines.map(parseSignature) };
}

export function formatNote({ text, signatures }: Note): string {
  requireNoteCharacters(text);
  if (!text.endsWith('\n')) throw new LedgerFormatError('note-malformed', "a note's text ends in a newline");
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

export function signNote(text: string, signers: readonly NoteSigner[]): string {
  const message = utf8(text);
  const signatures = signers.map(({ key, sign }) => {
    if (key.type !== 'ed25519') throw new LedgerFormatError('vkey-unknown-type', 'a note is signed with a plain Ed25519 key');
    return { name: key.name, keyId: key.keyId, signature: sign(message) };
  });
  return formatNote({ text, signatures });
}

/** Checks every signature that names one of the keys. ML-DSA-44 keys are none here: `verifyMlDsaCosignature` checks theirs. */
export function verifyNote(note: Note, keys: readonly VerifierKey[], verify: VerifyEd25519): NoteVerdict {
  const by = new Set<VerifierKey>();
  for (const signature of note.signatures) {
    const key = keys.find(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
    if (!key || key.type === 'ml-dsa-44-cosignature') continue;
    if (!verifySignature(note.text, signature, key, verify)) return { kind: 'wrong-signature', by: key };
    by.add(key);
  }
  return by.size > 0 ? { kind: 'verified', by: [...by] } : { kind: 'no-known-signature' };
}

function verifySignature(text: string, { signature }: NoteSignature, key: VerifierKey, verify: VerifyEd25519): boolean {
  if (key.type === 'ed25519') return signature.length === 64 && verify(key.publicKey, utf8(text), signature);
  // c2sp.org/tlog-cosignature: eight bytes of time, which the signature covers, before the 64 bytes of the signature.
  if (signature.length !== 72) return false;
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  return time < 2n ** 63n && verify(key.publicKey, cosignatureMessage(text, time), signature.subarray(8));
}

function parseSignature(line: string): NoteSignature {
  const [name, base64, ...rest] = line.startsWith(dash) ? line.slice(dash.length).split(' ') : [];
  if (name === undefined || base64 === undefined || rest.length > 0)
    throw new LedgerFormatError('signature-malformed', 'a signature line is malformed');
  requireKeyName(name);
  const bytes = decodeField('signature-malformed', 'a signature', () => fromBase64(base64));
  if (bytes.length < 5) throw new LedgerFormatError('signature-malformed', 'a signature has a key id and at least one byte');
  return { name, keyId: new DataView(bytes.buffer).getUint32(0), signature: bytes.slice(4) };
}

function formatSignature({ name, keyId, signature }: NoteSignature): string {
  requireKeyName(name);
  const id = new Uint8Array(4);
  new DataView(id.buffer).setUint32(0, keyId);
  return `${dash}${name} ${toBase64(concatBytes(id, signature))}\n`;
}

function requireNoteCharacters(text: string): void {
  if (!text.isWellFormed()) throw new LedgerFormatError('note-malformed', 'a note is well-formed Unicode');
  if (Array.from(text).some((character) => character < ' ' && character !== '\n'))
    throw new LedgerFormatError('note-control-character', 'a note has no control character but newlines');
}
