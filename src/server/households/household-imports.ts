// The imports of one node: files taken in, begun, watched and ended. At most one runs for a programme, on whatever node; this one picks up
// what another left.
import type { ActorFacts } from '#domain/records';
import { discardImport } from './discard-import.ts';
import type { ImportParts, ImportProgramme } from './import-parts.ts';
import { findImport, manifestOf, type ImportRow } from './import-row.ts';
import { LoadStopped } from './load/start-load.ts';
import { openImport, type ManifestGiven, type OpenedImport } from './open-import.ts';
import { resumeImports } from './resume-imports.ts';
import { runImport, type RunOptions, type RunResult } from './run-import.ts';
import { Spool } from './spool.ts';

const AGE_CHUNK_BYTES = 64 * 1024;
const AGE_OVERHEAD_BYTES = 16;
/** Header and nonce. */
const AGE_HEAD_BYTES = 64 * 1024;
const RESUME_EVERY_MS = 30_000;

export type Received =
  | { readonly kind: 'received'; readonly bytes: number }
  | { readonly kind: 'not-found' | 'not-waiting' | 'too-large' | 'gap' };

export class HouseholdImports {
  readonly parts: ImportParts;
  readonly spool: Spool;
  readonly #ending = new AbortController();
  readonly #running = new Set<Promise<unknown>>();
  readonly #onFault: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: ImportParts, onFault: (error: unknown) => void = () => {}) {
    this.parts = parts;
    this.spool = new Spool(parts.dataDirectory);
    this.#onFault = onFault;
  }

  /** Now and then looks for what was cut off; and at once. */
  keepResuming(): void {
    const resume = (): void => void this.track(this.resume()).catch((error: unknown) => this.#tell(error));
    resume();
    this.#timer = setInterval(resume, RESUME_EVERY_MS).unref();
  }

  resume(): Promise<void> {
    return resumeImports(this.parts, this.spool, this.#ending.signal);
  }

  open(programme: ImportProgramme, actor: ActorFacts, given: ManifestGiven): Promise<OpenedImport> {
    return openImport(this.parts, programme, actor, given);
  }

  async receive(programme: ImportProgramme, id: string, offset: number, pieces: AsyncIterable<Uint8Array>): Promise<Received> {
    const row = await findImport(this.parts.database, programme.id, id);
    if (!row) return { kind: 'not-found' };
    if (row.state !== 'waiting') return { kind: 'not-waiting' };
    try {
      return { kind: 'received', bytes: await this.spool.receive(id, offset, longestCiphertext(row), pieces) };
    } catch (error) {
      if (error instanceof RangeError) return { kind: 'gap' };
      if (error instanceof Error && error.message === 'too-large') return { kind: 'too-large' };
      throw error;
    }
  }

  run(programme: ImportProgramme, actor: ActorFacts, id: string, options: RunOptions = {}): Promise<RunResult> {
    const { parts, spool } = this;
    return this.track(runImport({ ...options, parts, spool, programme, actor, signal: this.#ending.signal }, id));
  }

  /** Resolves once it runs, and it goes on by itself; or with what it came to, where it does not. */
  start(programme: ImportProgramme, actor: ActorFacts, id: string, options: RunOptions = {}): Promise<RunResult> {
    return new Promise((resolve, reject) => {
      const onBegun = (): void => resolve({ kind: 'loading' });
      this.run(programme, actor, id, { ...options, onBegun }).then(resolve, (error: unknown) => {
        reject(error);
        this.#tell(error);
      });
    });
  }

  discard(programme: ImportProgramme, actor: ActorFacts, id: string): Promise<RunResult> {
    return this.track(discardImport({ parts: this.parts, spool: this.spool, programme, actor }, id));
  }

  /** That this program ends an import as it stops itself is no fault. */
  #tell(error: unknown): void {
    if (!(error instanceof LoadStopped)) this.#onFault(error);
  }

  async track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(work);
    }
  }

  /** An import that runs is stopped; whoever opens next resumes it. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#ending.abort();
    await Promise.allSettled(this.#running);
  }
}

/** What `bytes` of plain text come to (age-encryption.org/v1), and a header of the longest kind that is read. */
function longestCiphertext(row: ImportRow): number {
  const { bytes } = manifestOf(row);
  return bytes + Math.ceil(bytes / AGE_CHUNK_BYTES) * AGE_OVERHEAD_BYTES + AGE_HEAD_BYTES;
}
