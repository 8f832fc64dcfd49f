import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { printJson, printText, say, showProgress } from '../print.ts';
import { NotALogError, readPolicy, verdictText, verifyPath, type VerifyReport } from '../verify/index.ts';

interface VerifyOptions {
  readonly key?: string;
  readonly leaf?: string;
  readonly policy?: string;
  readonly json?: boolean;
}

interface Verdict extends VerifyReport {
  readonly log: string;
}

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description(
      'check a log, the evidence of a month, or the proof of a record by its bytes and the log’s key alone; without a path, every log of this installation and its stored records',
    )
    .argument('[path]', 'a log directory (C2SP tlog-tiles), an evidence pack (folder or ZIP), a tlog-proof, or a receipt')
    .option('--key <vkey>', 'the log’s verifier key; without it, the vkey file beside')
    .option('--leaf <file>', 'the record’s leaf, for a tlog-proof that doesn’t carry it')
    .option('--policy <file>', 'a trust policy (C2SP tlog-policy): its logs must have signed, its quorum of witnesses cosigned')
    .option('--json', 'print JSON')
    .action(async (path: string | undefined, options: VerifyOptions) =>
      path === undefined ? verifyInstallation(options) : verifyOnePath(path, options),
    );
}

async function verifyOnePath(path: string, options: VerifyOptions): Promise<void> {
  const verdict = await verifyOne(path, options);
  if (!verdict) return;
  if (options.json) printJson(verdict);
  else printVerdict(verdict);
  if (!verdict.intact) process.exitCode = exitCodes.no;
}

/** Undefined, with the exit code set, where there is no log. */
async function verifyOne(path: string, { key, leaf, policy }: VerifyOptions): Promise<Verdict | undefined> {
  const bar = showProgress('checking');
  try {
    return {
      log: path,
      ...(await verifyPath(path, {
        ...(key !== undefined && { key }),
        ...(leaf !== undefined && { leaf }),
        ...(policy !== undefined && { policy: readPolicy(policy) }),
        onProgress: bar.update,
      })),
    };
  } catch (error) {
    if (!(error instanceof NotALogError)) throw error;
    say(`mingcha: ${path}: ${error.message}`);
    process.exitCode = exitCodes.wrongCall;
    return undefined;
  } finally {
    bar.end();
  }
}

/** The published logs by their bytes, then the records in the database against them. */
async function verifyInstallation(options: VerifyOptions): Promise<void> {
  const { readConfig, verifyRecordsOf } = await import('#server');
  const config = readConfig();
  const folder = join(config.dataDirectory, 'logs');
  const has = (name: string, file: string): boolean => existsSync(join(folder, name, file));
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => ['checkpoint', 'vkey', 'tile'].some((file) => has(name, file))) : []; // prettier-ignore
  if (!names.some((name) => has(name, 'checkpoint'))) {
    say(`mingcha: ${folder}: no log here`);
    process.exitCode = exitCodes.wrongCall;
    return;
  }
  const logs: Verdict[] = [];
  for (const name of names) {
    const verdict = has(name, 'checkpoint') ? await verifyOne(join(folder, name), options) : lostCheckpoint(name);
    if (verdict) logs.push({ ...verdict, log: name });
  }
  const bar = showProgress('records');
  const records = await verifyRecordsOf(config, bar.update).finally(() => bar.end());
  // Every log has a checkpoint before its first record.
  for (const { programme, checked } of records) if (checked > 0 && !names.includes(programme)) logs.push(lostCheckpoint(programme));
  const intact = logs.every((log) => log.intact) && records.every((report) => report.intact);
  if (options.json) printJson({ intact, logs, records });
  else {
    for (const log of logs) printVerdict(log);
    for (const { programme, checked, intact: good, firstWrong } of records) {
      printText(
        good
          ? `${programme}: ${checked} stored records match the log`
          : `${programme}: NOT INTACT: ${firstWrong?.place}: ${firstWrong?.what}`,
      );
    }
  }
  if (!intact) process.exitCode = exitCodes.no;
}

function lostCheckpoint(log: string): Verdict {
  return { log, intact: false, keyGiven: false, note: [], firstWrong: { place: 'checkpoint', code: 'missing', what: '缺少這個檔案' } };
}

function printVerdict({ log, ...verdict }: Verdict): void {
  printText(`${log}: ${verdictText(verdict)}`);
  for (const line of verdict.note) say(line);
}
