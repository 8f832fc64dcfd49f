// Proves what the leaves `[start, end)` of a log are: all of them, in their order, and none besides. The prover gives the compact range
// at `start`, the verifier appends the range's leaf hashes to it, and a consistency proof (RFC 6962, 2.1.2) leads from there to a
// signed tree. On the way the verifier meets the root of every tree that ends inside the range.
import { toBase64 } from '#domain/kernel';
import { parseDecimal } from './checkpoint.ts';
import type { Sha256 } from './hashing.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import { consistencyProof, verifyGrowth, type NodeReader, type TreeHead } from './proofs.ts';
import { parseProofHash } from './tlog-proof.ts';
import { Frontier } from './tree-hash.ts';

export type RangeProof = {
  readonly start: number;
  /** The roots of the perfect subtrees over the leaves before `start`, largest first: one per set bit of it. */
  readonly frontier: readonly Uint8Array[];
  readonly end: number;
  /** From the tree of `end` leaves to the signed one. */
  readonly consistency: readonly Uint8Array[];
};
export type LeafSpan = { readonly start: number; readonly end: number };

const header = 'mingcha-range-proof-v1';
const maxRangeProofLength = 16_384;
/** One hash per bit of a size at most, and as many again in a consistency proof. */
const maxHashes = 64;

/** @param size of the signed tree, which holds the whole range */
export async function rangeProof({ start, end }: LeafSpan, size: number, readNode: NodeReader, sha256: Sha256): Promise<RangeProof> {
  if (!Number.isSafeInteger(start) || start < 0 || start > end)
    throw new LedgerFormatError('proof-out-of-range', 'a range ends where it starts, or after');
  const consistency = await consistencyProof(end, size, readNode, sha256);
  const frontier = await Promise.all(perfectSubtrees(start).map(({ level, index }) => readNode(level, index)));
  return { start, frontier, end, consistency };
}

/** Where the verifier begins: append the range's leaf hashes, then ask `rangeEndsIn`. */
export function rangeFrontier({ start, frontier }: RangeProof, sha256: Sha256): Frontier {
  return new Frontier(sha256, start, frontier);
}

/** Whether the leaves appended are exactly those that the tree of `head` has in the range. */
export function rangeEndsIn({ end, consistency }: RangeProof, appended: Frontier, head: TreeHead, sha256: Sha256): boolean {
  return appended.size === end && verifyGrowth({ size: end, rootHash: appended.root() }, head, consistency, sha256);
}

export function formatRangeProof({ start, frontier, end, consistency }: RangeProof): string {
  const lines = [header, `start ${start}`, ...frontier.map(toBase64), `end ${end}`, ...consistency.map(toBase64)];
  const text = `${lines.join('\n')}\n`;
  parseRangeProof(text); // what we write must be what others read
  return text;
}

export function parseRangeProof(text: string): RangeProof {
  if (text.length > maxRangeProofLength || !text.endsWith('\n')) throw malformed('the proof is too long, or its last line is cut');
  const [first, startLine, ...lines] = text.slice(0, -1).split('\n');
  if (first !== header) throw malformed(`the first line is ${header}`);
  const endAt = lines.findIndex((line) => line.startsWith('end '));
  if (endAt < 0 || endAt > maxHashes || lines.length - endAt - 1 > maxHashes)
    throw malformed('the end line is missing, or there are too many hashes');
  const start = parsePlace(startLine, 'start');
  const end = parsePlace(lines[endAt], 'end');
  const frontier = lines.slice(0, endAt).map(parseProofHash);
  if (start > end || frontier.length !== perfectSubtrees(start).length) throw malformed('the range or its frontier does not fit');
  return { start, frontier, end, consistency: lines.slice(endAt + 1).map(parseProofHash) };
}

/** The perfect subtrees that a tree of `size` leaves falls into, largest first. */
function perfectSubtrees(size: number): { readonly level: number; readonly index: number }[] {
  const subtrees: { level: number; index: number }[] = [];
  for (let level = 0, width = 1; width <= size; level += 1, width *= 2) {
    const whole = Math.floor(size / width);
    if (whole % 2 === 1) subtrees.unshift({ level, index: whole - 1 });
  }
  return subtrees;
}

function parsePlace(line: string | undefined, word: 'start' | 'end'): number {
  if (!line?.startsWith(`${word} `)) throw malformed(`the ${word} line is missing`);
  return parseDecimal(line.slice(word.length + 1), 'proof-malformed', `the ${word}`);
}

function malformed(message: string): LedgerFormatError {
  return new LedgerFormatError('proof-malformed', message);
}
