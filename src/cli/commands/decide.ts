import type { Command } from 'commander';
import { decideFiles } from '../decide/decide-files.ts';
import { printFileResult } from '../print-file-result.ts';

export function addDecide(program: Command): void {
  program
    .command('decide')
    .description('what a regulation says of requests: allowed, or every refusal with its clause')
    .argument('<request...>', 'JSON files')
    .option('--calendar <csv>', 'the office calendar that office hours are judged by (政府行政機關辦公日曆表)')
    .option('--json', 'print JSON')
    .action(async (files: string[], { calendar, json }: { calendar?: string; json?: boolean }) =>
      printFileResult(await decideFiles(files, calendar), json === true),
    );
}
