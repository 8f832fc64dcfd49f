import type { Command } from 'commander';
import { decideFiles } from '../decide/decide-files.ts';
import { printFileResult } from '../print-file-result.ts';

export function addDecide(program: Command): void {
  program
    .command('decide')
    .description('what a regulation says of requests: allowed, or every refusal with its clause')
    .argument('<request...>', 'JSON files')
    .option('--json', 'print JSON')
    .action(async (files: string[], options: { json?: boolean }) => printFileResult(await decideFiles(files), options.json === true));
}
