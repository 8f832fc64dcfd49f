// A file system in memory that keeps what a disk keeps: what was synced. `powerCut` gives the one that is found afterwards.
import { dirname } from 'node:path';
import type { LogFiles } from '../../src/server/ledger/log-files.ts';

interface StoredFile {
  bytes: Buffer;
  synced: Buffer;
  modifiedAt: Temporal.Instant;
}

type Entry = StoredFile | 'folder';

export class MemoryFiles implements LogFiles {
  /** What programs see, and what is on disk, by path. */
  readonly #seen = new Map<string, Entry>([['/', 'folder']]);
  readonly #onDisk = new Map<string, Entry>([['/', 'folder']]);

  read = async (path: string): Promise<Buffer | undefined> => {
    const entry = this.#seen.get(path);
    if (entry === 'folder') throw fault('EISDIR', path);
    return entry && Buffer.from(entry.bytes);
  };

  modifiedAt = async (path: string): Promise<Temporal.Instant | undefined> => {
    const entry = this.#seen.get(path);
    return entry === 'folder' ? Temporal.Now.instant() : entry?.modifiedAt;
  };

  makeDirectory = async (path: string): Promise<void> => {
    if (this.#seen.has(path)) return;
    await this.makeDirectory(dirname(path));
    for (const names of [this.#seen, this.#onDisk]) names.set(path, 'folder');
  };

  write = async (path: string, bytes: Uint8Array): Promise<void> => {
    this.#requireFolder(dirname(path));
    const known = this.#seen.get(path);
    if (known === 'folder') throw fault('EISDIR', path);
    const written = { bytes: Buffer.from(bytes), synced: Buffer.from(bytes), modifiedAt: Temporal.Now.instant() };
    // The same file under whatever names it has.
    if (known) Object.assign(known, written);
    else this.#seen.set(path, written);
  };

  rename = async (from: string, to: string): Promise<void> => {
    const entry = this.#seen.get(from);
    if (!entry || entry === 'folder') throw fault('ENOENT', from);
    this.#requireFolder(dirname(to));
    this.#seen.delete(from);
    this.#seen.set(to, entry);
  };

  syncDirectory = async (path: string): Promise<void> => {
    this.#requireFolder(path);
    for (const name of new Set([...this.#seen.keys(), ...this.#onDisk.keys()])) {
      const entry = this.#seen.get(name);
      if (name === '/' || dirname(name) !== path) continue;
      if (entry) this.#onDisk.set(name, entry);
      else this.#onDisk.delete(name);
    }
  };

  remove = async (path: string): Promise<void> => {
    for (const name of this.#seen.keys()) if (name === path || name.startsWith(`${path}/`)) this.#seen.delete(name);
  };

  /**
   * The disk after the power failed.
   * @param survives of each name that was changed and not synced: whether the change reached the disk all the same
   */
  powerCut(survives: (path: string) => boolean): MemoryFiles {
    const found = new MemoryFiles();
    for (const path of [...new Set([...this.#seen.keys(), ...this.#onDisk.keys()])].toSorted()) {
      const seen = this.#seen.get(path);
      const onDisk = this.#onDisk.get(path);
      const entry = seen !== onDisk && survives(path) ? seen : onDisk;
      if (!entry || found.#seen.get(dirname(path)) !== 'folder') continue;
      const kept = entry === 'folder' ? entry : { ...entry, bytes: entry.synced };
      for (const names of [found.#seen, found.#onDisk]) names.set(path, kept);
    }
    return found;
  }

  #requireFolder(path: string): void {
    if (this.#seen.get(path) !== 'folder') throw fault('ENOENT', path);
  }
}

function fault(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
