// A log's month-ends, beside its tiles: `checkpoints/2026-10`, a checkpoint that covers the closing of the month, with the ML-DSA-44 signature
// as well; `2026-10.tsr`, an authority's timestamp of that file (RFC 3161); `vkey`, every key that ever signed one, newest first.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FencedWriter } from '../fenced-writer.ts';
import type { LogFiles } from '../log-files.ts';

export class MonthEndFolder {
  readonly #path: string;
  readonly #files: LogFiles;
  /** Of its own: a process that closes a month must not fence out the one that seals. */
  readonly #writer: FencedWriter;

  constructor(logPath: string, files: LogFiles) {
    this.#path = join(logPath, 'checkpoints');
    this.#files = files;
    this.#writer = new FencedWriter(files, join(logPath, 'unfinished-month-ends'));
  }

  /** The months that are kept, oldest first. */
  async months(): Promise<string[]> {
    return (await this.#names()).filter((name) => /^\d{4}-\d\d$/.test(name)).toSorted();
  }

  async unstamped(): Promise<string[]> {
    const names = new Set(await this.#names());
    return (await this.months()).filter((month) => !names.has(`${month}.tsr`));
  }

  async read(month: string): Promise<Buffer> {
    const bytes = await this.#files.read(join(this.#path, month));
    if (!bytes) throw new Error(`the checkpoint of ${month} is gone`);
    return bytes;
  }

  async keep(month: string, note: string, vkeys: readonly string[]): Promise<void> {
    const known = (await this.#files.read(join(this.#path, 'vkey')))?.toString('utf8').split('\n').filter(Boolean) ?? [];
    const all = [...new Set([...vkeys, ...known])].map((vkey) => `${vkey}\n`).join('');
    await this.#write([
      { path: 'vkey', bytes: Buffer.from(all) },
      { path: month, bytes: Buffer.from(note) },
    ]);
  }

  async stamp(month: string, reply: Uint8Array): Promise<void> {
    await this.#write([{ path: `${month}.tsr`, bytes: reply }]);
  }

  async #write(list: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Promise<void> {
    await this.#writer.write(list.map(({ path, bytes }) => ({ path: join(this.#path, path), bytes })));
  }

  async #names(): Promise<string[]> {
    return readdir(this.#path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
  }
}
