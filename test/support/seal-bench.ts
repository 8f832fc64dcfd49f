// One log's folder and signer without a database: sealed by a process that has just started, as often and on whatever files a test says.
import { dirname, join } from 'node:path';
import { equalBytes } from '#domain/kernel';
import { changedBundles, emptyEdge, encodeBundle, growTree, openCheckpoint, parseVkey, rootOf, tilePath, tileWidth } from '#domain/ledger';
import { sha256, verifyEd25519 } from '#server/keys';
import { LogKeyFolder } from '../../src/server/keys/log-keys.ts';
import { leafHashOf } from '../../src/server/ledger/hash.ts';
import { nodeFiles, type LogFiles } from '../../src/server/ledger/log-files.ts';
import { LogFolder } from '../../src/server/ledger/log-folder.ts';
import { loadTree, seal } from '../../src/server/ledger/seal.ts';
import { LocalSigner } from '../../src/server/ledger/signer/local-signer.ts';

export const benchOrigin = 'mingcha.test/seal';

/** Always the same leaf at the same index. */
export function benchLeaves(from: number, to: number): Buffer[] {
  return Array.from({ length: to - from }, (_, place) => Buffer.from(`leaf ${from + place}`));
}

export class SealBench {
  readonly folder: string;
  readonly signerFolder: string;
  /** Always in the real file system. */
  readonly keysFolder: string;
  readonly #keys: LogKeyFolder;

  /** @param home of its own */
  constructor(home: string) {
    this.folder = join(home, 'log');
    this.signerFolder = join(home, 'signer');
    this.keysFolder = join(home, 'keys');
    this.#keys = new LogKeyFolder(Buffer.alloc(32, 1), this.keysFolder);
  }

  open(files: LogFiles): { folder: LogFolder; signer: LocalSigner } {
    const signer = new LocalSigner({
      folder: this.signerFolder,
      origin: benchOrigin,
      keys: this.#keys,
      files,
      assertUsable: () => {},
      mayBegin: true,
    });
    return { folder: new LogFolder(this.folder, benchOrigin, { vkeys: () => signer.vkeys() }, files), signer };
  }

  vkey(): string {
    return this.#keys.create(benchOrigin, 1).vkey;
  }

  /** Takes over, loads the tree from disk and seals up to `next`. */
  async sealTo(next: number, files: LogFiles = nodeFiles, leaves: (from: number, to: number) => Buffer[] = benchLeaves): Promise<void> {
    const { folder, signer } = this.open(files);
    await signer.takeOver();
    await folder.takeOver();
    const readLeaves = async (from: number, to: number): Promise<Buffer[]> => leaves(from, to);
    await seal({ folder, signer, readLeaves, assertSoleSealer: async () => {} }, await loadTree(folder), next);
  }

  checkpoint(files: LogFiles = nodeFiles): Promise<{ size: number; rootHash: Uint8Array } | undefined> {
    return this.open(files).folder.checkpoint();
  }

  /** What checkpoint and signer say. */
  async sizes(files: LogFiles = nodeFiles): Promise<{ published: number | undefined; signed: number }> {
    return { published: (await this.checkpoint(files))?.size, signed: (await this.open(files).signer.last()).size };
  }

  /**
   * Everything published, computed anew from the leaves: key, signature, root, every tile and bundle.
   * @returns the first file that is not what it should be
   */
  async firstWrong(size: number, files: LogFiles = nodeFiles): Promise<string | undefined> {
    if (String(await files.read(join(this.folder, 'vkey'))) !== `${this.vkey()}\n`) return 'vkey';
    const text = String(await files.read(join(this.folder, 'checkpoint')));
    const verdict = openCheckpoint(text, [parseVkey(this.vkey(), sha256)], verifyEd25519);
    const leaves = benchLeaves(0, size);
    const hashes = leaves.map(leafHashOf);
    if (verdict.kind !== 'verified' || verdict.checkpoint.size !== size || !equalBytes(verdict.checkpoint.rootHash, rootOf(hashes, sha256)))
      return 'checkpoint';
    const bundles = [...changedBundles(0, size)].map((bundle) => {
      const first = bundle.index * tileWidth;
      return { path: tilePath(bundle), bytes: encodeBundle(leaves.slice(first, first + bundle.width)) };
    });
    for (const { path, bytes } of [...growTree(emptyEdge, hashes, sha256).tiles, ...bundles]) {
      const stored = await files.read(join(this.folder, path));
      if (!stored || !equalBytes(stored, bytes)) return path;
    }
    return undefined;
  }
}

const calls = [
  'read',
  'modifiedAt',
  'makeDirectory',
  'write',
  'rename',
  'syncDirectory',
  'remove',
] as const satisfies readonly (keyof LogFiles)[];

export type FileCall = (typeof calls)[number];

/** @param before awaited before each call with its number, from 0; what it throws is the call's failure. @param after the same, once it was done */
export function watchedFiles(
  real: LogFiles,
  before: (at: number, name: FileCall, args: readonly unknown[]) => Promise<void> | void,
  after: (at: number) => void = () => {},
): LogFiles {
  let count = 0;
  const wrap = (name: FileCall) => {
    const method = real[name] as (...args: unknown[]) => Promise<unknown>; // the arguments are those of the same method
    return async (...args: unknown[]): Promise<unknown> => {
      const at = count++;
      await before(at, name, args);
      const result = await method(...args);
      after(at);
      return result;
    };
  };
  return Object.fromEntries(calls.map((name) => [name, wrap(name)])) as unknown as LogFiles;
}

export function ioFault(code: 'EIO' | 'ENOSPC'): Error {
  return Object.assign(new Error(`${code}: on purpose`), { code });
}

/** The script that seals and kills itself: `node seal-and-die.ts HOME NEXT CALL`. */
export const sealAndDieScript = join(dirname(import.meta.filename), 'seal-and-die.ts');
