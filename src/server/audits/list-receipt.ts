// The evidence printed under a list: the month-close record's tlog-proof, with the checkpoint it leads to. A log so large that the proof
// no longer reads well from paper gets the record's promise instead.
import { toBase64 } from '#domain/kernel';
import { parseCheckpoint, parseNote, parseTlogProof, signPromise } from '#domain/ledger';
import type { PrintingContext } from '#domain/reports';
import type { ProgrammeActor } from '#server/accounts';
import { receiptFitsQr } from '#server/reports';
import { recordMonthRead, type AuditParts } from './audit-parts.ts';
import type { Closing } from './find-closings.ts';

type ListReceipt = Pick<PrintingContext, 'origin' | 'treeSize' | 'rootHash' | 'receipt'>;

export async function findListReceipt(parts: AuditParts, actor: ProgrammeActor, closing: Closing): Promise<ListReceipt> {
  await parts.ledger.flush(actor.programme.id);
  const proof = await parts.ledger.proof(actor.programme.id, closing.closeIndex);
  if (proof === undefined) throw new Error('a sealed record has no proof');
  const { origin, size, rootHash } = parseCheckpoint(parseNote(parseTlogProof(proof).checkpoint).text);
  const receipt = receiptFitsQr(proof)
    ? { kind: 'tlog-proof' as const, text: proof }
    : { kind: 'promise' as const, text: await promiseOf(parts, actor, closing, origin) };
  return { origin, treeSize: size, rootHash: toBase64(rootHash), receipt };
}

async function promiseOf(parts: AuditParts, actor: ProgrammeActor, closing: Closing, origin: string): Promise<string> {
  // The month-close record stands in the month after the one it closes, at the earliest.
  const closedIn = closing.closedAt.toZonedDateTimeISO('Asia/Taipei').toPlainDate().toString().slice(0, 7);
  const read = await recordMonthRead(parts, actor, closedIn, 'list-receipt');
  const record = await parts.ledger.readRecord(read, closing.closeIndex);
  if (!record) throw new Error('the month-close record is gone');
  const { sign } = await parts.ledger.receiptKey(actor.programme.id);
  return signPromise({ origin, index: record.index, leafHash: record.leafHash }, sign);
}
