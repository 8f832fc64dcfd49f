// Where a file waits to be imported: as ciphertext only, readable by nobody without the keystore's identity, one file for each import.
// It is destroyed as soon as it is loaded (NV-4.4): overwritten, unlinked, and the folder synced.
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, lstat, open, rename, stat, symlink, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ensurePrivateDirectory, syncDirectory } from '#server/keys';
import { FileRefused } from './load/file-refused.ts';

export class Spool {
  readonly #directory: string;

  constructor(dataDirectory: string) {
    this.#directory = join(dataDirectory, 'household');
  }

  /** @param importId a UUID of ours */
  pathOf(importId: string): string {
    return join(this.#directory, `${importId}.age`);
  }

  /** How many bytes are there; undefined: no file. */
  async size(importId: string): Promise<number | undefined> {
    const found = await stat(this.pathOf(importId)).catch(ifMissing);
    return found?.size;
  }

  /**
   * Appends to what came before, from that place; what was sent twice is written over with the same.
   * @throws FileRefused `too-large` past `limit`, RangeError past the end of what is there
   */
  async receive(importId: string, offset: number, limit: number, pieces: AsyncIterable<Uint8Array>): Promise<number> {
    ensurePrivateDirectory(this.#directory);
    const file = await open(this.pathOf(importId), constants.O_RDWR | constants.O_CREAT, 0o600);
    try {
      const { size } = await file.stat();
      if (offset > size) throw new RangeError('the upload goes on past its end');
      let at = offset;
      for await (const piece of pieces) {
        if (at + piece.length > limit) throw new FileRefused('too-large');
        await writeAll(file, piece, at);
        at += piece.length;
      }
      await file.truncate(at);
      await file.sync();
      return at;
    } finally {
      await file.close();
    }
  }

  /** Takes a file from elsewhere; nothing stays there. */
  async adopt(importId: string, from: string): Promise<void> {
    ensurePrivateDirectory(this.#directory);
    const to = this.pathOf(importId);
    try {
      await rename(from, to);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
      await copyFile(from, to, constants.COPYFILE_EXCL);
      await destroyFile(from);
    }
    const file = await open(to, 'r+');
    try {
      await file.chmod(0o600);
      await file.sync();
    } finally {
      await file.close();
    }
    syncDirectory(this.#directory);
  }

  /** For a dry run: the file stays its owner's; here it has a second name for as long as it is read. */
  async borrow<T>(importId: string, from: string, read: () => Promise<T>): Promise<T> {
    ensurePrivateDirectory(this.#directory);
    const name = this.pathOf(importId);
    await unlink(name).catch(ifMissing);
    await symlink(resolve(from), name);
    try {
      return await read();
    } finally {
      await unlink(name).catch(ifMissing);
    }
  }
}

/** What can be said of a file that will be gone. */
export async function describeFile(path: string): Promise<{ bytes: number; sha256: string } | undefined> {
  const file = (await isOurs(path)) ? await open(path, 'r').catch(ifMissing) : undefined;
  if (!file) return undefined;
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of file.createReadStream({ highWaterMark: 1024 * 1024 })) {
    hash.update(piece as Buffer); // no encoding is set
    bytes += (piece as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** A file that is gone already is no fault: a destruction that was cut short is done again. On a solid-state disk overwriting
 *  promises nothing; there the ciphertext is unreadable without the identity. */
export async function destroyFile(path: string): Promise<void> {
  if (!(await isOurs(path))) return void (await unlink(path).catch(ifMissing));
  const file = await open(path, 'r+').catch(ifMissing);
  if (!file) return;
  try {
    const { size } = await file.stat();
    const zeros = Buffer.alloc(Math.min(size, 1024 * 1024));
    for (let at = 0; at < size; at += zeros.length) await writeAll(file, zeros.subarray(0, Math.min(zeros.length, size - at)), at);
    await file.sync();
  } finally {
    await file.close();
  }
  await unlink(path).catch(ifMissing);
  syncDirectory(dirname(path));
}

/** Not a borrowed file's second name. */
async function isOurs(path: string): Promise<boolean> {
  return (await lstat(path).catch(ifMissing))?.isFile() === true;
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
