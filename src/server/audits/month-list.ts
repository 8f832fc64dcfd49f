// The list of a month, a page at a time. A closed month shows exactly the rows it was closed with; an open one shows what it would be
// closed with now.
import type { ListRow, MonthList } from '#contract';
import { toBase64 } from '#domain/kernel';
import type { RecordedQuery } from '#domain/records';
import type { Regulation } from '#domain/regulations';
import { queryList, toListRow } from '#domain/reports';
import type { ProgrammeActor } from '#server/accounts';
import { firstDay, recordMonthRead, regulationOf, type AuditParts } from './audit-parts.ts';
import { findMonth, type Month } from './find-months.ts';
import { readMonthQueries, readQueriesAt } from './read-month.ts';

const PAGE_ROWS = 50;

/** undefined: no such month, or no such page. */
export async function monthList(parts: AuditParts, actor: ProgrammeActor, month: string, page: number): Promise<MonthList | undefined> {
  const found = await findMonth(parts, actor, month);
  const pages = Math.max(1, Math.ceil((found?.summary.rows ?? 0) / PAGE_ROWS));
  if (!found || page > pages) return undefined;
  const read = await recordMonthRead(parts, actor, month, 'month-list');
  const from = (page - 1) * PAGE_ROWS;
  const queries = found.closing
    ? await readQueriesAt(parts.ledger, read, await listedIndexes(parts, actor, month, from))
    : (await readMonthQueries(parts.ledger, read)).slice(from, from + PAGE_ROWS);
  return {
    summary: found.summary,
    rows: listRows(regulationOf(parts, actor), queries, from + 1),
    page,
    pages,
    closeIndex: found.closing?.closeIndex ?? null,
    rootHash: sealedRoot(found),
  };
}

function sealedRoot({ closing }: Month): string | null {
  return closing?.sealed ? toBase64(closing.sealed.rootHash) : null;
}

/** Where the queries of one page stand in the log. */
async function listedIndexes(parts: AuditParts, actor: ProgrammeActor, month: string, from: number): Promise<number[]> {
  const rows = await parts.database
    .selectFrom('month_row')
    .select('record_index')
    .where('programme_id', '=', actor.programme.id)
    .where('month', '=', firstDay(month))
    .where('row', '>', from)
    .where('row', '<=', from + PAGE_ROWS)
    .orderBy('row')
    .execute();
  return rows.map((row) => row.record_index);
}

function listRows(regulation: Regulation, queries: readonly RecordedQuery[], firstRow: number): ListRow[] {
  return queryList('', '', queries).entries.map((entry, place) =>
    toListRow(entry, firstRow + place, operationName(regulation, entry.operation)),
  );
}

export function operationName(regulation: Regulation, code: string): string | undefined {
  return regulation.operations.find((operation) => operation.code === code)?.name;
}
