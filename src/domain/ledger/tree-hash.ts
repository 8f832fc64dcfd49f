// The Merkle tree of RFC 6962, section 2.1: leaves hash as SHA-256(0x00 ‖ entry), nodes as SHA-256(0x01 ‖ left ‖ right),
// the empty tree as SHA-256 of nothing; a tree of n leaves splits at the largest power of two below n.
import { hashParts } from './hash-parts.ts';
import { hashLength, type Sha256 } from './hashing.ts';
import { LedgerFormatError } from './ledger-format-error.ts';

const leafPrefix = Uint8Array.of(0);
const nodePrefix = 1;

export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array(0));
}

export function leafHash(entry: Uint8Array, sha256: Sha256): Uint8Array {
  return hashParts(sha256, leafPrefix, entry);
}

// One buffer for every node: a log of a million entries has a million nodes, and hashing is synchronous.
const node = new Uint8Array(1 + 2 * hashLength);
node[0] = nodePrefix;

export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  if (left.length !== hashLength || right.length !== hashLength)
    throw new LedgerFormatError('hash-length-wrong', 'a tree hash has 32 bytes');
  node.set(left, 1);
  node.set(right, 1 + hashLength);
  return sha256(node);
}

/** The root over leaf hashes, or over the hashes of perfect subtrees of one height followed by at most one smaller one. */
export function rootOf(hashes: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  const frontier = new Frontier(sha256);
  for (const hash of hashes) frontier.append(hash);
  return frontier.root();
}

/**
 * The compact range over the first `size` leaves: the roots of the perfect subtrees on the tree's right edge, largest first, one per
 * set bit of the size. Enough to append and to give the root; 53 hashes at most.
 */
export class Frontier {
  readonly #sha256: Sha256;
  #size: number;
  #peaks: Uint8Array[];

  /** Starts empty, or from the size and peaks of an earlier frontier. */
  constructor(sha256: Sha256, size = 0, peaks: readonly Uint8Array[] = []) {
    if (!Number.isSafeInteger(size) || size < 0 || peaks.length !== countBits(size)) {
      throw new LedgerFormatError('size-malformed', 'a frontier has one hash per set bit of its size');
    }
    if (peaks.some((peak) => peak.length !== hashLength)) throw new LedgerFormatError('hash-length-wrong', 'a tree hash has 32 bytes');
    this.#sha256 = sha256;
    this.#size = size;
    this.#peaks = [...peaks];
  }

  get size(): number {
    return this.#size;
  }

  get peaks(): readonly Uint8Array[] {
    return [...this.#peaks];
  }

  append(hash: Uint8Array): void {
    let merged = hash;
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      merged = nodeHash(this.#peaks.pop() ?? merged, merged, this.#sha256); // one peak per set bit: never empty here
    }
    this.#peaks.push(merged);
    this.#size += 1;
  }

  root(): Uint8Array {
    const [last, ...larger] = this.#peaks.toReversed();
    if (!last) return emptyRoot(this.#sha256);
    return larger.reduce((right, left) => nodeHash(left, right, this.#sha256), last);
  }
}

function countBits(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
