// Some threads that take pieces in turn; what comes out keeps the order of what went in, and only a few pieces are under way at once.
import { Worker } from 'node:worker_threads';
import { RowCopier, type CopiedPiece } from './copy-rows.ts';
import type { RowThreadData } from './row-thread.ts';

/** A thread that has two never waits for the next. */
const PIECES_PER_THREAD = 2;

/** @param threads 0: here, which is faster for what a single piece holds */
export async function* copyOnThreads(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  data: RowThreadData,
  threads: number,
): AsyncGenerator<CopiedPiece> {
  if (threads === 0) return yield* copyHere(pieces, data);
  const workers = Array.from({ length: threads }, () => new RowThread(data));
  const underWay: Promise<CopiedPiece>[] = [];
  try {
    let next = 0;
    for await (const piece of pieces) {
      const worker = workers[next % threads];
      if (worker) underWay.push(worker.copy(piece));
      next += 1;
      if (underWay.length >= threads * PIECES_PER_THREAD) yield (await underWay.shift()) as CopiedPiece; // there is one
    }
    while (underWay.length > 0) yield (await underWay.shift()) as CopiedPiece; // as above
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
}

async function* copyHere(pieces: AsyncIterable<Uint8Array>, { layout, encoding, key }: RowThreadData): AsyncGenerator<CopiedPiece> {
  const copier = new RowCopier(layout, encoding, key);
  for await (const piece of pieces) yield copier.copy(piece);
}

class RowThread {
  readonly #worker: Worker;
  readonly #waiting: { resolve: (copied: CopiedPiece) => void; reject: (error: unknown) => void }[] = [];
  #failure: unknown;

  constructor(data: RowThreadData) {
    this.#worker = new Worker(new URL('row-thread.ts', import.meta.url), { workerData: data });
    this.#worker.on('message', (copied: CopiedPiece) => this.#waiting.shift()?.resolve(copied));
    this.#worker.on('error', (error) => {
      this.#failure = error;
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  /** @param piece is handed over: its buffer is gone here */
  copy(piece: Uint8Array<ArrayBuffer>): Promise<CopiedPiece> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const copied = new Promise<CopiedPiece>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    // Whoever awaits it comes later: until then a failure is no unhandled one.
    copied.catch(() => {});
    this.#worker.postMessage(piece, [piece.buffer]);
    return copied;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
