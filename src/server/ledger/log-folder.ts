// One log's files (c2sp.org/tlog-tiles): `checkpoint`, `vkey`, `tile/…`. Anyone may copy the folder and check it with the key alone.
import { join } from 'node:path';
import { fromUtf8 } from '#domain/kernel';
import {
  decodeBundle,
  LedgerFormatError,
  openCheckpoint,
  parseVkey,
  tileHashes,
  tileNodeReader,
  tilePath,
  tileWidth,
  type Bundle,
  type NodeReader,
  type Tile,
} from '#domain/ledger';
import { sha256, verifyEd25519, type LogKey } from '#server/keys';
import { LogUnavailable } from './faults.ts';
import { writeDurably, type FileToWrite, type LogFiles } from './log-files.ts';

export interface PublishedCheckpoint {
  readonly text: string;
  readonly size: number;
  readonly rootHash: Uint8Array;
}

export class LogFolder {
  readonly path: string;
  readonly #files: LogFiles;
  readonly #origin: string;
  readonly #key: LogKey;
  #verified: PublishedCheckpoint | undefined;

  constructor(path: string, origin: string, key: LogKey, files: LogFiles) {
    this.path = path;
    this.#files = files;
    this.#origin = origin;
    this.#key = key;
  }

  /**
   * The newest checkpoint, its signature checked; undefined where nothing was sealed yet.
   * @throws LogUnavailable `keys` when another key signed it: this keystore is not the log's
   */
  async checkpoint(): Promise<PublishedCheckpoint | undefined> {
    const bytes = await this.#files.read(join(this.path, 'checkpoint'));
    if (!bytes) return undefined;
    const text = fromUtf8(bytes);
    if (text === this.#verified?.text) return this.#verified;
    const verdict = openCheckpoint(text, [parseVkey(this.#key.vkey, sha256)], verifyEd25519);
    if (verdict.kind !== 'verified' || verdict.checkpoint.origin !== this.#origin)
      throw new LogUnavailable(
        'keys',
        `${this.path}/checkpoint was not signed by this keystore's key of ${this.#origin}: restore the keystore that belongs to this log`,
      );
    this.#verified = { text, size: verdict.checkpoint.size, rootHash: verdict.checkpoint.rootHash };
    return this.#verified;
  }

  sealedAt(): Promise<Temporal.Instant | undefined> {
    return this.#files.modifiedAt(join(this.path, 'checkpoint'));
  }

  /** A tile's hashes, from the file of that width or from the full one that replaced it. */
  async readTile(tile: Tile): Promise<Uint8Array> {
    return tileHashes((await this.#readNarrowest(tile)).bytes, tile);
  }

  /** The entries of a bundle; of the full one that replaced it there may be more. */
  async readEntries(bundle: Bundle): Promise<Uint8Array[]> {
    const { bytes, width } = await this.#readNarrowest(bundle);
    return decodeBundle(bytes, width);
  }

  nodeReader(size: number): NodeReader {
    return tileNodeReader(size, (tile) => this.readTile(tile), sha256);
  }

  async write(list: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Promise<void> {
    const whole: FileToWrite[] = list.map(({ path, bytes }) => ({ path: join(this.path, path), bytes }));
    await writeDurably(this.#files, join(this.path, 'unfinished'), whole);
  }

  /** A full tile makes its partial ones superfluous; readers of older checkpoints fall back to it. */
  async removePartials(tile: Tile | Bundle): Promise<void> {
    if (tile.width === tileWidth) await this.#files.remove(join(this.path, `${tilePath(tile)}.p`));
  }

  /** Publishes the verifier key, once. */
  async publishVkey(): Promise<void> {
    const published = await this.#files.read(join(this.path, 'vkey'));
    if (published === undefined) await this.write([{ path: 'vkey', bytes: Buffer.from(`${this.#key.vkey}\n`) }]);
  }

  async #readNarrowest(tile: Tile | Bundle): Promise<{ bytes: Buffer; width: number }> {
    for (const width of [tile.width, tileWidth]) {
      const bytes = await this.#files.read(join(this.path, tilePath({ ...tile, width })));
      if (bytes) return { bytes, width };
    }
    throw new LedgerFormatError('tile-missing', `${this.path}/${tilePath(tile)} is missing`);
  }
}
