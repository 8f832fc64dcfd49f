import type { Command } from 'commander';
import { exitCodes, WrongCall } from '../exit-codes.ts';
import { buildVerifier } from '../export/build-verifier.ts';
import { placePack } from '../export/place-pack.ts';
import { printJson, say, showProgress } from '../print.ts';

interface EvidenceOptions {
  readonly month: string;
  readonly programme: string;
  readonly out: string;
  readonly withSubjects?: boolean;
  readonly json?: boolean;
}

export function addExport(program: Command): void {
  program
    .command('export')
    .description('hand out what the log holds; each export is itself in the log')
    .command('evidence')
    .description('everything that proves the list of a closed month complete and exact (NW-5.2), with a one-file verifier')
    .requiredOption('--month <month>', 'such as 2026-10')
    .option('--programme <id>', 'which programme', 'nantou-webir')
    .requiredOption('--out <path>', 'a folder to make, or a file ending in .zip')
    .option('--with-subjects', 'open case numbers, reasons and the whole ids of the persons queried too (NW-4.1.3: 密件)')
    .option('--json', 'print JSON')
    .action(exportEvidence);
}

async function exportEvidence(options: EvidenceOptions): Promise<void> {
  const { month, programme, out, withSubjects: subjects = false, json } = options;
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new WrongCall('--month must be like 2026-10');
  const made = await placePack(out, (folder) => makePack(folder, options));
  if (!made) return;
  const { rows, index, range } = made;
  if (json) printJson({ programme, month, out, rows, ...range, subjects, exportIndex: index });
  else say(`wrote ${out}: ${rows} rows, entries ${range.start} to ${range.end - 1}; the export is entry ${index} of the log`);
}

/** undefined, with the exit code set: the regulation has no list of that month yet. */
async function makePack(folder: string, { month, programme, withSubjects: subjects = false }: EvidenceOptions) {
  const { exportEvidenceOf, openInstallation, readConfig } = await import('#server');
  const installation = await openInstallation(readConfig(), { as: 'join' });
  const bar = showProgress('rows');
  try {
    const order = { programme, month, subjects, folder, verifier: await buildVerifier(), onRow: bar.update };
    const done = await exportEvidenceOf(installation, order);
    if (done.kind === 'exported') return done;
    if (done.kind === 'not-found') throw new WrongCall(`there is no list of ${programme} for ${month}`);
    say(`mingcha: ${done.clause}: the month ${month} is not closed yet`);
    process.exitCode = exitCodes.refused;
    return undefined;
  } finally {
    bar.end();
    await installation.close();
  }
}
