import type { Command } from 'commander';
import { WrongCall } from '../exit-codes.ts';
import { printJson, printText, say } from '../print.ts';

interface RotateCall {
  readonly programme: string;
  readonly checkpoints?: string;
  readonly json?: boolean;
}

export function addRotateKey(program: Command): void {
  program
    .command('rotate-key')
    .description('give a log its next key; the old one goes on signing beside it for a while, and the log holds the change')
    .requiredOption('--programme <id>', 'which programme’s log')
    .option('--checkpoints <n>', 'both keys sign this many checkpoints (default: up to the next month-end)')
    .option('--json', 'print JSON')
    .action(rotateKey);
}

async function rotateKey({ programme, checkpoints, json }: RotateCall): Promise<void> {
  if (checkpoints !== undefined && !/^[1-9]\d{0,5}$/.test(checkpoints)) throw new WrongCall('--checkpoints must be from 1 to 999999');
  const { openInstallation, readConfig, rotateKeyOf } = await import('#server');
  const installation = await openInstallation(readConfig(), { as: 'join' });
  try {
    const change = await rotateKeyOf(installation, programme, checkpoints === undefined ? 'month-end' : Number(checkpoints));
    if (!change) throw new WrongCall(`--programme: there is no "${programme}"`);
    if (json) return printJson(change);
    printText(change.to);
    say(`Give this verifier key to everybody who checks the log. Until ${spell(checkpoints)} the old one holds as well: ${change.from}`);
  } finally {
    await installation.close();
  }
}

function spell(checkpoints: string | undefined): string {
  return checkpoints === undefined ? 'the next month-end' : `${checkpoints} checkpoints from now`;
}
