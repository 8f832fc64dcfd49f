// Which leaves a closed month's evidence is over: from the first of the month's records to the checkpoint that the log kept of the month's
// end, or else to the tree that was signed when it was closed.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptCheckpoints } from '#domain/evidence';
import { parseCheckpoint, parseNote, type LeafSpan } from '#domain/ledger';
import type { Ledger } from '#server/ledger';
import type { Database } from '#server/platform';

interface ClosedMonth {
  readonly programme: string;
  readonly month: string;
  readonly logFolder: string;
}

export async function closedRange(
  { database, ledger }: { readonly database: Database; readonly ledger: Ledger },
  { programme, month, logFolder }: ClosedMonth,
): Promise<LeafSpan> {
  const closing = await database
    .selectFrom('month_close')
    .select(['first_index as start', 'sealed_size as sealedSize', 'close_index as closeIndex'])
    .where('programme_id', '=', programme)
    .where('month', '=', `${month}-01`)
    .executeTakeFirstOrThrow();
  const end = (await keptSize(join(logFolder, keptCheckpoints, month))) ?? closing.sealedSize;
  if (end !== null) return { start: closing.start, end };
  // The program ended between closing and sealing: any later tree will do.
  await ledger.flush(programme);
  return { start: closing.start, end: Math.max(closing.closeIndex + 1, (await ledger.state(programme)).size) };
}

async function keptSize(path: string): Promise<number | undefined> {
  const note = await readFile(path, 'utf8').catch(() => undefined);
  return note === undefined ? undefined : parseCheckpoint(parseNote(note).text).size;
}
