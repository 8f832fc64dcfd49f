// The keys of logs in one folder, each wrapped under the folder's root key. A log's first key is generation 1; every rotation makes the next.
import { drawRandom } from './draw-random.ts';
import { createSecret, readSecret } from './key-files.ts';
import { createWrapped, logKeyPath, readWrapped } from './keystore-directory.ts';
import { KeystoreFault } from './keystore-fault.ts';
import type { LogKey, LogKeys } from './keystore.ts';
import { logKeyFrom } from './log-key.ts';

const KEY_BYTES = 32;

export class LogKeyFolder implements LogKeys {
  readonly #root: Uint8Array;
  readonly #directory: string;
  readonly #known = new Map<string, LogKey>();

  constructor(root: Uint8Array, directory: string) {
    this.#root = root;
    this.#directory = directory;
  }

  find(origin: string, generation: number): LogKey | undefined {
    const path = logKeyPath(this.#directory, origin, generation);
    const known = this.#known.get(path);
    if (known) return known;
    const seed = readWrapped(this.#root, path);
    if (!seed) return undefined;
    const key = logKeyFrom(origin, seed);
    this.#known.set(path, key);
    return key;
  }

  create(origin: string, generation: number): LogKey {
    const found = this.find(origin, generation);
    if (found) return found;
    createWrapped(this.#root, logKeyPath(this.#directory, origin, generation));
    return this.create(origin, generation);
  }
}

/**
 * The keys of a signer that is a process of its own: the folder holds them wrapped, and only the key file opens them.
 * @param mayCreate a key file that is not there is made
 * @throws KeystoreFault `root-key-missing`
 */
export function openSignerKeys(keyFile: string, directory: string, mayCreate: boolean): LogKeys {
  if (mayCreate && !readSecret(keyFile)) createSecret(keyFile, drawRandom(KEY_BYTES));
  const root = readSecret(keyFile);
  if (root?.length === KEY_BYTES) return new LogKeyFolder(root, directory);
  throw new KeystoreFault('root-key-missing', `${keyFile} does not hold the 32 bytes that open this signer's keys: restore it`);
}
