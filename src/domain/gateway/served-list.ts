// A provider's list of the calls it served in a month: one JSON line per call in the order of indexes, then a line with a signed note
// (c2sp.org/signed-note) over origin, month, count and the SHA-256 of the lines before it. One spelling for one list, so that no byte of
// it can change; what is cut off is missed, since the note comes last.
import { count, FormatError, fromBase64Url, keyed, monthInTaipei, ShapeError, text, toBase64, toBase64Url, utf8 } from '#domain/kernel';
import {
  formatVkey,
  hashLength,
  LedgerFormatError,
  parseNote,
  parseVkey,
  signNote,
  verifyNote,
  type NoteSigner,
  type Sha256,
  type VerifierKey,
  type VerifyEd25519,
} from '#domain/ledger';
import { ServedListFault } from './served-list-fault.ts';

export interface ServedCall {
  readonly index: number;
  readonly leafHash: Uint8Array;
  /** When the provider took the call, by its own clock. */
  readonly atMs: number;
}

/** What the provider signs. */
export interface ServedListHead {
  /** Of the log whose calls these are. */
  readonly origin: string;
  /** `2026-10` */
  readonly month: string;
  readonly count: number;
  /** SHA-256 of the calls' lines. */
  readonly digest: Uint8Array;
}

export interface ServedList extends ServedListHead {
  readonly calls: readonly ServedCall[];
  /** Whose signature holds. */
  readonly key: VerifierKey;
}

const document = 'mingcha-served-calls-v1';
export const maxServedListLength = 256 * 1024 * 1024;

export function formatServedCall({ index, leafHash, atMs }: ServedCall): string {
  return `${JSON.stringify({ at: new Date(atMs).toISOString(), index, leaf: toBase64Url(leafHash) })}\n`;
}

/** The list's last line. */
export function formatServedEnd(head: ServedListHead, signer: NoteSigner): string {
  return endLine(signNote(noteText(head), [signer]), signer.key);
}

/**
 * @param key the provider's, had from the provider; without it the list's own is taken, which proves that it is whole but not whose it is
 * @throws ServedListFault
 */
export function parseServedList(list: string, key: VerifierKey | undefined, sha256: Sha256, verify: VerifyEd25519): ServedList {
  if (list.length > maxServedListLength) throw new ServedListFault('too-long');
  const end = list.lastIndexOf('\n', list.length - 2) + 1;
  const lines = list.slice(0, end);
  const calls = lines.split('\n').slice(0, -1).map(readCall);
  const { note, key: own } = readAt(calls.length + 1, () => readEnd(list.slice(end), sha256));
  const signer = key ?? own;
  if (verifyNote(note, [signer], verify).kind !== 'verified') throw new ServedListFault('not-as-signed');
  const [title, origin = '', month = '', ...others] = note.text.split('\n');
  if (title !== document || others.length !== 3) throw new ServedListFault('malformed', calls.length + 1);
  const head = { origin, month, count: calls.length, digest: sha256(utf8(lines)) };
  if (noteText(head) !== note.text) throw new ServedListFault('not-as-signed');
  requireOrder(calls, month);
  return { ...head, calls, key: signer };
}

function noteText({ origin, month, count: calls, digest }: ServedListHead): string {
  return [document, origin, month, String(calls), toBase64(digest), ''].join('\n');
}

function endLine(note: string, key: VerifierKey): string {
  return `${JSON.stringify({ note, vkey: formatVkey(key) })}\n`;
}

const callFields = keyed({ at: text, index: count, leaf: text });
const endFields = keyed({ note: text, vkey: text });

function readCall(line: string, place: number): ServedCall {
  return readAt(place + 1, () => {
    const { at, index, leaf } = callFields(JSON.parse(line), '');
    const call = { index, leafHash: fromBase64Url(leaf), atMs: Date.parse(at) };
    const isFit = call.leafHash.length === hashLength && !Number.isNaN(call.atMs);
    return isFit && formatServedCall(call) === `${line}\n` ? call : undefined;
  });
}

function readEnd(line: string, sha256: Sha256) {
  const { note, vkey } = endFields(JSON.parse(line), '');
  const key = parseVkey(vkey, sha256);
  return endLine(note, key) === line ? { note: parseNote(note), key } : undefined;
}

function requireOrder(calls: readonly ServedCall[], month: string): void {
  let before = -1;
  for (const [place, { index, atMs }] of calls.entries()) {
    if (index <= before || monthInTaipei(atMs) !== month) throw new ServedListFault('malformed', place + 1);
    before = index;
  }
}

/** undefined, or a fault of form: the line is not as we write it. */
function readAt<T>(line: number, read: () => T | undefined): T {
  try {
    const value = read();
    if (value !== undefined) return value;
  } catch (error) {
    if (![SyntaxError, ShapeError, FormatError, LedgerFormatError].some((kind) => error instanceof kind)) throw error;
  }
  throw new ServedListFault('malformed', line);
}
