// Where each secret stands in the keystore, and the root key that the others are wrapped with.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { createSecret, ensurePrivateDirectory, readSecret } from './key-files.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';
import type { Epoch, ProgrammeKeyPurpose } from './keystore.ts';
import { KeystoreFault } from './keystore-fault.ts';

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/;
const KEY_BYTES = 32;

/** `epochs/nantou-webir/2026-11.five-years` without the ending: `.key` while it lives, `.destroyed` after. */
export function epochPath(directory: string, epoch: Epoch): string {
  if (!CODE.test(epoch.programme) || epoch.programme.length > 64)
    throw new KeystoreFault('bad-name', 'an epoch names a programme by its code');
  if (!CODE.test(epoch.retention) || epoch.retention.length > 32)
    throw new KeystoreFault('bad-name', 'a retention class is a code of at most 32 letters');
  if (!MONTH.test(epoch.month)) throw new KeystoreFault('bad-name', 'an epoch names a month such as 2026-11');
  return join(directory, 'epochs', epoch.programme, `${epoch.month}.${epoch.retention}`);
}

export function indexKeyPath(directory: string, year: number): string {
  if (!Number.isInteger(year) || year < 1900 || year > 2999) throw new KeystoreFault('bad-name', 'an index key belongs to a year');
  return join(directory, 'index', `${year}.key`);
}

export function programmeKeyPath(directory: string, programme: string, purpose: ProgrammeKeyPurpose): string {
  if (!CODE.test(programme) || programme.length > 64) throw new KeystoreFault('bad-name', 'a programme is named by its code');
  return join(directory, 'programmes', programme, `${purpose}.key`);
}

export function listIndexYears(directory: string): number[] {
  const folder = join(directory, 'index');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => (/^\d{4}\.key$/.test(name) ? [Number(name.slice(0, 4))] : [])).toSorted((a, b) => a - b); // prettier-ignore
}

/** `logs/<origin>.key`, and `logs/<origin>.2.key` after the first rotation. */
export function logKeyPath(directory: string, origin: string, generation: number): string {
  const name = encodeURIComponent(origin).replaceAll('.', '%2E');
  if (origin === '' || name.length > 200) throw new KeystoreFault('bad-name', 'an origin has 1 to 200 letters');
  return join(directory, 'logs', generation === 1 ? `${name}.key` : `${name}.${generation}.key`);
}

/** The root key; created in a directory that holds nothing yet. */
export function openRootKey(directory: string): Buffer {
  ensurePrivateDirectory(directory);
  rootKeyStat(directory);
  const path = rootKeyPath(directory);
  const stored = readSecret(path);
  if (stored) return checkedRootKey(stored);
  // Looked for once more: another process may be making the first one at this moment, and keys under it at once.
  if (readdirSync(directory).some((name) => !name.startsWith('.unfinished-')) && !readSecret(path))
    throw new KeystoreFault('root-key-missing', `${directory} holds keys, but not root.key, which opens them: restore it`);
  createSecret(path, randomBytes(KEY_BYTES));
  return checkedRootKey(readSecret(path) ?? Buffer.alloc(0));
}

/** undefined where there is none. Throws when the directory is none, or others may read it. */
export function rootKeyStat(directory: string): Stats | undefined {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw new KeystoreFault('not-a-directory', `${directory} is no directory`);
  if (found && (found.mode & 0o077) !== 0) throw new KeystoreFault('others-may-read', `${directory} must have mode 0700`);
  return statSync(rootKeyPath(directory), { throwIfNoEntry: false });
}

/** The key kept at `path`, wrapped under the root key. */
export function readWrapped(root: Uint8Array, path: string): Buffer | undefined {
  const wrapped = readSecret(path);
  if (!wrapped) return undefined;
  const key = unwrapKey(root, wrapped);
  if (key?.length !== KEY_BYTES) throw new KeystoreFault('wrong-root-key', `${path} does not open under this root key`);
  return key;
}

/** Makes the key kept at `path`; what is returned is what stands on disk, whoever wrote it first. */
export function createWrapped(root: Uint8Array, path: string): Buffer {
  createSecret(path, wrapKey(root, randomBytes(KEY_BYTES)));
  const key = readWrapped(root, path);
  if (!key) throw new KeystoreFault('gone', `${path} vanished as it was made`);
  return key;
}

function rootKeyPath(directory: string): string {
  return join(directory, 'root.key');
}

function checkedRootKey(bytes: Buffer): Buffer {
  if (bytes.length !== KEY_BYTES) throw new KeystoreFault('unreadable', 'root.key must hold 32 bytes');
  return bytes;
}
