import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Command } from 'commander';
import type { Installation } from '#server';
import { exitCodes, WrongCall } from '../exit-codes.ts';
import { printJson, printText, say } from '../print.ts';

interface ListOptions {
  readonly programme: string;
  readonly month?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const formats = { '.pdf': 'pdf', '.ods': 'ods', '.csv': 'csv' } as const;

export function addList(program: Command): void {
  program
    .command('list')
    .description('the months of a programme; with --month and --out, the list of a closed month (NW-5.2) as PDF, ODS, or CSV for "sample"')
    .option('--programme <id>', 'which programme', 'nantou-webir')
    .option('--month <month>', 'such as 2026-10')
    .option('--out <file>', 'ending in .pdf, .ods or .csv')
    .option('--json', 'print JSON')
    .action(async (options: ListOptions) => {
      const { openInstallation, readConfig } = await import('#server');
      if ((options.month === undefined) !== (options.out === undefined)) throw new WrongCall('--month and --out go together');
      const print = options.month === undefined ? undefined : parsePrint(options.month, options.out ?? '');
      const installation = await openInstallation(readConfig(), { as: 'join' });
      try {
        await (print === undefined ? showMonths(installation, options) : writeList(installation, print, options));
      } finally {
        await installation.close();
      }
    });
}

async function showMonths(installation: Installation, { programme, json }: ListOptions): Promise<void> {
  const { listMonths } = await import('#server');
  const months = await listMonths(installation, programme);
  if (!months) throw new WrongCall(`--programme: there is no "${programme}"`);
  if (json) return printJson(months);
  for (const { month, state, rows, dueOn } of months)
    printText(`${month}  ${state.padEnd(8)}  ${String(rows).padStart(7)} rows  due ${dueOn}`);
}

interface Print {
  readonly month: string;
  readonly out: string;
  readonly format: (typeof formats)[keyof typeof formats];
}

function parsePrint(month: string, out: string): Print {
  const format = formats[extname(out).toLowerCase() as keyof typeof formats];
  if (!format) throw new WrongCall('--out must end in .pdf, .ods or .csv');
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new WrongCall('--month must be like 2026-10');
  return { month, out, format };
}

async function writeList(installation: Installation, { month, out, format }: Print, { programme, json }: ListOptions): Promise<void> {
  const { printMonthOf } = await import('#server');
  const printed = await printMonthOf(installation, programme, month, format);
  switch (printed.kind) {
    case 'not-found':
      throw new WrongCall(`there is no list of ${programme} for ${month}`);
    case 'not-closed':
      say(`mingcha: ${printed.clause}: the month ${month} is not closed yet`);
      process.exitCode = exitCodes.refused;
      return;
    case 'printed':
      await writeFile(out, printed.bytes, { mode: 0o600 });
      if (json) printJson({ programme, month, format, file: out, bytes: printed.bytes.length });
      else say(`wrote ${out}`);
  }
}
