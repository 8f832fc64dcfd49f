// The printer, a program of its own: a printed list as JSON on standard input, its file on standard output.
// It lives for one document, so that the compiler and its fonts take memory only while something is printed, a fault in native code
// ends no server, and nothing of one list stays behind for the next. What goes wrong it says by its exit code alone: messages
// could quote the text they stumble over, and that text is personal data.
import { buffer } from 'node:stream/consumers';
import type { PrintedList } from '#domain/reports';

/** Each format is loaded only when asked for: the spreadsheet needs no typesetter. */
const formats: Readonly<Record<string, () => Promise<(list: PrintedList) => Uint8Array | Promise<Uint8Array>>>> = {
  pdf: async () => (await import('./list-pdf.ts')).listPdf,
  ods: async () => (await import('./list-ods.ts')).listOds,
};

try {
  const format = formats[process.argv[2] ?? ''];
  if (!format) throw new RangeError('no such format');
  const render = await format();
  // The server wrote it, by its own type: nothing here needs a second check.
  const list = JSON.parse((await buffer(process.stdin)).toString('utf8')) as PrintedList;
  process.stdout.write(await render(list));
} catch {
  process.exitCode = 70;
}
