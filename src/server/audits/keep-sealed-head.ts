// The first checkpoint known to cover a month-close record is kept with the closing: the root hash that the month's page shows, the
// same one however long the log grows. After a crash between close and seal none is kept; the record itself is sealed all the same.
import { firstDay, type AuditParts } from './audit-parts.ts';

export interface SealedHead {
  readonly size: number;
  readonly rootHash: Uint8Array;
}

export async function keepSealedHead(parts: AuditParts, programme: string, month: string): Promise<SealedHead> {
  await parts.ledger.flush(programme);
  const state = await parts.ledger.state(programme);
  await parts.database
    .updateTable('month_close')
    .set({ sealed_size: state.size, sealed_root: Buffer.from(state.rootHash) })
    .where('programme_id', '=', programme)
    .where('month', '=', firstDay(month))
    .where('sealed_size', 'is', null)
    .where('close_index', '<', state.size)
    .execute();
  const kept = await parts.database
    .selectFrom('month_close')
    .select(['sealed_size as size', 'sealed_root as rootHash'])
    .where('programme_id', '=', programme)
    .where('month', '=', firstDay(month))
    .executeTakeFirstOrThrow();
  if (kept.size === null || kept.rootHash === null) throw new Error('the month-close record is not sealed');
  return { size: kept.size, rootHash: kept.rootHash };
}
