// The logs of a signer that is a process of its own. One is begun when its operator says so, and never by a request.
import { join } from 'node:path';
import { KeystoreFault, type LogKeys } from '#server/keys';
import { nodeFiles } from '../log-files.ts';
import { LocalSigner } from './local-signer.ts';

export class SignerLogs {
  readonly #keys: LogKeys;
  readonly #directory: string;
  readonly #known = new Map<string, LocalSigner>();

  constructor(keys: LogKeys, directory: string) {
    this.#keys = keys;
    this.#directory = directory;
  }

  async begin(origin: string): Promise<string> {
    if (this.#keys.find(origin, 1)) throw new KeystoreFault('bad-name', `--first ${origin}: this log has a key already and is not new`);
    const signer = this.#open(origin, true);
    await signer.last();
    return signer.newest.vkey;
  }

  get(origin: string): LocalSigner {
    const known = this.#known.get(origin);
    if (known) return known;
    const signer = this.#open(origin, false);
    // What strangers ask for is not kept.
    if (this.#keys.find(origin, 1)) this.#known.set(origin, signer);
    return signer;
  }

  #open(origin: string, mayBegin: boolean): LocalSigner {
    const folder = join(this.#directory, 'signers', encodeURIComponent(origin));
    return new LocalSigner({ folder, origin, keys: this.#keys, files: nodeFiles, assertUsable: () => {}, mayBegin });
  }
}
