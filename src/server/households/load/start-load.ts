// A load on a thread of its own, as the rest of the server sees it.
import { Worker } from 'node:worker_threads';
import type { LoadOrder, LoadProgress } from './load-file.ts';
import type { LoadMessage } from './load-thread.ts';

export type LoadResult = Exclude<LoadMessage, { readonly kind: 'progress' }>;

/** The load was ended from here: nothing was loaded, and it may be begun anew. */
export class LoadStopped extends Error {
  override readonly name = 'LoadStopped';
}

/** @throws LoadStopped, or the fault that ended the thread */
export function startLoad(order: LoadOrder, signal: AbortSignal, onProgress: (progress: LoadProgress) => void): Promise<LoadResult> {
  if (signal.aborted) return Promise.reject(new LoadStopped());
  const worker = new Worker(new URL('load-thread.ts', import.meta.url), { workerData: order });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  let result: LoadResult | undefined;
  return new Promise<LoadResult>((resolve, reject) => {
    worker.on('message', (message: LoadMessage) => {
      if (message.kind === 'progress') onProgress(message);
      else result = message;
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      if (result) resolve(result);
      else reject(new LoadStopped());
    });
  });
}
