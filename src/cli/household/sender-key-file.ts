import { writeFile } from 'node:fs/promises';
import { LedgerFormatError } from '#domain/ledger';
import { WrongCall } from '../exit-codes.ts';

/** @returns its verifier key. @throws WrongCall */
export async function makeSenderKey(name: string, out: string): Promise<string> {
  const { newSenderKey, readSenderKey } = await import('#server');
  try {
    const text = newSenderKey(name);
    await writeFile(out, text, { mode: 0o600, flag: 'wx' });
    return readSenderKey(text)?.vkey ?? '';
  } catch (error) {
    if (error instanceof LedgerFormatError) throw new WrongCall(`--name: ${error.message}`);
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw new WrongCall(`--out: ${out} is there already`);
    throw error;
  }
}
