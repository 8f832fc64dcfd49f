// The thread of one load: the server goes on answering beside it. When it is ended, its connection ends, and with that its transaction.
import { parentPort, workerData } from 'node:worker_threads';
import { FileRefused, type FileRefusal } from './file-refused.ts';
import { loadFile, type LoadOrder, type LoadProgress, type LoadReport } from './load-file.ts';

export type LoadMessage =
  | ({ readonly kind: 'progress' } & LoadProgress)
  | { readonly kind: 'loaded'; readonly report: LoadReport }
  | { readonly kind: 'refused'; readonly refusal: FileRefusal; readonly badRows: LoadReport['badRows'] };

const send = (message: LoadMessage): void => parentPort?.postMessage(message);

try {
  const report = await loadFile(workerData as LoadOrder, (progress) => send({ kind: 'progress', ...progress })); // as start-load.ts gives it
  send({ kind: 'loaded', report });
} catch (error) {
  if (!(error instanceof FileRefused)) throw error;
  send({ kind: 'refused', refusal: error.refusal, badRows: error.badRows });
}
