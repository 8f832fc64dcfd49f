import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDemoAccounts, removeDemoAccounts, writeDemoAccounts } from './accounts-file.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingcha-accounts-'));
});
afterEach(() => rm(directory, { recursive: true }));

const accounts = [{ login: 'chief', password: 'x'.repeat(16), role: 'chief-manager', programme: 'nantou-webir' }];
const path = (): string => join(directory, 'demo-accounts.json');

test('what is written is read back, by its owner alone, and nothing is left beside it', async () => {
  await writeFile(path(), '[]');
  await chmod(path(), 0o644);
  await writeDemoAccounts(directory, accounts);
  expect(await readDemoAccounts(directory)).toEqual(accounts);
  expect((await stat(path())).mode & 0o777).toBe(0o600);
  expect(await readdir(directory)).toEqual(['demo-accounts.json']);
});

test('an installation without a demonstration has no accounts', async () => {
  expect(await readDemoAccounts(directory)).toBeUndefined();
  await writeDemoAccounts(directory, accounts);
  await removeDemoAccounts(directory);
  expect(await readDemoAccounts(directory)).toBeUndefined();
});

test.each(['{', '[{"login":"chief"}]', '{}'])('a file that is something else is named: %s', async (text) => {
  await writeFile(path(), text);
  await expect(readDemoAccounts(directory)).rejects.toThrow('demo-accounts.json');
});
