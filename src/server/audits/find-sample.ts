// A drawn sample as the tables hold it: the draw, its rows with their marks, the results signed so far.
import type { Finding } from '#contract';
import type { Encrypted } from '#server/keys';
import type { Database } from '#server/platform';
import { firstDay } from './audit-parts.ts';

export interface StoredDraw {
  readonly drawnAt: Temporal.Instant;
  /** Name of the person. */
  readonly drawnBy: string;
  readonly entropy: Uint8Array;
  readonly rootHash: Uint8Array;
  readonly seed: Uint8Array;
  readonly population: number;
  readonly required: number;
  readonly drawIndex: number;
}

export interface StoredAuditRow {
  readonly row: number;
  readonly index: number;
  readonly account: string;
  readonly auditor: { readonly account: string; readonly name: string } | undefined;
  /** Why nobody audits it. */
  readonly unassigned: string | null;
  readonly mark: { readonly finding: Finding; readonly note: Encrypted; readonly index: number } | undefined;
}

export async function findDraw(database: Database, programme: string, month: string): Promise<StoredDraw | undefined> {
  const row = await database
    .selectFrom('audit_sample')
    .innerJoin('account', 'account.id', 'audit_sample.drawn_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('audit_sample.programme_id', '=', programme)
    .where('audit_sample.month', '=', firstDay(month))
    .select(['drawn_at', 'person.name', 'entropy', 'root_hash', 'seed', 'population', 'required', 'draw_index'])
    .executeTakeFirst();
  return (
    row && {
      drawnAt: Temporal.Instant.fromEpochMilliseconds(row.drawn_at.getTime()),
      drawnBy: row.name,
      entropy: row.entropy,
      rootHash: row.root_hash,
      seed: row.seed,
      population: row.population,
      required: row.required,
      drawIndex: row.draw_index,
    }
  );
}

/** In the order of the list. @param only one row, by the index of its record */
export async function findAuditRows(database: Database, programme: string, month: string, only?: number): Promise<StoredAuditRow[]> {
  let query = database
    .selectFrom('audit_row')
    .innerJoin('month_row', (join) =>
      join
        .onRef('month_row.programme_id', '=', 'audit_row.programme_id')
        .onRef('month_row.month', '=', 'audit_row.month')
        .onRef('month_row.record_index', '=', 'audit_row.record_index'),
    )
    .leftJoin('account', 'account.id', 'audit_row.auditor_id')
    .leftJoin('person', 'person.id', 'account.person_id')
    .where('audit_row.programme_id', '=', programme)
    .where('audit_row.month', '=', firstDay(month))
    .select([
      'month_row.row',
      'audit_row.record_index',
      'month_row.account_id',
      'audit_row.auditor_id',
      'person.name',
      'audit_row.unassigned',
      'audit_row.finding',
      'audit_row.note_key',
      'audit_row.note',
      'audit_row.mark_index',
    ]) // prettier-ignore
    .orderBy('month_row.row');
  if (only !== undefined) query = query.where('audit_row.record_index', '=', only);
  const rows = await query.execute();
  return rows.map((row) => ({
    row: row.row,
    index: row.record_index,
    account: row.account_id,
    auditor: row.auditor_id === null ? undefined : { account: row.auditor_id, name: row.name ?? '' },
    unassigned: row.unassigned,
    mark:
      row.finding === null || row.note_key === null || row.note === null || row.mark_index === null
        ? undefined
        : { finding: row.finding, note: { key: row.note_key, box: row.note }, index: row.mark_index },
  }));
}

export interface StoredResult {
  readonly auditor: string;
  readonly name: string;
  readonly signedAt: Temporal.Instant;
  /** The canonical JSON that was signed. */
  readonly document: string;
  readonly signature: Uint8Array;
  readonly recordIndex: number;
}

export async function findResults(database: Database, programme: string, month: string): Promise<StoredResult[]> {
  const rows = await database
    .selectFrom('audit_result')
    .innerJoin('account', 'account.id', 'audit_result.auditor_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('audit_result.programme_id', '=', programme)
    .where('audit_result.month', '=', firstDay(month))
    .select(['auditor_id', 'person.name', 'signed_at', 'document', 'signature', 'record_index'])
    .orderBy('signed_at')
    .execute();
  return rows.map((row) => ({
    auditor: row.auditor_id,
    name: row.name,
    signedAt: Temporal.Instant.fromEpochMilliseconds(row.signed_at.getTime()),
    document: row.document.toString('utf8'),
    signature: row.signature,
    recordIndex: row.record_index,
  }));
}
