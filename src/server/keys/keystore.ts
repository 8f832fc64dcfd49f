// The keystore: every secret of an installation, in one directory outside the database and its backups.
// Destroying an epoch key there makes what it protects unreadable in every copy (NW-4.3.3, NW-4.3.5).
// Calls are synchronous: files are tiny, read once, and a key is on disk (fsynced) before its first use.

/** Names the key under which data keys are wrapped: one per programme, month and retention class. */
export interface Epoch {
  readonly programme: string;
  /** `2026-11` */
  readonly month: string;
  readonly retention: RetentionClass;
}

/** A class of records that are forgotten together, as the regulation names it: lower-case letters, digits, hyphens; at most 32. */
export type RetentionClass = string;

/** What a blind index finds: separate digests for separate purposes, so that one column says nothing about the other. */
export type BlindPurpose = 'actor' | 'subject';

export interface LogKey {
  /** C2SP verifier key, `name+hash+key`. */
  readonly vkey: string;
  /** 32 bytes, Ed25519. */
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

export interface Keystore {
  readonly directory: string;
  /** AES-KW (RFC 3394) under the epoch's key, which is created on first use. 32 bytes in, 40 out. */
  wrapDataKey(epoch: Epoch, dataKey: Uint8Array): Uint8Array;
  /** @throws KeystoreFault `epoch-destroyed` when it is forgotten */
  unwrapDataKey(epoch: Epoch, wrapped: Uint8Array): Uint8Array;
  epochState(epoch: Epoch): 'none' | 'present' | 'destroyed';
  /** Overwrites and unlinks the key, and leaves a note that it was destroyed so that it is never made anew. */
  destroyEpoch(epoch: Epoch): void;
  /** HMAC-SHA-256 of a value under the year's index key: equal values are found, nothing can be read back. */
  blind(year: number, purpose: BlindPurpose, value: string): Uint8Array;
  /** The years that have an index key, oldest first. */
  indexYears(): number[];
  /** The Ed25519 key of the log with this origin, created on first use. */
  logKey(origin: string): LogKey;
  /** Throws KeystoreFault when the directory is gone, exchanged, or readable by others. Cheap: called before every append. */
  assertUsable(): void;
}
