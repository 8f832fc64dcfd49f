import type { Command } from 'commander';
import { InputError, withInputErrors } from '../input/input-error.ts';
import { printFileResult, type FileResult } from '../print-file-result.ts';
import { showProgress } from '../print.ts';
import { readRegulation } from '../replay/read-regulation.ts';
import { replayResult } from '../replay/replay-result.ts';

interface ReplayOptions {
  readonly regulation: string;
  readonly month: string;
  readonly programme: string;
  readonly json?: boolean;
}

export function addReplay(program: Command): void {
  program
    .command('replay')
    .description('judge the recorded queries of a month again by a changed regulation: what would come out otherwise')
    .requiredOption('--regulation <file>', 'a regulation as a .json file, or the id of one that the program has')
    .requiredOption('--month <month>', 'such as 2026-10')
    .option('--programme <id>', 'which programme', 'nantou-webir')
    .option('--json', 'print JSON')
    .action(async (options: ReplayOptions) => printFileResult(await withInputErrors(() => replay(options)), options.json === true));
}

async function replay({ regulation: idOrFile, month, programme }: ReplayOptions): Promise<FileResult> {
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new InputError({ file: '--month' }, 'must be like 2026-10');
  const regulation = await readRegulation(idOrFile);
  const { openInstallation, readConfig, replayMonthOf } = await import('#server');
  const installation = await openInstallation(readConfig(), { as: 'join' });
  const bar = showProgress('queries');
  try {
    const found = await replayMonthOf(installation, { programme, month, regulation }, bar.update);
    if (!found) throw new InputError({ file: '--programme' }, 'there is no such programme');
    return replayResult({ programme, month, regulation: regulation.id }, found);
  } finally {
    bar.end();
    await installation.close();
  }
}
