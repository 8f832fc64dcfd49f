// Signing the result of an audit (NW-5.2): with the password again, when every row of one's own is marked, once. What is signed is
// canonical JSON; the key that signs receipts signs it, and the audit-result record commits to document and signature.
import type { AuditResult } from '#contract';
import { toBase64, toHex, utf8 } from '#domain/kernel';
import { auditResultDocument, countFindings, type MarkedRow } from '#domain/reports';
import { provePassword, type ProgrammeActor } from '#server/accounts';
import { sha256 } from '#server/keys';
import type { Transaction } from '#server/platform';
import { auditRecord, firstDay, listClause, nowIn, regulationOf, type AuditParts } from './audit-parts.ts';
import type { Closing } from './find-closings.ts';
import { findMonth } from './find-months.ts';
import { findAuditRows, findDraw, findResults, type StoredDraw } from './find-sample.ts';
import { hasSigned } from './mark-row.ts';
import { toAuditResult } from './view-sample.ts';

export type SignResultResult =
  | { readonly kind: 'signed'; readonly result: AuditResult }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'already-signed' }
  /** None of the rows is this auditor's. */
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'rows-unmarked'; readonly rows: readonly number[] };

export async function signResult(parts: AuditParts, actor: ProgrammeActor, month: string, password: string): Promise<SignResultResult> {
  const programme = actor.programme.id;
  const [found, draw] = await Promise.all([findMonth(parts, actor, month), findDraw(parts.database, programme, month)]);
  if (!found?.closing || !draw) return { kind: 'not-found' };
  if (!(await provePassword(parts, actor, password, 'audit-result'))) return { kind: 'wrong-password' };
  const { closing } = found;
  const { origin } = await parts.ledger.state(programme);
  const outcome = await parts.database.transaction().execute((tx) => writeResult(parts, tx, actor, { origin, closing, draw }));
  if (outcome.kind !== 'signed') return outcome;
  const results = await findResults(parts.database, programme, month);
  const result = results.find(({ auditor }) => auditor === actor.accountId);
  if (!result) throw new Error('the result that was signed is gone');
  return { kind: 'signed', result: toAuditResult(result) };
}

interface SignedMonth {
  readonly origin: string;
  readonly closing: Closing;
  readonly draw: StoredDraw;
}

type Written = { readonly kind: 'signed' } | Extract<SignResultResult, { kind: 'already-signed' | 'no-rows' | 'rows-unmarked' }>;

async function writeResult(
  parts: AuditParts,
  tx: Transaction,
  actor: ProgrammeActor,
  { origin, closing, draw }: SignedMonth,
): Promise<Written> {
  const programme = actor.programme.id;
  if (await hasSigned(tx, programme, closing.month, actor.accountId)) return { kind: 'already-signed' };
  const own = (await findAuditRows(tx, programme, closing.month)).filter(({ auditor }) => auditor?.account === actor.accountId);
  if (own.length === 0) return { kind: 'no-rows' };
  const unmarked = own.filter(({ mark }) => !mark).map(({ row }) => row);
  if (unmarked.length > 0) return { kind: 'rows-unmarked', rows: unmarked };
  const rows = own.flatMap(({ row, index, mark }): MarkedRow[] => (mark ? [{ row, index, finding: mark.finding, mark: mark.index }] : []));

  const at = nowIn(parts);
  const regulation = regulationOf(parts, actor);
  const document = utf8(
    auditResultDocument({
      origin,
      programme,
      regulation: regulation.id,
      clause: listClause(regulation),
      month: closing.month,
      listDigest: toHex(closing.listDigest),
      closeIndex: closing.closeIndex,
      sample: { population: draw.population, required: draw.required, seed: toHex(draw.seed), rootHash: toBase64(draw.rootHash), entropy: toHex(draw.entropy), drawIndex: draw.drawIndex }, // prettier-ignore
      auditor: { account: actor.accountId, login: actor.login, name: actor.name },
      signedAt: at.toString(),
      rows,
    }),
  );
  const signature = (await parts.ledger.receiptKey(programme)).sign(document);
  const documentDigest = toBase64(sha256(document));
  const envelope = {
    month: closing.month,
    rows: rows.length,
    counts: { ...countFindings(rows) },
    documentDigest,
    signature: toBase64(signature),
  };
  const receipt = await parts.ledger.appendWithin(tx, programme, auditRecord(actor, 'audit-result', at, envelope));
  await tx
    .insertInto('audit_result')
    .values({
      programme_id: programme,
      month: firstDay(closing.month),
      auditor_id: actor.accountId,
      signed_at: at.toString(),
      document: Buffer.from(document),
      signature: Buffer.from(signature),
      record_index: receipt.index,
    })
    .execute();
  return { kind: 'signed' };
}
