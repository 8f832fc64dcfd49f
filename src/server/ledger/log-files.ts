// The file system as sealing sees it: few calls, each either done and on disk, or thrown. Tests put a failing one in its place.
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface LogFiles {
  /** undefined where there is no such file. */
  read(path: string): Promise<Buffer | undefined>;
  modifiedAt(path: string): Promise<Temporal.Instant | undefined>;
  /** Makes missing folders, each on disk before it is used. */
  makeDirectory(path: string): Promise<void>;
  /** Writes a whole file and waits until its bytes are on disk. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Waits until the names in a folder are on disk. */
  syncDirectory(path: string): Promise<void>;
  /** A file or a folder with what is in it; nothing happens where there is none. */
  remove(path: string): Promise<void>;
}

export const nodeFiles: LogFiles = {
  read: (path) => readFile(path).catch(missing),
  modifiedAt: async (path) => {
    const found = await stat(path).catch(missing);
    return found && Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs));
  },
  makeDirectory: async (path) => {
    const first = await mkdir(path, { recursive: true, mode: 0o700 });
    if (first === undefined) return;
    for (let made = path; made.length >= first.length; made = dirname(made)) await nodeFiles.syncDirectory(dirname(made));
  },
  write: async (path, bytes) => {
    const handle = await open(path, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  },
  rename,
  syncDirectory: async (path) => {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  // A process that lost its right may still be writing below: what it adds meanwhile is removed by the next try.
  remove: (path) => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }),
};

function missing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
