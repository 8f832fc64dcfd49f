import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { verify as verifyWithNode, createPublicKey, randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { decryptUnder, encryptUnder, openKeystore, type Epoch } from './index.ts';
import { unwrapKey, wrapKey, wrapKeys } from './key-wrap.ts';

const epoch: Epoch = { programme: 'nantou-webir', month: '2026-11', retention: 'five-years' };
const folders: string[] = [];

function freshDirectory(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-keys-'));
  folders.push(folder);
  return join(folder, 'keystore');
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What a call throws, by its code. */
function codeOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'nothing thrown';
}

async function openingCode(directory: string): Promise<unknown> {
  return openKeystore(directory).then(
    () => 'opened',
    (error: { code?: unknown }) => error.code,
  );
}

describe('key wrap', () => {
  test('RFC 3394, 4.6: 256 bits of key data with a 256-bit key', () => {
    const wrapping = Buffer.from('000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F', 'hex');
    const key = Buffer.from('00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F', 'hex');
    const wrapped = '28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21';
    expect(wrapKey(wrapping, key).toString('hex').toUpperCase()).toBe(wrapped);
    expect(wrapKeys(wrapping, [key])[0]?.wrapped.toString('hex').toUpperCase()).toBe(wrapped);
    expect(unwrapKey(wrapping, Buffer.from(wrapped, 'hex'))).toEqual(key);
  });

  test('of many at once gives what wrapping each alone gives', () => {
    const wrapping = randomBytes(32);
    for (const count of [1, 2, 96]) {
      const keys = Array.from({ length: count }, () => randomBytes(32));
      expect(wrapKeys(wrapping, keys)).toEqual(keys.map((key) => ({ key, wrapped: wrapKey(wrapping, key) })));
    }
  });

  test('a changed byte anywhere does not unwrap', () => {
    const wrapping = Buffer.alloc(32, 7);
    const wrapped = wrapKey(wrapping, Buffer.alloc(32, 9));
    for (let at = 0; at < wrapped.length; at += 1) {
      const changed = Buffer.from(wrapped);
      changed[at]! ^= 1;
      expect(unwrapKey(wrapping, changed)).toBeUndefined();
    }
    expect(unwrapKey(wrapping, wrapped.subarray(0, 39))).toBeUndefined();
    expect(unwrapKey(wrapping, Buffer.alloc(0))).toBeUndefined();
  });
});

describe('the directory', () => {
  test('is made private, and every file in it', async () => {
    const directory = freshDirectory();
    const keystore = await openKeystore(directory);
    keystore.newDataKey(epoch);
    keystore.blind(2026, 'actor', 'u-1');
    keystore.logKey('mingcha.test/nantou-webir');
    const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
    expect(entries.filter((entry) => entry.isFile())).toHaveLength(4);
    for (const entry of entries) {
      const mode = statSync(join(entry.parentPath, entry.name)).mode & 0o777;
      expect(mode).toBe(entry.isFile() ? 0o600 : 0o700);
    }
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });

  test('opened again, holds the same keys', async () => {
    const directory = freshDirectory();
    const first = await openKeystore(directory);
    const { key, wrapped } = first.newDataKey(epoch);
    const second = await openKeystore(directory);
    expect(second.unwrapDataKey(epoch, wrapped)).toEqual(key);
    expect(second.blind(2026, 'subject', 'A123456789')).toEqual(first.blind(2026, 'subject', 'A123456789'));
    expect(second.logKey('o').vkey).toBe(first.logKey('o').vkey);
  });

  test('two keystores opened at once make one epoch key, not two', async () => {
    const directory = freshDirectory();
    const [one, other] = await Promise.all([openKeystore(directory), openKeystore(directory)]);
    const { key, wrapped } = one.newDataKey(epoch);
    expect(other.unwrapDataKey(epoch, wrapped)).toEqual(key);
  });

  test('is refused where others may read it', async () => {
    const directory = freshDirectory();
    await openKeystore(directory);
    chmodSync(directory, 0o750);
    expect(await openingCode(directory)).toBe('others-may-read');
    chmodSync(directory, 0o700);
    chmodSync(join(directory, 'root.key'), 0o604);
    expect(await openingCode(directory)).toBe('others-may-read');
  });

  test('is refused without its root key, with a wrong one, and as a file', async () => {
    const directory = freshDirectory();
    const keystore = await openKeystore(directory);
    const { wrapped } = keystore.newDataKey(epoch);
    renameSync(join(directory, 'root.key'), join(directory, '..', 'root.key'));
    expect(await openingCode(directory)).toBe('root-key-missing');
    writeFileSync(join(directory, 'root.key'), Buffer.alloc(32, 1), { mode: 0o600 });
    const wrong = await openKeystore(directory);
    expect(codeOf(() => wrong.unwrapDataKey(epoch, wrapped))).toBe('wrong-root-key');
    writeFileSync(join(directory, 'root.key'), Buffer.alloc(31, 1), { mode: 0o600 });
    expect(await openingCode(directory)).toBe('unreadable');
    writeFileSync(`${directory}-file`, '');
    expect(['not-a-directory', 'ENOTDIR', 'EEXIST']).toContain(await openingCode(`${directory}-file`));
  });

  test('removed or exchanged while the program runs, stops it', async () => {
    const directory = freshDirectory();
    const keystore = await openKeystore(directory);
    keystore.assertUsable();
    renameSync(directory, `${directory}-away`);
    expect(codeOf(() => keystore.assertUsable())).toBe('gone');
    mkdirSync(directory, { mode: 0o700 });
    writeFileSync(join(directory, 'root.key'), readFileSync(join(`${directory}-away`, 'root.key')), { mode: 0o600 });
    expect(codeOf(() => keystore.assertUsable())).toBe('gone');
    rmSync(directory, { recursive: true });
    renameSync(`${directory}-away`, directory);
    keystore.assertUsable();
    chmodSync(directory, 0o755);
    expect(codeOf(() => keystore.assertUsable())).toBe('others-may-read');
  });

  test('takes no name that could leave it', async () => {
    const keystore = await openKeystore(freshDirectory());
    for (const programme of ['..', 'a/b', '', 'A', 'x'.repeat(65)])
      expect(codeOf(() => keystore.newDataKey({ ...epoch, programme }))).toBe('bad-name');
    for (const month of ['2026-13', '2026-1', '../x', '']) expect(codeOf(() => keystore.newDataKey({ ...epoch, month }))).toBe('bad-name');
    for (const retention of ['', '.', 'five years', 'x'.repeat(33)])
      expect(codeOf(() => keystore.newDataKey({ ...epoch, retention }))).toBe('bad-name');
    expect(codeOf(() => keystore.logKey(''))).toBe('bad-name');
    expect(codeOf(() => keystore.blind(2026.5, 'actor', 'x'))).toBe('bad-name');
    keystore.logKey('../../etc/passwd');
    expect(readdirSync(join(keystore.directory, 'logs'))).toEqual(['%2E%2E%2F%2E%2E%2Fetc%2Fpasswd.key']);
  });
});

describe('data keys', () => {
  test('are never handed out twice, and each opens what it was wrapped as', async () => {
    const keystore = await openKeystore(freshDirectory());
    const made = Array.from({ length: 300 }, () => keystore.newDataKey(epoch));
    expect(new Set(made.map(({ key }) => key.toString('hex'))).size).toBe(300);
    for (const { key, wrapped } of made) expect(keystore.unwrapDataKey(epoch, wrapped)).toEqual(key);
  });
});

describe('an epoch', () => {
  test('destroyed, opens nothing any more, leaves no copy and is never made anew', async () => {
    const directory = freshDirectory();
    const keystore = await openKeystore(directory);
    const other = await openKeystore(directory);
    const { wrapped } = keystore.newDataKey(epoch);
    other.unwrapDataKey(epoch, wrapped);
    const folder = join(directory, 'epochs', 'nantou-webir');
    const keyBytes = readFileSync(join(folder, '2026-11.five-years.key'));
    writeFileSync(join(folder, '.unfinished-2026-11.five-years.key-0123'), keyBytes, { mode: 0o600 });
    expect(keystore.epochState(epoch)).toBe('present');

    keystore.destroyEpoch(epoch);
    expect(keystore.epochState(epoch)).toBe('destroyed');
    expect(readdirSync(folder)).toEqual(['2026-11.five-years.destroyed']);
    expect(codeOf(() => keystore.unwrapDataKey(epoch, wrapped))).toBe('epoch-destroyed');
    expect(codeOf(() => keystore.newDataKey(epoch))).toBe('epoch-destroyed');
    await sleep(1_010);
    expect(codeOf(() => other.unwrapDataKey(epoch, wrapped))).toBe('epoch-destroyed');
    expect(existsSync(join(folder, '2026-11.five-years.key'))).toBe(false);
    keystore.destroyEpoch(epoch);
  });

  test('whose destruction was cut short counts as destroyed, and a second call ends it', async () => {
    const directory = freshDirectory();
    const { wrapped } = (await openKeystore(directory)).newDataKey(epoch);
    const path = join(directory, 'epochs', 'nantou-webir', '2026-11.five-years');
    writeFileSync(`${path}.destroyed`, 'destroyed\n', { mode: 0o600 });
    const keystore = await openKeystore(directory);
    expect(codeOf(() => keystore.unwrapDataKey(epoch, wrapped))).toBe('epoch-destroyed');
    keystore.destroyEpoch(epoch);
    expect(existsSync(`${path}.key`)).toBe(false);
  });

  test('whose key vanished is not made anew while the program runs', async () => {
    const directory = freshDirectory();
    const keystore = await openKeystore(directory);
    const { wrapped } = keystore.newDataKey(epoch);
    rmSync(join(directory, 'epochs'), { recursive: true });
    await sleep(1_010);
    expect(codeOf(() => keystore.newDataKey(epoch))).toBe('gone');
    expect(codeOf(() => keystore.unwrapDataKey({ ...epoch, month: '2026-10' }, wrapped))).toBe('epoch-missing');
  });
});

describe("a programme's key", () => {
  test('stays the same, and differs by programme and purpose', async () => {
    const directory = freshDirectory();
    const keystore = await openKeystore(directory);
    const key = Buffer.from(keystore.programmeKey('nantou-verification', 'household'));
    expect(key).toHaveLength(32);
    expect((await openKeystore(directory)).programmeKey('nantou-verification', 'household')).toEqual(key);
    expect(keystore.programmeKey('nantou-verification', 'client-services')).not.toEqual(key);
    expect(keystore.programmeKey('another', 'household')).not.toEqual(key);
    expect(() => keystore.programmeKey('../root', 'household')).toThrow(expect.objectContaining({ code: 'bad-name' }));
  });
});

describe('encryption under an epoch', () => {
  const bound = Buffer.from('nantou-webir\0id\0A');

  test('opens for what it is bound to, and nothing else', async () => {
    const keystore = await openKeystore(freshDirectory());
    const text = Buffer.from('臺灣');
    const one = encryptUnder(keystore, epoch, bound, text);
    const two = encryptUnder(keystore, epoch, bound, text);
    expect(decryptUnder(keystore, epoch, bound, one)).toEqual(text);
    expect(one.key).toHaveLength(40);
    expect(one.box).toHaveLength(12 + text.length + 16);
    expect(two.box.equals(one.box)).toBe(false);
    expect(decryptUnder(keystore, epoch, Buffer.from('nantou-webir\0id\0B'), one)).toBeUndefined();
    expect(decryptUnder(keystore, epoch, bound, { key: two.key, box: one.box })).toBeUndefined();
    expect(decryptUnder(keystore, epoch, bound, { key: one.key, box: one.box.subarray(0, 20) })).toBeUndefined();
    keystore.newDataKey({ ...epoch, month: '2026-10' });
    expect(codeOf(() => decryptUnder(keystore, { ...epoch, month: '2026-10' }, bound, one))).toBe('wrong-root-key');
  });

  test('notices every changed byte', async () => {
    const keystore = await openKeystore(freshDirectory());
    const whole = encryptUnder(keystore, epoch, bound, Buffer.from('text'));
    for (let at = 0; at < whole.box.length; at += 1) {
      const box = Buffer.from(whole.box);
      box[at]! ^= 0x80;
      expect(decryptUnder(keystore, epoch, bound, { key: whole.key, box })).toBeUndefined();
    }
  });
});

describe('blind index and log key', () => {
  test('a digest depends on year, purpose and value', async () => {
    const keystore = await openKeystore(freshDirectory());
    const digests = [
      keystore.blind(2026, 'actor', 'u-1'),
      keystore.blind(2026, 'subject', 'u-1'),
      keystore.blind(2027, 'actor', 'u-1'),
      keystore.blind(2026, 'actor', 'u-2'),
    ];
    expect(new Set(digests.map((digest) => Buffer.from(digest).toString('hex'))).size).toBe(4);
    expect(keystore.blind(2026, 'actor', 'u-1')).toEqual(digests[0]);
  });

  test('signs what its public key verifies, and its vkey names origin and key', async () => {
    const keystore = await openKeystore(freshDirectory());
    const key = keystore.logKey('mingcha.test/nantou-webir');
    const message = Buffer.from('message');
    const publicKey = createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.publicKey]),
      format: 'der',
      type: 'spki',
    });
    expect(verifyWithNode(null, message, publicKey, key.sign(message))).toBe(true);
    const parts = /^(?<name>[^+]+)\+[0-9a-f]{8}\+(?<encoded>.+)$/.exec(key.vkey)?.groups;
    expect(parts?.['name']).toBe('mingcha.test/nantou-webir');
    expect(Buffer.from(parts?.['encoded'] ?? '', 'base64').subarray(1)).toEqual(Buffer.from(key.publicKey));
    expect(keystore.logKey('other').publicKey).not.toEqual(key.publicKey);
  });
});
