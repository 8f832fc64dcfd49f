// The closed months of a programme, each with what followed: a sample, and the results of those who audited it.
import type { Database } from '#server/platform';

export interface Closing {
  /** `2026-10` */
  readonly month: string;
  /** audited: whoever has rows has signed, and no row is without an auditor. */
  readonly state: 'closed' | 'sampled' | 'audited';
  readonly closedAt: Temporal.Instant;
  /** Name of the person. */
  readonly closedBy: string;
  readonly rows: number;
  readonly answered: number;
  readonly refused: number;
  readonly failed: number;
  readonly listDigest: Uint8Array;
  readonly closeIndex: number;
  /** Of the first checkpoint known to cover the month-close record. */
  readonly sealed: { readonly size: number; readonly rootHash: Uint8Array } | undefined;
}

/** By month. */
export async function findClosings(database: Database, programme: string): Promise<Map<string, Closing>> {
  const rows = await database
    .selectFrom('month_close')
    .innerJoin('account', 'account.id', 'month_close.closed_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('audit_sample', (join) =>
      join.onRef('audit_sample.programme_id', '=', 'month_close.programme_id').onRef('audit_sample.month', '=', 'month_close.month'),
    )
    .where('month_close.programme_id', '=', programme)
    .select([
      'month_close.month',
      'month_close.closed_at',
      'person.name',
      'month_close.row_count',
      'month_close.answered',
      'month_close.refused',
      'month_close.failed',
      'month_close.list_digest',
      'month_close.close_index',
      'month_close.sealed_size',
      'month_close.sealed_root',
      'audit_sample.drawn_at',
    ]) // prettier-ignore
    .select((build) =>
      build
        .exists(
          build
            .selectFrom('audit_row')
            .leftJoin('audit_result', (join) =>
              join
                .onRef('audit_result.programme_id', '=', 'audit_row.programme_id')
                .onRef('audit_result.month', '=', 'audit_row.month')
                .onRef('audit_result.auditor_id', '=', 'audit_row.auditor_id'),
            )
            .whereRef('audit_row.programme_id', '=', 'month_close.programme_id')
            .whereRef('audit_row.month', '=', 'month_close.month')
            .where('audit_result.auditor_id', 'is', null)
            .select('audit_row.record_index'),
        )
        .as('unsigned'),
    )
    .execute();
  const closings = rows.map((row): Closing => ({
    month: row.month.slice(0, 7),
    state: row.drawn_at === null ? 'closed' : row.unsigned ? 'sampled' : 'audited',
    closedAt: Temporal.Instant.fromEpochMilliseconds(row.closed_at.getTime()),
    closedBy: row.name,
    rows: row.row_count,
    answered: row.answered,
    refused: row.refused,
    failed: row.failed,
    listDigest: row.list_digest,
    closeIndex: row.close_index,
    sealed: row.sealed_size === null || row.sealed_root === null ? undefined : { size: row.sealed_size, rootHash: row.sealed_root },
  }));
  return new Map(closings.map((closing) => [closing.month, closing]));
}
