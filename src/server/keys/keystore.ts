// The keystore: every secret of an installation, in one directory outside the database and its backups.
// Destroying an epoch key there makes what it protects unreadable in every copy (NW-4.3.3, NW-4.3.5).
// Calls are synchronous: files are tiny, read once, and a key is on disk (fsynced) before its first use.
import type { WrappedKey } from './key-wrap.ts';

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

export type ProgrammeKeyPurpose = 'household' | 'client-services';

export interface SigningKey {
  /** C2SP verifier key, `name+hash+key`. */
  readonly vkey: string;
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** Ed25519: a public key of 32 bytes. */
export interface LogKey extends SigningKey {
  /** The ML-DSA-44 key beside it, for cosignatures of month-ends. */
  readonly mlDsa44: SigningKey;
}

/** Of logs, by origin and generation: 1 is a log's first key, every rotation makes the next. */
export interface LogKeys {
  /** undefined where there is none. */
  find(origin: string, generation: number): LogKey | undefined;
  /** Made and on disk, unless it is there already. */
  create(origin: string, generation: number): LogKey;
}

export interface Keystore {
  readonly directory: string;
  /** Tells one keystore from another; says nothing about its keys. */
  readonly fingerprint: string;
  /** A fresh one, and the same wrapped (AES-KW, RFC 3394) under the epoch's key, which is created on first use. */
  newDataKey(epoch: Epoch): WrappedKey;
  /** @throws KeystoreFault `epoch-destroyed` when it is forgotten */
  unwrapDataKey(epoch: Epoch, wrapped: Uint8Array): Uint8Array;
  epochState(epoch: Epoch): 'none' | 'present' | 'destroyed';
  /** Overwrites and unlinks the key, and leaves a note that it was destroyed so that it is never made anew. */
  destroyEpoch(epoch: Epoch): void;
  /** HMAC-SHA-256 of a value under the year's index key: equal values are found, nothing can be read back. */
  blind(year: number, purpose: BlindPurpose, value: string): Uint8Array;
  /**
   * The 32 bytes of a programme's own secret, created on first use: what household data is digested under, what the keys of client
   * services are derived from.
   */
  programmeKey(programme: string, purpose: ProgrammeKeyPurpose): Uint8Array;
  /** The years that have an index key, oldest first. */
  indexYears(): number[];
  readonly logKeys: LogKeys;
  /** The first key of this name, created on first use. */
  logKey(name: string): LogKey;
  /** Throws KeystoreFault when the directory is gone, exchanged, or readable by others. Cheap: called before every append. */
  assertUsable(): void;
}
