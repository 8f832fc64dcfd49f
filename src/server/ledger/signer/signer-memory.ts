// What a signer knows of one log, in two small files beside its keys: the last head it signed, and which of its keys is in use.
// The first is written by signing alone and the second by rotating alone, so that neither can undo the other.
import { join } from 'node:path';
import { z } from 'zod';
import { fromHex, parseJsonStrict, toHex } from '#domain/kernel';
import type { TreeHead } from '#domain/ledger';
import type { KeyOverlap } from '../checkpoint-signer.ts';
import { LogUnavailable } from '../faults.ts';
import { FencedWriter } from '../fenced-writer.ts';
import type { LogFiles } from '../log-files.ts';

export interface LastSigned {
  readonly head: TreeHead;
  /** How many were signed. */
  readonly checkpoints: number;
}

export interface KeysInUse {
  readonly generation: number;
  /** The key before it signs as well: up to this checkpoint, or up to the month-end. */
  readonly until?: KeyOverlap | undefined;
}

const lastShape = z.strictObject({
  origin: z.string(),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().nonnegative(),
  checkpoints: z.int().nonnegative().default(0),
});
const keysShape = z.strictObject({
  origin: z.string(),
  generation: z.int().positive(),
  until: z.union([z.literal('month-end'), z.int().positive()]).optional(),
});

export class SignerMemory {
  readonly lastPath: string;
  readonly keysPath: string;
  readonly #origin: string;
  readonly #files: LogFiles;
  /** Two writers: whoever rotates must not fence out whoever signs. */
  readonly #lastWriter: FencedWriter;
  readonly #keysWriter: FencedWriter;

  constructor(folder: string, origin: string, files: LogFiles) {
    this.lastPath = join(folder, 'last.json');
    this.keysPath = join(folder, 'keys.json');
    this.#origin = origin;
    this.#files = files;
    this.#lastWriter = new FencedWriter(files, join(folder, 'unfinished'));
    this.#keysWriter = new FencedWriter(files, join(folder, 'unfinished-keys'));
  }

  async last(): Promise<LastSigned | undefined> {
    const stored = await this.#read(this.lastPath, lastShape);
    return stored && { head: { size: stored.size, rootHash: fromHex(stored.root) }, checkpoints: stored.checkpoints };
  }

  async writeLast({ head, checkpoints }: LastSigned): Promise<void> {
    await this.#lastWriter.write([this.#file(this.lastPath, { root: toHex(head.rootHash), size: head.size, checkpoints })]);
  }

  async keys(): Promise<KeysInUse | undefined> {
    return this.#read(this.keysPath, keysShape);
  }

  async writeKeys({ generation, until }: KeysInUse): Promise<void> {
    await this.#keysWriter.takeOver();
    await this.#keysWriter.write([this.#file(this.keysPath, { generation, ...(until !== undefined && { until }) })]);
  }

  /** Whoever wrote down heads here before can't any more. */
  takeOver(): Promise<void> {
    return this.#lastWriter.takeOver();
  }

  #file(path: string, value: object): { path: string; bytes: Buffer } {
    return { path, bytes: Buffer.from(`${JSON.stringify({ origin: this.#origin, ...value })}\n`) };
  }

  async #read<Value extends { origin: string }>(path: string, shape: z.ZodType<Value>): Promise<Value | undefined> {
    const bytes = await this.#files.read(path);
    if (!bytes) return undefined;
    try {
      const value = shape.parse(parseJsonStrict(bytes.toString('utf8').trimEnd()));
      if (value.origin === this.#origin) return value;
    } catch {
      // Whatever it holds, the signer did not write it.
    }
    throw new LogUnavailable('keys', `${path} is damaged: restore it, or no checkpoint of ${this.#origin} can be signed`);
  }
}
