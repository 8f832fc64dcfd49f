import type { Command } from 'commander';
import { isoDateOf } from '#domain/kernel';
import { printFileResult } from '../print-file-result.ts';
import { showRegulations } from '../regulations/show-regulations.ts';

export function addRegulations(program: Command): void {
  program
    .command('regulations')
    .description('the regulations that the program enforces; with an id, its rules clause by clause and what answers them')
    .argument('[id]', 'such as nantou-webir')
    .option('--json', 'print JSON: the list, or the whole regulation as a value that can be changed')
    .option('--ods <file>', 'write the tables of one regulation as a spreadsheet, too')
    .action(async (id: string | undefined, { json, ods }: { readonly json?: boolean; readonly ods?: string }) => {
      const today = isoDateOf(Temporal.Now.plainDateISO('Asia/Taipei').toString());
      printFileResult(await showRegulations(id, ods, today), json === true);
    });
}
