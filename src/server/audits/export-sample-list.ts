// The closed list in the form that `mingcha sample` reads, so that anybody can draw the sample again from it and the published seed.
// It names records by their index and people by their account: nothing of what was asked.
import { stringify } from 'csv-stringify/sync';
import type { ProgrammeActor } from '#server/accounts';
import { firstDay, type AuditParts } from './audit-parts.ts';

export async function exportSampleList(parts: Pick<AuditParts, 'database'>, actor: ProgrammeActor, month: string): Promise<string> {
  const rows = await parts.database
    .selectFrom('month_row')
    .select(['record_index as id', 'account_id as person'])
    .where('programme_id', '=', actor.programme.id)
    .where('month', '=', firstDay(month))
    .orderBy('row')
    .execute();
  return stringify(rows, { header: true, columns: ['id', 'person'] });
}
