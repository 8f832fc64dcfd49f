// One log's files (c2sp.org/tlog-tiles): `checkpoint`, `vkey`, `tile/…`. Anyone may copy the folder and check it with the key alone.
import { join } from 'node:path';
import { fromUtf8 } from '#domain/kernel';
import {
  decodeBundle,
  formatVkey,
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
  type VerifierKey,
} from '#domain/ledger';
import { sha256, verifyEd25519 } from '#server/keys';
import type { SignedCheckpoint } from './checkpoint-signer.ts';
import { LogUnavailable } from './faults.ts';
import { FencedWriter, type FileToWrite } from './fenced-writer.ts';
import type { LogFiles } from './log-files.ts';

export interface PublishedCheckpoint {
  readonly text: string;
  readonly size: number;
  readonly rootHash: Uint8Array;
  /** Of the newest key that signed it. */
  readonly vkey: string;
}

/** What the log says of itself beside its checkpoint. */
export interface LogStatements {
  /** Of the keys that sign now, newest first. */
  readonly vkeys: () => Promise<readonly string[]>;
  /** Where receipts are signed with a key that is not the log's: the log's note about it. */
  readonly receiptKeyNote?: (() => Promise<string>) | undefined;
}

export class LogFolder {
  readonly path: string;
  readonly #files: LogFiles;
  readonly #writer: FencedWriter;
  readonly #origin: string;
  readonly #says: LogStatements;
  #keys: readonly VerifierKey[] = [];
  #verified: PublishedCheckpoint | undefined;

  constructor(path: string, origin: string, says: LogStatements, files: LogFiles) {
    this.path = path;
    this.#files = files;
    this.#writer = new FencedWriter(files, join(path, 'unfinished'));
    this.#origin = origin;
    this.#says = says;
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
    let verdict = openCheckpoint(text, this.#keys, verifyEd25519);
    if (verdict.kind === 'no-known-signature') {
      // The first look, or the log has changed its key.
      this.#keys = (await this.#says.vkeys()).map((vkey) => parseVkey(vkey, sha256));
      verdict = openCheckpoint(text, this.#keys, verifyEd25519);
    }
    const by = verdict.kind === 'verified' ? verdict.by[0] : undefined;
    if (verdict.kind !== 'verified' || !by || verdict.checkpoint.origin !== this.#origin)
      throw new LogUnavailable(
        'keys',
        `${this.path}/checkpoint was not signed by this keystore's key of ${this.#origin}: restore the keystore that belongs to this log`,
      );
    const { size, rootHash } = verdict.checkpoint;
    this.#verified = { text, size, rootHash, vkey: formatVkey(by) };
    return this.#verified;
  }

  sealedAt(): Promise<Temporal.Instant | undefined> {
    return this.#files.modifiedAt(join(this.path, 'checkpoint'));
  }

  /** What the log says of itself, as published. */
  async statement(name: 'vkey' | 'receipt-key'): Promise<string | undefined> {
    const bytes = await this.#files.read(join(this.path, name));
    return bytes && fromUtf8(bytes);
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

  /** Makes this process the one that writes here; publishes what the log says of itself where it is not there yet. */
  async takeOver(): Promise<void> {
    await this.#writer.takeOver();
    await this.#state(await this.#says.vkeys());
  }

  async publish({ note, vkeys }: SignedCheckpoint): Promise<void> {
    await this.write([{ path: 'checkpoint', bytes: Buffer.from(note) }]);
    await this.#state(vkeys);
  }

  async write(list: readonly FileToWrite[]): Promise<void> {
    await this.#writer.write(list.map(({ path, bytes }) => ({ path: join(this.path, path), bytes })));
  }

  /** A full tile makes its partial ones superfluous; readers of older checkpoints fall back to it. */
  async removePartials(tile: Tile | Bundle): Promise<void> {
    if (tile.width === tileWidth) await this.#files.remove(join(this.path, `${tilePath(tile)}.p`));
  }

  /** After the checkpoint: for as long as two keys sign, either list of keys fits either checkpoint. */
  async #state(vkeys: readonly string[]): Promise<void> {
    const published = await this.#files.read(join(this.path, 'vkey'));
    const vkey = Buffer.from(vkeys.map((line) => `${line}\n`).join(''));
    const isStated = published?.equals(vkey) === true;
    const { receiptKeyNote } = this.#says;
    if (isStated && (!receiptKeyNote || (await this.#files.read(join(this.path, 'receipt-key'))))) return;
    const note = await receiptKeyNote?.();
    await this.write([{ path: 'vkey', bytes: vkey }, ...(note === undefined ? [] : [{ path: 'receipt-key', bytes: Buffer.from(note) }])]);
  }

  async #readNarrowest(tile: Tile | Bundle): Promise<{ bytes: Buffer; width: number }> {
    for (const width of [tile.width, tileWidth]) {
      const bytes = await this.#files.read(join(this.path, tilePath({ ...tile, width })));
      if (bytes) return { bytes, width };
    }
    throw new LedgerFormatError('tile-missing', `${this.path}/${tilePath(tile)} is missing`);
  }
}
