import type { Command } from 'commander';
import { fileKinds, type FileEncoding, type FileKind } from '#domain/verification';
import type { HouseholdFileOrder, Installation } from '#server';
import { exitCodes, WrongCall } from '../exit-codes.ts';
import { importText, refusalText, statusText } from '../household/household-text.ts';
import { packInto } from '../household/pack-into.ts';
import { withInputErrors } from '../input/input-error.ts';
import { printJson, printText, say, showProgress } from '../print.ts';
import { printFileResult } from '../print-file-result.ts';

export function addHousehold(program: Command): void {
  const household = program.command('household').description('household files and status lists: keys, packing, importing, what serves');
  addKeys(household);
  addPack(household);
  addImport(household);
}

function addKeys(household: Command): void {
  household
    .command('identity')
    .description('print the recipient that senders encrypt to (age1…); its identity is made in the keystore where there is none')
    .action(async () => {
      const { householdRecipientOf } = await import('#server');
      printText(await withInstallation(householdRecipientOf));
    });
  household
    .command('sender')
    .description('make a sender’s key, and print the verifier key that the platform is given (one a line in MINGCHA_HOUSEHOLD_SENDERS)')
    .requiredOption('--name <name>', 'what the key is called, as in nantou.gov.tw/civil-affairs')
    .requiredOption('--out <file>', 'where the private key is written; must not be there yet')
    .action(async ({ name, out }: { name: string; out: string }) => {
      const { makeSenderKey } = await import('../household/sender-key-file.ts');
      printText(await makeSenderKey(name, out));
    });
}

interface PackOptions {
  readonly csv: string;
  readonly kind: string;
  readonly period: string;
  readonly asOf: string;
  readonly encoding: string;
  readonly sender: string;
  readonly recipient: string;
  readonly out: string;
  readonly json?: boolean;
}

function addPack(household: Command): void {
  household
    .command('pack')
    .description('on the sender’s side: check a CSV, describe, sign and encrypt it: <out>.age, <out>.manifest.json, <out>.manifest.sig')
    .requiredOption('--csv <file>', 'with its header: 統一編號, and for a household file 姓名, 出生日期, 原住民')
    .requiredOption('--kind <kind>', fileKinds.join(', '))
    .requiredOption('--period <month>', 'the month it is for, 2026-10')
    .requiredOption('--as-of <day>', 'the day whose state it shows, 2026-10-31')
    .requiredOption('--sender <file>', 'the sender’s private key')
    .requiredOption('--recipient <age1…>', 'as "mingcha household identity" prints it')
    .requiredOption('--out <stem>', 'where the three files are written')
    .option('--encoding <encoding>', 'utf-8 or big5', 'utf-8')
    .option('--json', 'print JSON')
    .action(async ({ json = false, kind, encoding, ...options }: PackOptions) => {
      if (!isOneOf(kind, fileKinds)) throw new WrongCall(`--kind must be one of ${fileKinds.join(', ')}`);
      if (encoding !== 'utf-8' && encoding !== 'big5') throw new WrongCall('--encoding must be utf-8 or big5');
      const order = { ...options, kind: kind as FileKind, encoding: encoding as FileEncoding }; // as just checked
      printFileResult(await withInputErrors(() => packInto(order)), json);
    });
}

interface ImportOptions {
  readonly programme: string;
  readonly dryRun?: boolean;
  readonly confirmDifference?: boolean;
  readonly json?: boolean;
}

function addImport(household: Command): void {
  household
    .command('import')
    .description('import X.age by X.manifest.json and X.manifest.sig; afterwards X.age is destroyed (NV-4.4)')
    .argument('<X>')
    .requiredOption('--programme <id>', 'into whose data')
    .option('--dry-run', 'check, count and compare; change and destroy nothing')
    .option('--confirm-difference', 'let it serve even where it differs out of proportion from what serves')
    .option('--json', 'print JSON')
    .action(async (stem: string, { programme, dryRun = false, confirmDifference = false, json = false }: ImportOptions) => {
      const bar = showProgress(dryRun ? 'checking' : 'importing');
      const onProgress = ({ rows }: { rows: number }, total: number): void => bar.update(rows, total);
      const order = { stem: stem.replace(/\.age$/, ''), programme, isDryRun: dryRun, acceptsDifference: confirmDifference };
      try {
        await importFile(order, onProgress, json);
      } finally {
        bar.end();
      }
    });
  household
    .command('status')
    .description('what serves, and the imports, newest first')
    .requiredOption('--programme <id>', 'whose data')
    .option('--json', 'print JSON')
    .action(async ({ programme, json = false }: { programme: string; json?: boolean }) => {
      const { householdStatusOf } = await import('#server');
      const status = await withInstallation((installation) => householdStatusOf(installation, programme));
      if (!status) throw new WrongCall(`no programme "${programme}" is founded here`);
      if (json) printJson({ ...status, recipient: status.recipient ?? null, serving: status.serving ?? null });
      else printText(statusText(status));
    });
}

type OnRows = (progress: { rows: number }, total: number) => void;

async function importFile(order: Omit<HouseholdFileOrder, 'onProgress'>, onRows: OnRows, json: boolean): Promise<void> {
  const { importHouseholdFile } = await import('#server');
  const { rowsIn } = await import('../household/rows-in.ts');
  const total = await rowsIn(`${order.stem}.manifest.json`);
  const onProgress: HouseholdFileOrder['onProgress'] = (progress) => onRows(progress, total);
  const result = await withInstallation((installation) => importHouseholdFile(installation, { ...order, onProgress }));
  switch (result.kind) {
    case 'no-programme':
      throw new WrongCall(`no programme "${order.programme}" is founded here`);
    case 'busy':
      throw new WrongCall(
        'another import of this programme runs, or waits to be confirmed; this file waits: run the same command again afterwards',
      );
    case 'refused':
      process.exitCode = exitCodes.refused;
      if (json) printJson({ state: 'refused', refusal: result.refusal });
      return say(`mingcha: ${refusalText(result.refusal)}`);
    case 'imported':
      process.exitCode = exitCodeOf(result.import);
      if (json) return printJson(result.import);
      printText(importText(result.import));
  }
}

function exitCodeOf({ state, outOfProportion }: { state: string; outOfProportion: boolean }): number {
  if (state === 'refused' || state === 'failed') return exitCodes.refused;
  return outOfProportion ? exitCodes.no : exitCodes.done;
}

function isOneOf(text: string, all: readonly string[]): boolean {
  return all.includes(text);
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
