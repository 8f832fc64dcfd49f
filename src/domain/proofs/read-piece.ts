// What somebody holds that proves a record, as the text of a file, a QR code or a receipt. Each form is told by how it begins;
// what is wrong with it is named by part and line. Nothing here is verified yet.
import {
  LedgerFormatError,
  maxNoteLength,
  parseCheckpoint,
  parseNote,
  parsePromise,
  parseTlogProof,
  type Checkpoint,
  type ParsedPromise,
  type TlogProof,
} from '#domain/ledger';
import { EvidenceFault, parseOpening, type Opening } from '#domain/evidence';
import { utf8 } from '#domain/kernel';

export type Part = 'proof' | 'checkpoint' | 'receipt' | 'content';

export type Piece =
  /** C2SP tlog-proof; its `extra`, where there is one, is the record's leaf. */
  | { readonly kind: 'proof'; readonly proof: TlogProof; readonly checkpoint: Checkpoint }
  /** What came with an answer, before anything was sealed. */
  | { readonly kind: 'receipt'; readonly text: string; readonly receipt: ParsedPromise }
  /** The signed head of a tree, alone. */
  | { readonly kind: 'checkpoint'; readonly note: string; readonly checkpoint: Checkpoint }
  /** What a record says, with the salts that its leaf commits to it by. */
  | { readonly kind: 'content'; readonly openings: readonly [Opening, ...Opening[]] };

/** `part` undefined: it is none of them. */
export type Unreadable = { readonly kind: 'unreadable'; readonly part?: Part; readonly line?: number | undefined };

/** Longer texts are none of ours. */
export const longestPiece = 2 * maxNoteLength;
const mostOpenings = 3;

export function readPiece(given: string): Piece | Unreadable {
  if (given.length > longestPiece || !given.isWellFormed()) return { kind: 'unreadable' };
  const text = `${given
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trim()}\n`; // as it stood before it was pasted
  if (text.startsWith('c2sp.org/tlog-proof@')) return readProof(text);
  if (text.startsWith('mingcha-receipt-')) return reading('receipt', () => readReceipt(text.trimEnd()));
  if (text.includes('\n\n\u2014 ')) return reading('checkpoint', () => ({ kind: 'checkpoint', note: text, checkpoint: headOf(text) }));
  if (/^\d+ [A-Z] /.test(text)) return readContent(text.trimEnd().split('\n'));
  return { kind: 'unreadable' };
}

function readProof(text: string): Piece | Unreadable {
  return reading('proof', () => {
    const proof = parseTlogProof(text);
    return reading('checkpoint', () => ({ kind: 'proof', proof, checkpoint: headOf(proof.checkpoint) }));
  });
}

function readReceipt(text: string): Piece {
  return { kind: 'receipt', text, receipt: parsePromise(text) };
}

function readContent(lines: readonly string[]): Piece | Unreadable {
  const openings: Opening[] = [];
  for (const [at, line] of lines.entries()) {
    const opening = readOpening(line);
    const before = openings.at(-1);
    const follows = before === undefined || (opening?.index === before.index && opening.letter > before.letter);
    if (!opening || !follows || at >= mostOpenings) return { kind: 'unreadable', part: 'content', line: at + 1 };
    openings.push(opening);
  }
  const [first, ...others] = openings;
  return first ? { kind: 'content', openings: [first, ...others] } : { kind: 'unreadable' };
}

function readOpening(line: string): Opening | undefined {
  try {
    return parseOpening(utf8(line), '');
  } catch (error) {
    if (error instanceof EvidenceFault) return undefined;
    throw error;
  }
}

function headOf(note: string): Checkpoint {
  return parseCheckpoint(parseNote(note).text);
}

function reading(part: Part, read: () => Piece | Unreadable): Piece | Unreadable {
  try {
    return read();
  } catch (error) {
    if (error instanceof LedgerFormatError) return { kind: 'unreadable', part, line: error.line };
    throw error;
  }
}
