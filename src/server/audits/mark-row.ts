// Marking a sampled row: only the auditor it was given to, until they have signed. Each mark, a changed one too, is a record of the log
// that commits to finding and note.
import type { Finding, SampleRow } from '#contract';
import type { ProgrammeActor } from '#server/accounts';
import type { Transaction } from '#server/platform';
import { sealNote } from './audit-note.ts';
import { auditRecord, firstDay, nowIn, type AuditParts } from './audit-parts.ts';
import { findAuditRows } from './find-sample.ts';
import { sampleRows } from './view-sample.ts';

export type MarkRowResult =
  | { readonly kind: 'marked'; readonly row: SampleRow }
  /** No such row, or no such sample. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'already-signed' };

export interface Mark {
  readonly finding: Finding;
  readonly note: string;
}

export async function markRow(parts: AuditParts, actor: ProgrammeActor, month: string, index: number, mark: Mark): Promise<MarkRowResult> {
  const [row] = await findAuditRows(parts.database, actor.programme.id, month, index);
  if (!row) return { kind: 'not-found' };
  if (row.auditor?.account !== actor.accountId) return { kind: 'not-yours' };
  const wrote = await parts.database.transaction().execute((tx) => writeMark(parts, tx, actor, month, index, mark));
  if (!wrote) return { kind: 'already-signed' };
  const [marked] = await sampleRows(parts, actor, month, await findAuditRows(parts.database, actor.programme.id, month, index));
  if (!marked) throw new Error('the row that was marked is gone');
  return { kind: 'marked', row: marked };
}

/** False when the auditor has signed. Signing takes the same lock, so no mark slips in between. */
async function writeMark(
  parts: AuditParts,
  tx: Transaction,
  actor: ProgrammeActor,
  month: string,
  index: number,
  mark: Mark,
): Promise<boolean> {
  const programme = actor.programme.id;
  if (await hasSigned(tx, programme, month, actor.accountId)) return false;
  const at = nowIn(parts);
  const note = sealNote(parts, { programme, month, index }, mark.note);
  const write = (markIndex: number | null) =>
    tx
      .updateTable('audit_row')
      .set({ finding: mark.finding, note_key: note.key, note: note.box, marked_at: at.toString(), mark_index: markIndex })
      .where('programme_id', '=', programme)
      .where('month', '=', firstDay(month))
      .where('record_index', '=', index)
      .execute();
  await write(null);
  const record = auditRecord(actor, 'audit-mark', at, { month, index, finding: mark.finding }, { note: mark.note });
  const receipt = await parts.ledger.appendWithin(tx, programme, record);
  await write(receipt.index);
  return true;
}

/** Locks the sample against everyone else who marks or signs, until the transaction ends. */
export async function hasSigned(tx: Transaction, programme: string, month: string, auditor: string): Promise<boolean> {
  await tx
    .selectFrom('audit_sample')
    .select('month')
    .where('programme_id', '=', programme)
    .where('month', '=', firstDay(month))
    .forUpdate()
    .execute();
  const signed = await tx
    .selectFrom('audit_result')
    .select('auditor_id')
    .where('programme_id', '=', programme)
    .where('month', '=', firstDay(month))
    .where('auditor_id', '=', auditor)
    .executeTakeFirst();
  return signed !== undefined;
}
