// What sealing relies on in a store for its files, run on every adapter.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeFiles, type LogFiles } from '../../src/server/ledger/log-files.ts';
import { MemoryFiles } from '../support/memory-files.ts';
import { faultOf } from '../support/scratch-ledger.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

const memory = new MemoryFiles();
const adapters: [name: string, open: () => { files: LogFiles; home: string }][] = [
  ['the file system', () => ({ files: nodeFiles, home: folder })],
  ['memory', () => ({ files: memory, home: '/memory' })],
];

describe.each(adapters)('%s', (_name, open) => {
  const bytes = (text: string): Buffer => Buffer.from(text);
  const place = async (name: string): Promise<{ files: LogFiles; path: string }> => {
    const { files, home } = open();
    await files.makeDirectory(join(home, name));
    return { files, path: join(home, name) };
  };

  test('gives back what was written, whole, and the last of it', async () => {
    const { files, path } = await place('written');
    await files.write(join(path, 'a'), bytes('one, and longer'));
    await files.write(join(path, 'a'), bytes('two'));
    expect((await files.read(join(path, 'a')))?.toString()).toBe('two');
    const modified = await files.modifiedAt(join(path, 'a'));
    expect(
      Math.abs(
        Temporal.Now.instant()
          .since(modified ?? Temporal.Instant.fromEpochMilliseconds(0))
          .total('seconds'),
      ),
    ).toBeLessThan(60);
  });

  test('says that a file is missing, and throws for a folder read as one', async () => {
    const { files, path } = await place('missing');
    expect(await files.read(join(path, 'a'))).toBeUndefined();
    expect(await files.read(join(path, 'none/a'))).toBeUndefined();
    expect(await files.modifiedAt(join(path, 'a'))).toBeUndefined();
    expect(await faultOf(files.read(path))).toBe('EISDIR');
  });

  test('makes folders below one another, and again', async () => {
    const { files, path } = await place('folders');
    await files.makeDirectory(join(path, 'a/b/c'));
    await files.write(join(path, 'a/b/c/d'), bytes('deep'));
    await files.makeDirectory(join(path, 'a/b/c'));
    expect((await files.read(join(path, 'a/b/c/d')))?.toString()).toBe('deep');
  });

  test('renames over what is there', async () => {
    const { files, path } = await place('renamed');
    await files.write(join(path, 'new'), bytes('new'));
    await files.write(join(path, 'old'), bytes('old'));
    await files.rename(join(path, 'new'), join(path, 'old'));
    await files.syncDirectory(path);
    expect((await files.read(join(path, 'old')))?.toString()).toBe('new');
    expect(await files.read(join(path, 'new'))).toBeUndefined();
  });

  test('puts nothing in place from or into a folder that was removed: the fence between two sealers', async () => {
    const { files, path } = await place('fence');
    await files.makeDirectory(join(path, 'mine'));
    await files.write(join(path, 'mine/0'), bytes('late'));
    await files.remove(join(path, 'mine'));
    expect(await faultOf(files.rename(join(path, 'mine/0'), join(path, 'checkpoint')))).toBe('ENOENT');
    expect(await faultOf(files.write(join(path, 'mine/1'), bytes('late')))).toBe('ENOENT');
    expect(await faultOf(files.syncDirectory(join(path, 'mine')))).toBe('ENOENT');
    expect(await files.read(join(path, 'checkpoint'))).toBeUndefined();
    await files.write(join(path, 'loose'), bytes('late'));
    expect(await faultOf(files.rename(join(path, 'loose'), join(path, 'mine/0')))).toBe('ENOENT');
  });

  test('removes a file, a folder with what is in it, and nothing', async () => {
    const { files, path } = await place('removed');
    await files.makeDirectory(join(path, 'a/b'));
    await files.write(join(path, 'a/b/c'), bytes('x'));
    await files.write(join(path, 'ab'), bytes('x'));
    await files.remove(join(path, 'a'));
    await files.remove(join(path, 'a'));
    expect(await files.read(join(path, 'a/b/c'))).toBeUndefined();
    expect(await files.read(join(path, 'ab'))).toBeDefined();
    await files.remove(join(path, 'ab'));
    expect(await files.read(join(path, 'ab'))).toBeUndefined();
  });
});

test('in memory, a power cut takes what was not synced', async () => {
  const files = new MemoryFiles();
  await files.makeDirectory('/a');
  await files.write('/a/kept', Buffer.from('kept'));
  await files.syncDirectory('/a');
  await files.write('/a/lost', Buffer.from('lost'));
  await files.rename('/a/kept', '/a/renamed');
  const none = files.powerCut(() => false);
  expect([await none.read('/a/kept'), await none.read('/a/lost'), await none.read('/a/renamed')].map(String)).toEqual([
    'kept',
    'undefined',
    'undefined',
  ]);
  const all = files.powerCut(() => true);
  expect([await all.read('/a/kept'), await all.read('/a/lost'), await all.read('/a/renamed')].map(String)).toEqual([
    'undefined',
    'lost',
    'kept',
  ]);
});
