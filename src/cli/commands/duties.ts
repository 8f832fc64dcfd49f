import type { Command } from 'commander';
import { listDuties, type DutiesCall } from '../duties/list-duties.ts';
import { printFileResult } from '../print-file-result.ts';

export function addDuties(program: Command): void {
  program
    .command('duties')
    .description('what a regulation demands by the calendar: when each duty opens and when it is due')
    .requiredOption('--regulation <id>', 'whose duties')
    .requiredOption('--from <day>', 'due on or after, such as 2026-01-01')
    .requiredOption('--to <day>', 'due on or before')
    .option('--json', 'print JSON')
    .action(async ({ json, ...call }: DutiesCall & { readonly json?: boolean }) => printFileResult(await listDuties(call), json === true));
}
