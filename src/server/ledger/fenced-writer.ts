// Puts files in place whole, on disk, and only until somebody else takes over. They are made in a folder of this writer's own and
// renamed out of it; whoever takes over removes that folder first. A process that was suspended half-way and wakes up later finds it
// gone, so the storage itself refuses what it would still put in place: a lock alone can't, since its loss is noticed too late.
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { LogFiles } from './log-files.ts';

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export class FencedWriter {
  readonly #files: LogFiles;
  /** Holds each writer's own folder. */
  readonly #home: string;
  #own: string | undefined;

  constructor(files: LogFiles, home: string) {
    this.#files = files;
    this.#home = home;
  }

  /** Whoever wrote here before can't any more. */
  async takeOver(): Promise<void> {
    const own = join(this.#home, randomUUID());
    await this.#files.remove(this.#home);
    await this.#files.makeDirectory(own);
    this.#own = own;
  }

  /** Each file is there whole or not at all, and all are on disk when this resolves. The first write takes over by itself. */
  async write(list: readonly FileToWrite[]): Promise<void> {
    if (this.#own === undefined) await this.takeOver();
    const own = this.#own ?? this.#home;
    const folders = [...new Set(list.map(({ path }) => dirname(path)))];
    const unfinished = (place: number): string => join(own, String(place));
    await allOf(folders.map((folder) => this.#files.makeDirectory(folder)));
    await allOf(list.map(({ bytes }, place) => this.#files.write(unfinished(place), bytes)));
    await allOf(list.map(({ path }, place) => this.#files.rename(unfinished(place), path)));
    await allOf(folders.map((folder) => this.#files.syncDirectory(folder)));
  }
}

/** All at once, and none still under way when one has failed: the next attempt uses the same names. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const settled = await Promise.allSettled(work);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
