// What signs a log's checkpoints, as sealing sees it: in this process, or in one of its own under another account (ADR 5). It signs no
// tree that leaves out what it signed before, and what it signs is on its own disk before anybody sees the signature.
import type { TreeHead } from '#domain/ledger';

export interface SignedCheckpoint {
  /** The signed note. */
  readonly note: string;
  /** Of the keys that signed it, newest first. */
  readonly vkeys: readonly string[];
}

/** How long the key before the newest signs beside it: until the first month-end, or for so many checkpoints (at least one). */
export type KeyOverlap = 'month-end' | number;

export interface CheckpointSigner {
  /** The last head signed; the empty tree before the first. */
  last(): Promise<TreeHead>;
  /** @param proof that `last()` is a prefix of `head` */
  sign(head: TreeHead, proof: readonly Uint8Array[]): Promise<SignedCheckpoint>;
  /** Signs with ML-DSA-44 as well (FIPS 204), and ends an overlap that lasts until the month-end. @param proof that `head` is a prefix of `last()` */
  signMonthEnd(head: TreeHead, proof: readonly Uint8Array[]): Promise<SignedCheckpoint>;
  /** Of the keys that sign now, newest first. */
  vkeys(): Promise<readonly string[]>;
  /** A note in which the log says that its receipts are signed with this key. */
  certifyReceiptKey(vkey: string): Promise<string>;
  /** The key that the next rotation brings: made, and not in use before `rotate`. */
  nextVkey(): Promise<string>;
  /** @param vkey what `nextVkey` gave; given again, nothing happens */
  rotate(vkey: string, overlap: KeyOverlap): Promise<void>;
  /** Another process that was signing can't remember, and so can't sign, any more. */
  takeOver(): Promise<void>;
}
