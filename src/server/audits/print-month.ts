// Printing the list of a closed month (NW-5.2). What is printed is the list that was closed: it is read from the log again and must have
// the digest that the month-close record committed to. Every print is itself a record, on disk before the file is handed out.
import { equalBytes, toBase64, toHex } from '#domain/kernel';
import { printedList, queryList, type PrintedList, type QueryList } from '#domain/reports';
import type { ProgrammeActor } from '#server/accounts';
import { renderListOds, renderListPdf } from '#server/reports';
import { auditRecord, listClause, nowIn, recordMonthRead, regulationOf, type AuditParts } from './audit-parts.ts';
import { listDigest } from './close-month.ts';
import type { Closing } from './find-closings.ts';
import { findMonth } from './find-months.ts';
import { findListReceipt } from './list-receipt.ts';
import { operationName } from './month-list.ts';
import { readMonthQueries } from './read-month.ts';

export type ListFormat = 'pdf' | 'ods';

export type PrintMonthResult =
  | { readonly kind: 'printed'; readonly bytes: Uint8Array }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-closed'; readonly clause: string };

/** The records no longer give the list that was closed: nothing is printed. */
export class ListDiffers extends Error {
  override readonly name = 'ListDiffers';

  constructor(programme: string, month: string) {
    super(`the list of ${programme} ${month} is not the one that was closed`);
  }
}

const renderers = { pdf: renderListPdf, ods: renderListOds } as const;

/** @throws PrintingFailed @throws ListDiffers */
export async function printMonth(parts: AuditParts, actor: ProgrammeActor, month: string, format: ListFormat): Promise<PrintMonthResult> {
  const found = await findMonth(parts, actor, month);
  if (!found) return { kind: 'not-found' };
  if (!found.closing) return { kind: 'not-closed', clause: listClause(regulationOf(parts, actor)) };
  const list = await readClosedList(parts, actor, found.closing, `list-${format}`);
  const at = nowIn(parts);
  const bytes = await renderers[format](await toPrint(parts, actor, list, found.closing, at));
  const envelope = { month, format, rows: list.entries.length, listDigest: toBase64(found.closing.listDigest) };
  await parts.ledger.append(actor.programme.id, auditRecord(actor, 'list-print', at, envelope));
  return { kind: 'printed', bytes };
}

/** The list as it was closed, or ListDiffers. */
export async function readClosedList(parts: AuditParts, actor: ProgrammeActor, closing: Closing, why: string): Promise<QueryList> {
  const read = await recordMonthRead(parts, actor, closing.month, why);
  const list = queryList(actor.programme.id, closing.month, await readMonthQueries(parts.ledger, read));
  if (!equalBytes(listDigest(list), closing.listDigest)) throw new ListDiffers(actor.programme.id, closing.month);
  return list;
}

async function toPrint(
  parts: AuditParts,
  actor: ProgrammeActor,
  list: QueryList,
  closing: Closing,
  at: Temporal.Instant,
): Promise<PrintedList> {
  const regulation = regulationOf(parts, actor);
  const receipt = await findListReceipt(parts, actor, closing);
  return printedList(list, {
    organisation: actor.organisation,
    regulationTitle: regulation.title,
    clause: listClause(regulation),
    operationName: (code) => operationName(regulation, code),
    closedAtMs: closing.closedAt.epochMilliseconds,
    closedBy: closing.closedBy,
    printedAtMs: at.epochMilliseconds,
    printedBy: actor.name,
    closeIndex: closing.closeIndex,
    listDigest: toHex(closing.listDigest),
    ...receipt,
  });
}
