// What a witness remembers: of each origin the last checkpoint it cosigned, as the signed note itself, in `<SHA-256 of the origin>/checkpoint`.
// The note is on disk before anybody sees the cosignature. Everything here is synchronous: between looking and writing no other request runs.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromUtf8, toHex, utf8 } from '#domain/kernel';
import { openCheckpoint, type TreeHead, type VerifierKey } from '#domain/ledger';
import { ensurePrivateDirectory, sha256, syncDirectory, verifyEd25519 } from '#server/keys';

export class WitnessState {
  readonly #directory: string;
  readonly #key: VerifierKey;

  constructor(directory: string, key: VerifierKey) {
    this.#directory = directory;
    this.#key = key;
  }

  /** The last head cosigned; undefined for an origin that never was. Throws when it is not what this witness wrote. */
  last(origin: string): TreeHead | undefined {
    const hash = originHash(origin);
    const note = this.checkpoint(hash);
    if (note === undefined) return undefined;
    const verdict = openCheckpoint(note, [this.#key], verifyEd25519);
    if (verdict.kind === 'verified' && verdict.checkpoint.origin === origin) return verdict.checkpoint;
    throw new Error(`${join(this.#directory, hash)} is damaged, or of another witness's key: restore it, or this log can't be witnessed`);
  }

  /** The last cosigned checkpoint by the hash of its origin, as monitors ask for it. */
  checkpoint(hash: string): string | undefined {
    try {
      return fromUtf8(readFileSync(join(this.#directory, hash, 'checkpoint')));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Whole, and on disk with its name, when this returns. */
  remember(origin: string, note: string): void {
    const folder = join(this.#directory, originHash(origin));
    ensurePrivateDirectory(folder);
    const unfinished = join(folder, 'unfinished');
    writeFileSync(unfinished, note, { flush: true, mode: 0o600 });
    renameSync(unfinished, join(folder, 'checkpoint'));
    syncDirectory(folder);
  }
}

function originHash(origin: string): string {
  return toHex(sha256(utf8(origin)));
}
