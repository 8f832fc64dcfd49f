// The demonstration's passwords, in one file of the data directory that only its owner reads, for `mingcha demo accounts`.
// No other installation has such a file: real passwords are nowhere in clear.
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const account = z.strictObject({
  login: z.string().min(1).max(64),
  password: z.string().min(1).max(128),
  role: z.string().max(32),
  programme: z.string().max(64),
});
export type DemoAccount = z.output<typeof account>;

const fileName = 'demo-accounts.json';

export async function writeDemoAccounts(dataDirectory: string, accounts: readonly DemoAccount[]): Promise<void> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const path = join(dataDirectory, fileName);
  // Made anew, so that its mode is ours whatever stood there.
  await rm(`${path}.new`, { force: true });
  const file = await open(`${path}.new`, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(accounts, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}

export async function removeDemoAccounts(dataDirectory: string): Promise<void> {
  await rm(join(dataDirectory, fileName), { force: true });
}

/** undefined: this installation has no demonstration. Throws where the file is not one of ours. */
export async function readDemoAccounts(dataDirectory: string): Promise<DemoAccount[] | undefined> {
  const path = join(dataDirectory, fileName);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const accounts = z.array(account).max(100).safeParse(parseJson(text));
  if (!accounts.success) throw new Error(`${path} is not the demonstration's list of accounts`);
  return accounts.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
