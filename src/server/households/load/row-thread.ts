// A thread that makes pieces of a file into rows. It gets its layout and key once, then a piece at a time, in the order they are asked.
import { parentPort, workerData } from 'node:worker_threads';
import type { FileEncoding, RowLayout } from '#domain/verification';
import { RowCopier } from './copy-rows.ts';

export interface RowThreadData {
  readonly layout: RowLayout;
  readonly encoding: FileEncoding;
  readonly key: Uint8Array;
}

const { layout, encoding, key } = workerData as RowThreadData; // as row-threads.ts gives it
const copier = new RowCopier(layout, encoding, key);

parentPort?.on('message', (piece: Uint8Array) => {
  const copied = copier.copy(piece);
  parentPort?.postMessage(copied, [copied.rows.buffer]);
});
