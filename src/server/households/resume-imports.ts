// What was cut off goes on: imports that were loading when their program died, raw files whose destruction was not finished, tables that
// nobody needs. And an upload that nobody starts is not left lying (NV-4.4).
import { dropUnusedTables } from './drop-unused-tables.ts';
import { findProgramme, nowIn, openerOf, watchedFolder, type ImportParts, type ImportProgramme } from './import-parts.ts';
import { importsOf, type ImportRow } from './import-row.ts';
import { refusalOf } from './load/file-refused.ts';
import { withProgrammeLock } from './programme-lock.ts';
import { advance, refuse } from './run-import.ts';
import type { Spool } from './spool.ts';

const WAITS_AT_MOST_HOURS = 24;

export async function resumeImports(parts: ImportParts, spool: Spool, signal: AbortSignal): Promise<void> {
  const programmes = await parts.database.selectFrom('household_import').select('programme_id').distinct().execute();
  for (const { programme_id: id } of programmes) {
    const programme = await findProgramme(parts.database, id);
    if (programme) await withProgrammeLock(parts.url, id, () => resumeProgramme(parts, spool, programme, signal));
  }
}

async function resumeProgramme(parts: ImportParts, spool: Spool, programme: ImportProgramme, signal: AbortSignal): Promise<void> {
  const rows = await importsOf(parts.database, programme.id).where('destroyed_at', 'is', null).orderBy('number').execute();
  const ready = await importsOf(parts.database, programme.id).where('destroyed_at', 'is not', null).where('state', '=', 'ready').execute();
  for (const row of [...rows, ...ready]) {
    if (signal.aborted) return;
    const actor = await openerOf(parts.database, programme, row.opened_by);
    const run = { parts, spool, programme, actor, signal, isDryRun: row.is_dry_run };
    const isBegun = row.state !== 'waiting' && row.state !== 'dry-run';
    // What came from the watched folder is begun by nobody else.
    const begins = row.opened_by === watchedFolder && row.state === 'waiting' && (await spool.size(row.id)) !== undefined;
    if (isBegun || begins) await advance(run, row);
    else if (isAbandoned(parts, row)) {
      await refuse(run, row, 'failed', refusalOf('abandoned'));
      await advance(run, { ...row, state: 'failed' });
    }
  }
  await dropUnusedTables(parts.database, programme.id);
}

function isAbandoned(parts: ImportParts, { opened_at: openedAt, started_at: startedAt }: ImportRow): boolean {
  const last = Math.max(openedAt.getTime(), startedAt?.getTime() ?? 0);
  return nowIn(parts).epochMilliseconds - last > WAITS_AT_MOST_HOURS * 3_600_000;
}
