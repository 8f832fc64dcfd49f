import type { Command } from 'commander';
import { printFileResult } from '../print-file-result.ts';
import { sampleFile } from '../sample/sample-file.ts';

interface SampleOptions {
  readonly regulation: string;
  readonly list: string;
  readonly seed: string;
  readonly draw?: string;
  readonly auditors?: string;
  readonly previous?: string;
  readonly json?: boolean;
}

export function addSample(program: Command): void {
  program
    .command('sample')
    .description('draw the audit sample of a closed list; the same seed draws the same rows')
    .requiredOption('--regulation <id>', 'whose sampling rule')
    .requiredOption('--list <csv>', 'the list, with at least the columns id,person')
    .requiredOption('--seed <hex>', '32 to 128 hexadecimal digits')
    .option('--draw <n>', 'at least so many rows')
    .option('--auditors <json>', '[{"id","person"}]: assign each person’s rows to an auditor')
    .option('--previous <json>', '[{"person","auditor"}]: who audited whom last time')
    .option('--json', 'print JSON')
    .action(async ({ json, ...options }: SampleOptions) => printFileResult(await sampleFile(options), json === true));
}
