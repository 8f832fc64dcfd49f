// Reads a text file that people made: UTF-8 with or without a byte-order mark, else Big5 (CP950). Bounded before it is read.
import { open } from 'node:fs/promises';
import { InputError } from './input-error.ts';

export async function readTextFile(path: string, maxBytes: number): Promise<string> {
  const bytes = await readBytes(path, maxBytes);
  const text = decode('utf-8', bytes) ?? decode('big5', bytes);
  if (text === undefined) throw new InputError({ file: path }, 'the encoding is neither UTF-8 nor Big5');
  return text;
}

/** Without its byte-order mark. UTF-16 shows by its zero bytes, and by 0xFF, which no other encoding here uses. */
function decode(encoding: 'utf-8' | 'big5', bytes: Uint8Array): string | undefined {
  if (bytes.includes(0) || bytes.includes(0xff)) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function readBytes(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > maxBytes) throw new InputError({ file: path }, `the file is larger than ${maxBytes} bytes`);
    return await file.readFile();
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new InputError({ file: path }, code === 'ENOENT' ? 'there is no such file' : `the file can't be read (${code})`);
  }
}
