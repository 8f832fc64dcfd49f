// Closing a month that is over (NW-5.2): its list is fixed, and the log commits to it. What the month-close record says and what stands
// in the tables commit together; whoever prints the list later prints exactly this one.
import { toBase64 } from '#domain/kernel';
import { countResults, listBytes, queryList, type QueryList } from '#domain/reports';
import type { ProgrammeActor } from '#server/accounts';
import { sha256 } from '#server/keys';
import type { Transaction } from '#server/platform';
import { auditRecord, firstDay, listClause, nowIn, recordMonthRead, regulationOf, type AuditParts } from './audit-parts.ts';
import { findMonth, type Month } from './find-months.ts';
import { keepSealedHead } from './keep-sealed-head.ts';
import { readMonthQueries } from './read-month.ts';

export type CloseMonthResult =
  | { readonly kind: 'closed'; readonly month: Month }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-over' | 'already-closed'; readonly clause: string };

const ROWS_AT_ONCE = 5_000;
/** Until the record stands, within the same transaction. */
const NOT_YET = -1;

export async function closeMonth(parts: AuditParts, actor: ProgrammeActor, month: string): Promise<CloseMonthResult> {
  const clause = listClause(regulationOf(parts, actor));
  const found = await findMonth(parts, actor, month);
  if (!found) return { kind: 'not-found' };
  if (found.closing) return { kind: 'already-closed', clause };
  if (found.summary.state === 'running') return { kind: 'not-over', clause };

  const read = await recordMonthRead(parts, actor, month, 'month-close');
  const list = queryList(actor.programme.id, month, await readMonthQueries(parts.ledger, read));
  const closing = { list, digest: listDigest(list), at: nowIn(parts) };
  const wrote = await parts.database.transaction().execute((tx) => writeClosing(parts, tx, actor, closing));
  if (!wrote) return { kind: 'already-closed', clause };
  await keepSealedHead(parts, actor.programme.id, month);
  await parts.ledger.keepMonthEnds(actor.programme.id);
  const closed = await findMonth(parts, actor, month);
  if (!closed) throw new Error('the month that was closed is gone');
  return { kind: 'closed', month: closed };
}

export function listDigest(list: QueryList): Uint8Array {
  return sha256(listBytes(list));
}

interface NewClosing {
  readonly list: QueryList;
  readonly digest: Uint8Array;
  readonly at: Temporal.Instant;
}

/** False when somebody else closed it meanwhile: the first one wins. */
async function writeClosing(parts: AuditParts, tx: Transaction, actor: ProgrammeActor, { list, digest, at }: NewClosing): Promise<boolean> {
  const key = { programme_id: actor.programme.id, month: firstDay(list.month) };
  const { rows, answered, notFound, refused, failed, open } = countResults(list.entries);
  const figures = { answered: answered + notFound, refused, failed: failed + open };
  const range = await leafRange(tx, key);
  const inserted = await tx
    .insertInto('month_close')
    .values({
      ...key,
      closed_at: at.toString(),
      closed_by: actor.accountId,
      first_index: range.first,
      end_index: range.end,
      row_count: rows,
      ...figures,
      list_digest: Buffer.from(digest),
      close_index: NOT_YET,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (inserted.numInsertedOrUpdatedRows === 0n) return false;
  const listed = list.entries.map((entry, place) => ({ ...key, row: place + 1, record_index: entry.index, account_id: entry.accountId }));
  for (let from = 0; from < listed.length; from += ROWS_AT_ONCE) {
    const piece = listed.slice(from, from + ROWS_AT_ONCE);
    await tx.insertInto('month_row').values(piece).execute();
  }
  const envelope = { month: list.month, rows, ...figures, firstIndex: range.first, endIndex: range.end, listDigest: toBase64(digest) };
  const receipt = await parts.ledger.appendWithin(tx, actor.programme.id, auditRecord(actor, 'month-close', at, envelope));
  await tx
    .updateTable('month_close')
    .set({ close_index: receipt.index })
    .where('programme_id', '=', key.programme_id)
    .where('month', '=', key.month)
    .execute();
  return true;
}

/** Where the month's leaves lie; an empty month lies between two leaves. */
async function leafRange(tx: Transaction, key: { programme_id: string; month: string }): Promise<{ first: number; end: number }> {
  const range = await tx
    .selectFrom('record')
    .select((build) => [build.fn.min<number | null>('index').as('first'), build.fn.max<number | null>('index').as('last')])
    .where('programme_id', '=', key.programme_id)
    .where('month', '=', key.month)
    .executeTakeFirstOrThrow();
  if (range.first !== null && range.last !== null) return { first: range.first, end: range.last + 1 };
  const { next } = await tx.selectFrom('log_head').select('next').where('programme_id', '=', key.programme_id).executeTakeFirstOrThrow();
  return { first: next, end: next };
}
