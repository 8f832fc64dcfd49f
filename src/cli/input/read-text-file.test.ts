import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InputError } from './input-error.ts';
import { readTextFile } from './read-text-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-text-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'file.csv');
  await writeFile(path, bytes);
  return path;
}

test.each([
  ['UTF-8', [0xe6, 0x9f, 0xa5], '查'],
  ['UTF-8 with a byte-order mark', [0xef, 0xbb, 0xbf, 0xe6, 0x9f, 0xa5], '查'],
  ['Big5', [0xac, 0x64], '查'],
  ['Big5 whose second byte is a backslash', [0xb3, 0x5c, 0x2c], '許,'],
  ['nothing', [], ''],
])('%s is read', async (_, bytes, text) => {
  expect(await readTextFile(await fileOf(Uint8Array.from(bytes)), 100)).toBe(text);
});

test.each([
  ['UTF-16 with its mark', [0xff, 0xfe, 0xe5, 0x67]],
  ['UTF-16 without', [0x69, 0x00, 0x64, 0x00]],
  ['a cut character', [0x61, 0xac]],
])('%s is refused by its file', async (_, bytes) => {
  const path = await fileOf(Uint8Array.from(bytes));
  await expect(readTextFile(path, 100)).rejects.toSatisfy((error) => error instanceof InputError && error.place.file === path);
});

test('a file larger than the limit, a folder and a file that is not there are refused by their names', async () => {
  const path = await fileOf(new Uint8Array(101));
  for (const file of [path, folder, join(folder, 'none.csv')]) {
    await expect(readTextFile(file, 100)).rejects.toSatisfy((error) => error instanceof InputError && error.place.file === file);
  }
});
