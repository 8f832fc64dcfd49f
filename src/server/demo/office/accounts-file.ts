// The demonstration's passwords, in one file of the data directory that only its owner reads, for `mingcha demo accounts`.
// No other installation has such a file: real passwords are nowhere in clear.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateFile, writePrivateFile } from '../private-file.ts';

const account = z.strictObject({
  login: z.string().min(1).max(64),
  password: z.string().min(1).max(128),
  role: z.string().max(32),
  programme: z.string().max(64),
});
export type DemoAccount = z.output<typeof account>;

const pathIn = (dataDirectory: string): string => join(dataDirectory, 'demo-accounts.json');

export function writeDemoAccounts(dataDirectory: string, accounts: readonly DemoAccount[]): Promise<void> {
  return writePrivateFile(pathIn(dataDirectory), accounts);
}

export async function removeDemoAccounts(dataDirectory: string): Promise<void> {
  await rm(pathIn(dataDirectory), { force: true });
}

/** undefined: this installation has no demonstration. Throws where the file is not one of ours. */
export function readDemoAccounts(dataDirectory: string): Promise<DemoAccount[] | undefined> {
  return readPrivateFile(pathIn(dataDirectory), z.array(account).max(100), 'the demonstration’s list of accounts');
}
