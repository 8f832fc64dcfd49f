// The folder a pack is written into: for its owner's eyes only, each file once or piece by piece, and at the end the digest of each
// out of what really stands on the disk.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { formatManifest, type ManifestEntry } from '#domain/evidence';

export class PackFolder {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async append(path: string, content: string | Uint8Array): Promise<void> {
    const file = join(this.#path, path);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await appendFile(file, content, { mode: 0o600 });
  }

  async manifest(): Promise<string> {
    const found = await readdir(this.#path, { recursive: true, withFileTypes: true });
    const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const entries: ManifestEntry[] = [];
    for (const path of paths) entries.push({ path: relative(this.#path, path), digest: await digestOf(path) });
    return formatManifest(entries);
  }
}

async function digestOf(path: string): Promise<Uint8Array> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest();
}
