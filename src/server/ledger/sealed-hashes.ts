// The leaf hashes that were sealed, out of the level-0 tiles: what a database administrator can't change along with a row.
import { equalBytes } from '#domain/kernel';
import { hashLength, tileAt, tileWidth } from '#domain/ledger';
import { TamperedRecord } from './faults.ts';
import { leafHashOf } from './hash.ts';
import type { LogFolder } from './log-folder.ts';

/** For one pass over records: keeps the last tile read, since neighbours share it. */
export class SealedHashes {
  /** Records under the newest checkpoint when the pass began. */
  readonly size: number;
  readonly #folder: LogFolder;
  #tile: { readonly index: number; readonly bytes: Uint8Array } | undefined;

  constructor(folder: LogFolder, size: number) {
    this.#folder = folder;
    this.size = size;
  }

  static async open(folder: LogFolder): Promise<SealedHashes> {
    return new SealedHashes(folder, (await folder.checkpoint())?.size ?? 0);
  }

  /** True when the record is sealed and is what was sealed; false when it is not sealed yet. @throws TamperedRecord */
  async covers(index: number, leaf: Uint8Array): Promise<boolean> {
    const hash = await this.#hashAt(index);
    if (!hash) return false;
    if (equalBytes(hash, leafHashOf(leaf))) return true;
    throw new TamperedRecord(index, 'leaf');
  }

  async #hashAt(index: number): Promise<Uint8Array | undefined> {
    const tile = tileAt(0, Math.floor(index / tileWidth), this.size);
    const place = index % tileWidth;
    if (!tile || place >= tile.width) return undefined;
    if (this.#tile?.index !== tile.index) this.#tile = { index: tile.index, bytes: await this.#folder.readTile(tile) };
    return this.#tile.bytes.subarray(place * hashLength, (place + 1) * hashLength);
  }
}
