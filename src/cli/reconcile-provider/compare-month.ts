// Both sides of one month, each verified by its own signatures, and what they say of each other.
import { join } from 'node:path';
import { reconcileServed, type Reconciliation, type ServedList } from '#domain/gateway';
import { maxNoteLength } from '#domain/ledger';
import { readTextFile } from '../input/read-text-file.ts';
import { parseVkeyOption } from '../input/service-options.ts';
import { showProgress } from '../print.ts';
import { readIntents } from './read-intents.ts';
import { fetchLists, readListFiles } from './read-lists.ts';

export interface Sides {
  /** `2026-10` */
  readonly month: string;
  readonly list: readonly string[];
  /** Of the gateway, instead of `list`. */
  readonly url?: string;
  readonly key?: string;
  readonly logKey?: string;
}

export interface ComparedMonth {
  readonly list: ServedList;
  readonly found: Reconciliation;
}

/**
 * The list first and the log after it, since a record stands before its call.
 * @param folder of the log
 * @param seal brings into the folder what was written by now
 * @throws InputError @throws NotIntact @throws WrongCall
 */
export async function compareMonth(
  folder: string,
  { month, list: files, url, key, logKey }: Sides,
  seal: () => Promise<void> = async () => {},
): Promise<ComparedMonth> {
  const provider = key === undefined ? undefined : parseVkeyOption('--key', key);
  const [origin = ''] = (await readTextFile(join(folder, 'checkpoint'), maxNoteLength)).split('\n');
  const wanted = { origin, month, key: provider };
  const { list, next } = await (url === undefined ? readListFiles(files, wanted) : fetchLists(url, wanted));
  await seal();
  const bar = showProgress('entries');
  const intents = await readIntents(folder, logKey, bar.update).finally(() => bar.end());
  return { list, found: reconcileServed(month, intents, [...list.calls, ...(next?.calls ?? [])]) };
}
