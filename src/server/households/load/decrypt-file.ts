// The plain bytes of an age file (age-encryption.org/v1), a piece at a time. Each piece was authenticated before it comes out; the last one
// says that it is the last, so a file that was cut ends in a refusal. Nothing of it touches a disk.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Decrypter } from 'age-encryption';
import { FileRefused } from './file-refused.ts';
import { readableFrom } from './readable-from.ts';

const READ_BYTES = 1024 * 1024;
/** Room for some hundred recipients; the package would read a header of any length. */
const LONGEST_HEADER_BYTES = 64 * 1024;

/**
 * @param identities `AGE-SECRET-KEY-1…`
 * @throws FileRefused `recipient-wrong`, `ciphertext-damaged`, `file-missing`
 */
export async function* decryptFile(
  path: string,
  identities: readonly string[],
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  await requireHeader(path);
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    for await (const piece of await decrypter.decrypt(readableFrom(ciphertextOf(path, onRead)))) yield piece;
  } catch (error) {
    throw refusalOf(error);
  }
}

async function* ciphertextOf(path: string, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path, { highWaterMark: READ_BYTES })) {
    const bytes = piece as Buffer; // no encoding is set on the stream
    onRead(bytes.length);
    yield new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  }
}

async function requireHeader(path: string): Promise<void> {
  const start = Buffer.alloc(LONGEST_HEADER_BYTES);
  const file = await open(path, 'r').catch((error: unknown) => {
    throw isMissing(error) ? new FileRefused('file-missing') : error;
  });
  try {
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    if (start.subarray(0, bytesRead).includes('\n--- ')) return;
  } finally {
    await file.close();
  }
  throw new FileRefused('ciphertext-damaged');
}

/** The package throws plain errors: all of them say that the file is not what it should be. A fault of the disk has a code. */
function refusalOf(error: unknown): unknown {
  if (error instanceof FileRefused) return error;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('E')) return error;
  const isForeign = error instanceof Error && error.message.startsWith('no identity matched');
  return new FileRefused(isForeign ? 'recipient-wrong' : 'ciphertext-damaged');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
