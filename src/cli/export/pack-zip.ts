// Packs a folder into one ZIP, the same bytes for the same files: stored, without dates, in the order of their paths. What doesn't
// shrink can be read where it lies, and checked byte by byte.
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { layOutZip, type ZipEntry } from '#domain/evidence';

/** @throws RangeError for more than 4 GiB */
export async function packZip(folder: string, zip: string): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const entries: ZipEntry[] = [];
  for (const path of paths.toSorted()) entries.push({ path: path.split(sep).join('/'), ...(await measure(join(folder, path))) });
  const { headers, directory } = layOutZip(entries);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (const [at, { path }] of entries.entries()) {
      yield headers[at] ?? new Uint8Array(0);
      yield* createReadStream(join(folder, path));
    }
    yield directory;
  }
  await pipeline(Readable.from(pieces()), createWriteStream(zip, { mode: 0o600, flags: 'wx' }));
}

async function measure(file: string): Promise<Pick<ZipEntry, 'size' | 'crc32'>> {
  let [size, sum] = [0, 0];
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    size += chunk.length;
    sum = crc32(chunk, sum);
  }
  return { size, crc32: sum };
}
