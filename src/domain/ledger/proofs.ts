// Inclusion and consistency proofs: built as RFC 6962, sections 2.1.1 and 2.1.2, define them, verified by the algorithms of
// RFC 9162, sections 2.1.3.2 and 2.1.4.2. Sizes may exceed 32 bits, so no bit operators here.
import { equalBytes } from '#domain/kernel';
import { hashLength, type Sha256 } from './hashing.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import { emptyRoot, nodeHash } from './tree-hash.ts';

/** The root of the perfect subtree over the leaves `[index × 2^level, (index + 1) × 2^level)`. */
export type NodeReader = (level: number, index: number) => Uint8Array | Promise<Uint8Array>;

export type TreeHead = { readonly size: number; readonly rootHash: Uint8Array };

type LeafRange = { readonly begin: number; readonly end: number };

/** The audit path of the leaf at `index` in the tree of `size` leaves, from the leaf's sibling up. */
export async function inclusionProof(index: number, size: number, readNode: NodeReader, sha256: Sha256): Promise<Uint8Array[]> {
  if (!isSize(size) || !isSize(index) || index >= size)
    throw new LedgerFormatError('proof-out-of-range', 'no such leaf in a tree of that size');
  return rangeHashes(inclusionRanges(index, { begin: 0, end: size }), readNode, sha256);
}

/** The proof that the tree of `oldSize` leaves is a prefix of the tree of `newSize`; empty from size 0 and between equal sizes. */
export async function consistencyProof(oldSize: number, newSize: number, readNode: NodeReader, sha256: Sha256): Promise<Uint8Array[]> {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize)
    throw new LedgerFormatError('proof-out-of-range', 'a tree grows and never shrinks');
  if (oldSize === 0) return [];
  return rangeHashes(consistencyRanges(oldSize, { begin: 0, end: newSize }, true), readNode, sha256);
}

/** RFC 9162, 2.1.3.2. */
export function verifyInclusion(leaf: Uint8Array, index: number, head: TreeHead, proof: readonly Uint8Array[], sha256: Sha256): boolean {
  if (!isSize(index) || !isSize(head.size) || index >= head.size || ![leaf, ...proof].every(isHash)) return false;
  let at = index;
  let last = head.size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(sibling, hash, sha256);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, sibling, sha256);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equalBytes(hash, head.rootHash);
}

/** RFC 9162, 2.1.4.2. Refuses old size 0, where a proof proves nothing: see verifyGrowth. */
export function verifyConsistency(older: TreeHead, newer: TreeHead, proof: readonly Uint8Array[], sha256: Sha256): boolean {
  if (!isSize(older.size) || !isSize(newer.size) || older.size === 0 || older.size > newer.size || !proof.every(isHash)) return false;
  if (older.size === newer.size) return proof.length === 0 && equalBytes(older.rootHash, newer.rootHash);
  let at = older.size - 1;
  let last = newer.size - 1;
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  // A complete old tree is itself the first node of the proof, and is left out of it.
  const [start, ...rest] = at === 0 ? [older.rootHash, ...proof] : proof;
  if (!start || !isHash(start)) return false;
  let oldHash = start;
  let newHash = start;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      oldHash = nodeHash(sibling, oldHash, sha256);
      newHash = nodeHash(sibling, newHash, sha256);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      newHash = nodeHash(newHash, sibling, sha256);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equalBytes(oldHash, older.rootHash) && equalBytes(newHash, newer.rootHash);
}

/** Consistency as a signer or witness needs it: from the empty tree every tree follows, with an empty proof (c2sp.org/tlog-witness). */
export function verifyGrowth(older: TreeHead, newer: TreeHead, proof: readonly Uint8Array[], sha256: Sha256): boolean {
  if (older.size !== 0) return verifyConsistency(older, newer, proof, sha256);
  const empty = emptyRoot(sha256);
  const newerHolds = newer.size === 0 ? equalBytes(newer.rootHash, empty) : isSize(newer.size) && isHash(newer.rootHash);
  return proof.length === 0 && equalBytes(older.rootHash, empty) && newerHolds;
}

function inclusionRanges(index: number, { begin, end }: LeafRange): LeafRange[] {
  if (end - begin <= 1) return [];
  const middle = begin + splitOf(end - begin);
  if (index < middle) return [...inclusionRanges(index, { begin, end: middle }), { begin: middle, end }];
  return [...inclusionRanges(index, { begin: middle, end }), { begin, end: middle }];
}

/** SUBPROOF of RFC 6962, 2.1.2; `complete` is its b: the old tree is the whole left part, known to the verifier already. */
function consistencyRanges(oldEnd: number, { begin, end }: LeafRange, complete: boolean): LeafRange[] {
  if (oldEnd === end) return complete ? [] : [{ begin, end }];
  const middle = begin + splitOf(end - begin);
  if (oldEnd <= middle) return [...consistencyRanges(oldEnd, { begin, end: middle }, complete), { begin: middle, end }];
  return [...consistencyRanges(oldEnd, { begin: middle, end }, false), { begin, end: middle }];
}

function rangeHashes(ranges: readonly LeafRange[], readNode: NodeReader, sha256: Sha256): Promise<Uint8Array[]> {
  return Promise.all(ranges.map((range) => rangeHash(range, readNode, sha256)));
}

/** The hash over a range that starts where a subtree starts, from its perfect subtrees, folded from the right. */
async function rangeHash({ begin, end }: LeafRange, readNode: NodeReader, sha256: Sha256): Promise<Uint8Array> {
  const peaks: (Uint8Array | Promise<Uint8Array>)[] = [];
  let at = begin;
  for (let level = Math.floor(Math.log2(end - begin)) + 1; level >= 0; level -= 1) {
    const width = 2 ** level;
    if (end - at < width) continue;
    peaks.push(readNode(level, at / width));
    at += width;
  }
  const hashes = await Promise.all(peaks);
  return hashes.reduceRight((right, left) => nodeHash(left, right, sha256));
}

/** The largest power of two below `count`, by doubling: a logarithm is inexact near 2^53. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isHash = (bytes: Uint8Array): boolean => bytes.length === hashLength;
const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);
