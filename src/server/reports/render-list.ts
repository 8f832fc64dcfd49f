// 查詢紀錄單 as a file (NW-5.2). Setting it takes longer than an event loop may wait, so it happens in a process of its own
// (print-list.ts), a few at a time. A list that can't be printed is a typed fault that says nothing of its content.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { PrintedList } from '#domain/reports';

const printer = fileURLToPath(new URL('./print-list.ts', import.meta.url));
const printersAtOnce = 2;
const waitingAtMost = 20;
/** Ten thousand rows take 20 s on one slow core. */
const printingTimeoutMs = 60_000;

export class PrintingFailed extends Error {
  override readonly name = 'PrintingFailed';
  readonly code: 'printer-busy' | 'printer-failed' | 'printer-timeout';

  constructor(code: PrintingFailed['code']) {
    super(`the list was not printed: ${code}`);
    this.code = code;
  }
}

/** @throws PrintingFailed */
export function renderListPdf(list: PrintedList): Promise<Uint8Array> {
  return print('pdf', list);
}

/** @throws PrintingFailed */
export function renderListOds(list: PrintedList): Promise<Uint8Array> {
  return print('ods', list);
}

let printing = 0;
const waiting: (() => void)[] = [];

async function print(format: 'pdf' | 'ods', list: PrintedList): Promise<Uint8Array> {
  if (printing >= printersAtOnce) {
    if (waiting.length >= waitingAtMost) throw new PrintingFailed('printer-busy');
    await new Promise<void>((resolve) => waiting.push(resolve)); // the finished one passes its place on
  } else printing += 1;
  try {
    return await runPrinter(format, JSON.stringify(list));
  } finally {
    const next = waiting.shift();
    if (next) next();
    else printing -= 1;
  }
}

async function runPrinter(format: string, input: string): Promise<Uint8Array> {
  // Without an environment: it needs none, and what it doesn't have (the database's address) it can't leak.
  const child = spawn(process.execPath, [printer, format], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
    timeout: printingTimeoutMs,
    killSignal: 'SIGKILL',
  });
  child.stdin.on('error', () => {}); // one that dies before it has read everything shows by how it ends
  child.stdin.end(input);
  const ended = once(child, 'close') as Promise<[exitCode: number | null, signal: string | null]>;
  const [bytes, [exitCode, signal]] = await Promise.all([buffer(child.stdout), ended]);
  if (signal) throw new PrintingFailed('printer-timeout');
  if (exitCode !== 0 || bytes.length === 0) throw new PrintingFailed('printer-failed');
  return bytes;
}
