// Signs checkpoints and remembers the last one itself, beside the key and outside log and database: it signs no tree
// that doesn't contain what it signed before, and what it signs is on its own disk before anybody sees the signature.
import { join } from 'node:path';
import { fromHex, parseJsonStrict, toHex, type JsonValue } from '#domain/kernel';
import { emptyRoot, parseVkey, signCheckpoint, verifyGrowth, type TreeHead } from '#domain/ledger';
import { sha256, type LogKey } from '#server/keys';
import { LogUnavailable } from './faults.ts';
import { writeDurably, type LogFiles } from './log-files.ts';

export interface SignerOptions {
  /** Where it keeps the last head it signed; of this log alone. */
  readonly folder: string;
  readonly origin: string;
  readonly key: LogKey;
  readonly files: LogFiles;
  /** Throws when the keystore is away: the signer must not start a new memory in its place. */
  readonly assertUsable: () => void;
}

export class CheckpointSigner {
  readonly #options: SignerOptions;
  readonly #path: string;

  constructor(options: SignerOptions) {
    this.#options = options;
    this.#path = join(options.folder, 'last.json');
  }

  /** The last head signed; the empty tree before the first. */
  async last(): Promise<TreeHead> {
    const { origin, files, assertUsable } = this.#options;
    assertUsable();
    const bytes = await files.read(this.#path);
    if (!bytes) return { size: 0, rootHash: emptyRoot(sha256) };
    const head = parseHead(bytes.toString('utf8'), origin);
    if (!head) throw new LogUnavailable('keys', `${this.#path} is damaged: restore it, or no checkpoint of ${origin} can be signed`);
    return head;
  }

  /**
   * @param proof that `last()` is a prefix of `head`
   * @returns the signed note
   */
  async sign(head: TreeHead, proof: readonly Uint8Array[]): Promise<string> {
    const { folder, origin, key, files } = this.#options;
    const last = await this.last();
    if (!verifyGrowth(last, head, proof, sha256))
      throw new LogUnavailable(
        'database',
        `the tree of ${head.size} records does not contain the ${last.size} records of ${origin} signed before`,
      );
    const text = JSON.stringify({ origin, root: toHex(head.rootHash), size: head.size });
    await writeDurably(files, join(folder, 'unfinished'), [{ path: this.#path, bytes: Buffer.from(`${text}\n`) }]);
    const signer = { key: parseVkey(key.vkey, sha256), sign: key.sign };
    return signCheckpoint({ origin, size: head.size, rootHash: head.rootHash, extensions: [] }, [signer]);
  }
}

function parseHead(text: string, origin: string): TreeHead | undefined {
  try {
    const value = parseJsonStrict(text.trimEnd());
    if (!isObject(value) || value['origin'] !== origin) return undefined;
    const { size, root } = value;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0 || typeof root !== 'string' || root.length !== 64)
      return undefined;
    return { size, rootHash: fromHex(root) };
  } catch {
    return undefined;
  }
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
