// Opens the keystore directory and keeps what it read in memory. Keys are never in the database, in logs or in errors.
import { createHmac } from 'node:crypto';
import { statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { DataKeys } from './data-keys.ts';
import { HmacSha256 } from './hmac.ts';
import { createSecret, destroySecret } from './key-files.ts';
import { unwrapKey, type WrappedKey } from './key-wrap.ts';
import {
  createWrapped,
  epochPath,
  indexKeyPath,
  listIndexYears,
  openRootKey,
  programmeKeyPath,
  readWrapped,
  rootKeyStat,
} from './keystore-directory.ts';
import { KeystoreFault } from './keystore-fault.ts';
import type { BlindPurpose, Epoch, Keystore, LogKey, LogKeys, ProgrammeKeyPurpose } from './keystore.ts';
import { LogKeyFolder } from './log-keys.ts';

/** A destroyed epoch key must stop working in every process soon, not only in the one that destroyed it. */
const TRUST_CACHE_MS = 1_000;

/**
 * Opens the keystore, and makes one where there is nothing.
 * @throws KeystoreFault
 */
export async function openKeystore(directory: string): Promise<Keystore> {
  const root = openRootKey(directory);
  const stat = rootKeyStat(directory);
  if (!stat) throw new KeystoreFault('gone', `${directory} vanished as it was opened`);
  return new DirectoryKeystore(directory, root, stat);
}

interface CachedEpoch {
  readonly key: Buffer;
  readonly dataKeys: DataKeys;
  readonly checkedAt: number;
}

class DirectoryKeystore implements Keystore {
  readonly directory: string;
  readonly fingerprint: string;
  readonly logKeys: LogKeys;
  readonly #root: Buffer;
  readonly #rootStat: Stats;
  readonly #epochs = new Map<string, CachedEpoch>();
  readonly #indexKeys = new Map<number, HmacSha256>();
  readonly #programmeKeys = new Map<string, Buffer>();

  constructor(directory: string, root: Buffer, rootStat: Stats) {
    this.directory = directory;
    this.fingerprint = createHmac('sha256', root).update('mingcha keystore').digest('hex').slice(0, 32);
    this.#root = root;
    this.#rootStat = rootStat;
    this.logKeys = new LogKeyFolder(root, directory);
  }

  newDataKey(epoch: Epoch): WrappedKey {
    return (this.#epochKey(epoch) ?? this.#createEpochKey(epoch)).dataKeys.take();
  }

  unwrapDataKey(epoch: Epoch, wrapped: Uint8Array): Buffer {
    const key = this.#epochKey(epoch)?.key;
    if (!key) throw new KeystoreFault('epoch-missing', `no key for ${nameOf(epoch)}`);
    const dataKey = unwrapKey(key, wrapped);
    if (dataKey?.length !== 32) throw new KeystoreFault('wrong-root-key', `a data key does not open under the key of ${nameOf(epoch)}`);
    return dataKey;
  }

  epochState(epoch: Epoch): 'none' | 'present' | 'destroyed' {
    const path = epochPath(this.directory, epoch);
    if (exists(`${path}.destroyed`)) return 'destroyed';
    return exists(`${path}.key`) ? 'present' : 'none';
  }

  destroyEpoch(epoch: Epoch): void {
    this.assertUsable();
    const path = epochPath(this.directory, epoch);
    // The note comes first: a crash between the two leaves a key that nothing uses any more, and a second call ends it.
    createSecret(`${path}.destroyed`, Buffer.from('destroyed\n'));
    destroySecret(`${path}.key`);
    this.#epochs.get(nameOf(epoch))?.key.fill(0);
    this.#epochs.delete(nameOf(epoch));
  }

  blind(year: number, purpose: BlindPurpose, value: string): Buffer {
    let key = this.#indexKeys.get(year);
    if (!key) {
      const path = indexKeyPath(this.directory, year);
      key = new HmacSha256(readWrapped(this.#root, path) ?? createWrapped(this.#root, path));
      this.#indexKeys.set(year, key);
    }
    return key.digest(`${purpose}\0${value}`);
  }

  programmeKey(programme: string, purpose: ProgrammeKeyPurpose): Buffer {
    const path = programmeKeyPath(this.directory, programme, purpose);
    let key = this.#programmeKeys.get(path);
    if (!key) {
      key = readWrapped(this.#root, path) ?? createWrapped(this.#root, path);
      this.#programmeKeys.set(path, key);
    }
    return key;
  }

  indexYears(): number[] {
    return listIndexYears(this.directory);
  }

  logKey(name: string): LogKey {
    return this.logKeys.create(name, 1);
  }

  assertUsable(): void {
    const now = rootKeyStat(this.directory);
    if (now && now.ino === this.#rootStat.ino && now.dev === this.#rootStat.dev && now.size === this.#rootStat.size) return;
    throw new KeystoreFault('gone', `${join(this.directory, 'root.key')} is gone or was exchanged while the program ran`);
  }

  /** undefined where there is none yet. */
  #epochKey(epoch: Epoch): CachedEpoch | undefined {
    const name = nameOf(epoch);
    const cached = this.#epochs.get(name);
    const now = performance.now();
    if (cached && now - cached.checkedAt < TRUST_CACHE_MS) return cached;
    const path = epochPath(this.directory, epoch);
    if (exists(`${path}.destroyed`)) {
      this.#epochs.delete(name);
      throw new KeystoreFault('epoch-destroyed', `the key of ${name} is destroyed`);
    }
    const key = readWrapped(this.#root, `${path}.key`);
    // Made anew, it would leave the month's earlier records unreadable without anybody having decided that.
    if (!key && cached) throw new KeystoreFault('gone', `the key of ${name} was there and is not any more`);
    return key && this.#remember(name, key, now);
  }

  #createEpochKey(epoch: Epoch): CachedEpoch {
    this.assertUsable();
    const path = epochPath(this.directory, epoch);
    const key = createWrapped(this.#root, `${path}.key`);
    if (exists(`${path}.destroyed`)) {
      destroySecret(`${path}.key`);
      throw new KeystoreFault('epoch-destroyed', `the key of ${nameOf(epoch)} was destroyed as it was made`);
    }
    return this.#remember(nameOf(epoch), key, performance.now());
  }

  #remember(name: string, key: Buffer, checkedAt: number): CachedEpoch {
    const epoch = { key, dataKeys: new DataKeys(key), checkedAt };
    this.#epochs.set(name, epoch);
    return epoch;
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function nameOf(epoch: Epoch): string {
  return `${epoch.programme} ${epoch.month} ${epoch.retention}`;
}
