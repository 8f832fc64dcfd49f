import type { Command } from 'commander';
import type { CalendarYears } from '#domain/calendar';
import type { Installation } from '#server';
import { readOfficeCalendarFile } from '../calendar/read-office-calendar.ts';
import { calendarJson, calendarText } from '../calendar/show-calendar.ts';
import { exitCodes, WrongCall } from '../exit-codes.ts';
import { withInputErrors } from '../input/input-error.ts';
import { printFileResult, type FileResult } from '../print-file-result.ts';

interface CalendarOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function addCalendar(program: Command): void {
  program
    .command('calendar')
    .description('the office calendar that office hours are judged by: without a file, what is stored; with one, import its years')
    .argument('[file]', '政府行政機關辦公日曆表 as published (CSV, one or more whole years)')
    .option('--dry-run', 'read the file and import nothing')
    .option('--json', 'print JSON')
    .action(async (file: string | undefined, { dryRun = false, json = false }: CalendarOptions) => {
      if (file === undefined && dryRun) throw new WrongCall('--dry-run goes with a file');
      printFileResult(await withInputErrors(() => (file === undefined ? showStored() : importFile(file, dryRun))), json);
    });
}

async function importFile(file: string, dryRun: boolean): Promise<FileResult> {
  const calendar = await readOfficeCalendarFile(file);
  if (!dryRun) await withInstallation((installation) => importYears(installation, calendar));
  const years = [...calendar.years];
  return {
    exitCode: exitCodes.done,
    output: { years, ...calendarJson(calendar), imported: !dryRun },
    text: `${calendarText(calendar)}\n${dryRun ? 'would import' : 'imported'} ${years.join(', ')}`,
  };
}

async function importYears(installation: Installation, calendar: CalendarYears): Promise<void> {
  const { importCalendarInto } = await import('#server');
  const { kind } = await importCalendarInto(installation, calendar);
  if (kind === 'no-programme') throw new WrongCall('nothing is founded here yet: there is no log that could hold the import');
}

async function showStored(): Promise<FileResult> {
  const { storedCalendarOf } = await import('#server');
  const { years, ...calendar } = await withInstallation(storedCalendarOf);
  const imports = years.map(({ year, importedAt, importedBy }) => ({ year, importedAt: importedAt.toISOString(), importedBy }));
  const lines = imports.map(({ year, importedAt, importedBy }) => `${year}: imported at ${importedAt} by ${importedBy}`);
  return {
    exitCode: exitCodes.done,
    output: { imports, ...calendarJson(calendar) },
    text: imports.length === 0 ? 'no calendar was imported: weekends alone are days off' : [...lines, calendarText(calendar)].join('\n'),
  };
}

async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const { openInstallation, readConfig } = await import('#server');
  const installation = await openInstallation(readConfig(), { as: 'join' });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}
