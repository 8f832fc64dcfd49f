// Secret files: made once and whole, fsynced with their folder before use, readable by their owner only,
// and destroyed by overwriting before unlinking, their unfinished copies included.
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, readdirSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { KeystoreFault } from './keystore-fault.ts';

const OTHERS = 0o077;
/** No secret of ours is longer; a file that is, was not written by us. */
const LONGEST_BYTES = 4_096;

/** A secret's bytes, or undefined where there is no such file. */
export function readSecret(path: string): Buffer | undefined {
  try {
    const found = statSync(path);
    if ((found.mode & OTHERS) !== 0) throw new KeystoreFault('others-may-read', `${path} must have mode 0600`);
    if (!found.isFile() || found.size > LONGEST_BYTES) throw new KeystoreFault('unreadable', `${path} is no key file`);
    return readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    if (error instanceof KeystoreFault) throw error;
    throw new KeystoreFault('unreadable', `${path} can't be read`, { cause: error });
  }
}

/**
 * Writes a secret that isn't there yet. When another process was faster its file stands, and false is returned.
 * A link, not a rename, puts the file in its place: a rename would replace the other's key.
 */
export function createSecret(path: string, secret: Uint8Array): boolean {
  ensurePrivateDirectory(dirname(path));
  const unfinished = `${unfinishedPrefix(path)}${randomBytes(6).toString('hex')}`;
  try {
    writeAndSync(unfinished, secret, 'wx');
    linkSync(unfinished, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw new KeystoreFault('unreadable', `${path} can't be written`, { cause: error });
  } finally {
    unlinkIfThere(unfinished);
    syncDirectory(dirname(path));
  }
}

/** On solid-state disks overwriting promises nothing; there the epoch key is protected by being wrapped under the root key. */
export function destroySecret(path: string): void {
  const directory = dirname(path);
  const prefix = basename(unfinishedPrefix(path));
  const copies = readdirSync(directory).filter((name) => name.startsWith(prefix));
  for (const victim of [basename(path), ...copies]) {
    const whole = join(directory, victim);
    const found = statSync(whole, { throwIfNoEntry: false });
    if (!found) continue;
    writeAndSync(whole, randomBytes(Math.max(found.size, 1)), 'r+');
    unlinkIfThere(whole);
  }
  syncDirectory(directory);
}

/** Makes the folders that are missing, each on disk before it is used. */
export function ensurePrivateDirectory(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) syncDirectory(dirname(made));
}

export function syncDirectory(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeAndSync(path: string, bytes: Uint8Array, flag: 'wx' | 'r+'): void {
  const handle = openSync(path, flag, 0o600);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function unfinishedPrefix(path: string): string {
  return join(dirname(path), `.unfinished-${basename(path)}-`);
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function isMissing(error: unknown): boolean {
  return isCode(error, 'ENOENT');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
