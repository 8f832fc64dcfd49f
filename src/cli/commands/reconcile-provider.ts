import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { InputError, withInputErrors } from '../input/input-error.ts';
import { printFileResult, type FileResult } from '../print-file-result.ts';
import { say } from '../print.ts';
import { compareMonth } from '../reconcile-provider/compare-month.ts';
import { NotIntact } from '../reconcile-provider/not-intact.ts';
import { reconcileResult, type ReconciledMonth } from '../reconcile-provider/reconcile-result.ts';

interface ReconcileCall {
  readonly month: string;
  readonly programme: string;
  readonly list?: readonly string[];
  readonly url?: string;
  readonly key?: string;
  readonly log?: string;
  readonly logKey?: string;
  readonly json?: boolean;
}

export function addReconcileProvider(program: Command): void {
  program
    .command('reconcile-provider')
    .description('compare the month’s queries in the log with the calls that the provider served (NW-5.3): an omission becomes visible')
    .requiredOption('--month <month>', 'such as 2026-10')
    .option('--programme <id>', 'which programme', 'nantou-webir')
    .option('--list <file...>', 'the provider’s signed list of the month, and the next month’s where it is known')
    .option('--url <url>', 'the provider’s gateway, to fetch the lists from')
    .option('--key <vkey>', 'the gateway’s verifier key; without it, the one in the list')
    .option('--log <directory>', 'a copy of the log instead of this installation’s: nothing else is needed, and nothing is recorded')
    .option('--log-key <vkey>', 'the log’s verifier key; without it, the vkey file beside the checkpoint')
    .option('--json', 'print JSON')
    .action(async (call: ReconcileCall) => printFileResult(await withInputErrors(() => reconcile(call)), call.json === true));
}

async function reconcile({ month, programme, list = [], log, ...sides }: ReconcileCall): Promise<FileResult> {
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new InputError({ file: '--month' }, 'must be like 2026-10');
  if (list.length > 0 === (sides.url !== undefined)) throw new InputError({ file: '--list, --url' }, 'one of them is needed');
  if (sides.key === undefined) say('未以 --key 指定資料提供機關的公開金鑰，改以清單所附的驗證：這能證明清單完整，但不能證明出自該機關。');
  if (log !== undefined) return resultOf(() => compareMonth(log, { month, list, ...sides }));
  const { openInstallation, readConfig, reconcileProviderOf } = await import('#server');
  const installation = await openInstallation(readConfig(), { as: 'join' });
  try {
    const ours = await reconcileProviderOf(installation, programme);
    if (!ours) throw new InputError({ file: '--programme' }, 'there is no such programme');
    return await resultOf(async () => {
      const compared = await compareMonth(ours.folder, { month, list, ...sides }, ours.seal);
      return { ...compared, recordIndex: await ours.record(compared.list, compared.found) };
    });
  } finally {
    await installation.close();
  }
}

async function resultOf(compare: () => Promise<ReconciledMonth>): Promise<FileResult> {
  try {
    return reconcileResult(await compare());
  } catch (error) {
    if (!(error instanceof NotIntact)) throw error;
    return { exitCode: exitCodes.no, error: { file: error.file, message: error.message } };
  }
}
