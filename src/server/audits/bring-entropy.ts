// The auditor's randomness goes into the log before the root hash it will be mixed with exists: the seed's root is that of the
// checkpoint that sealed this very record, whose salts nobody knows beforehand. So the auditor can't try values until the rows please,
// and the manager, who fixed the list, can't foresee them. What was brought first stands, after a crash too.
import { toHex } from '#domain/kernel';
import type { ProgrammeActor } from '#server/accounts';
import { auditRecord, firstDay, nowIn, type AuditParts } from './audit-parts.ts';
import type { SealedHead } from './keep-sealed-head.ts';

export interface BroughtEntropy {
  readonly entropy: Uint8Array;
  /** Of a checkpoint that covers the entropy's record; the same one ever after. */
  readonly head: SealedHead;
}

interface Bringing {
  readonly month: string;
  readonly clause: string;
  readonly entropy: Uint8Array;
}

export async function bringEntropy(parts: AuditParts, actor: ProgrammeActor, bringing: Bringing): Promise<BroughtEntropy> {
  await recordEntropy(parts, actor, bringing);
  const programme = actor.programme.id;
  await parts.ledger.flush(programme);
  const state = await parts.ledger.state(programme);
  await parts.database
    .updateTable('audit_entropy')
    .set({ sealed_size: state.size, sealed_root: Buffer.from(state.rootHash) })
    .where('programme_id', '=', programme)
    .where('month', '=', firstDay(bringing.month))
    .where('sealed_size', 'is', null)
    .where('entropy_index', '<', state.size)
    .execute();
  const kept = await parts.database
    .selectFrom('audit_entropy')
    .select(['entropy', 'sealed_size as size', 'sealed_root as rootHash'])
    .where('programme_id', '=', programme)
    .where('month', '=', firstDay(bringing.month))
    .executeTakeFirstOrThrow();
  if (kept.size === null || kept.rootHash === null) throw new Error('the record of the entropy is not sealed');
  return { entropy: kept.entropy, head: { size: kept.size, rootHash: kept.rootHash } };
}

/** Until the record stands, within the same transaction. */
const NOT_YET = -1;

async function recordEntropy(parts: AuditParts, actor: ProgrammeActor, { month, clause, entropy }: Bringing): Promise<void> {
  const key = { programme_id: actor.programme.id, month: firstDay(month) };
  const at = nowIn(parts);
  await parts.database.transaction().execute(async (tx) => {
    const inserted = await tx
      .insertInto('audit_entropy')
      .values({ ...key, brought_at: at.toString(), brought_by: actor.accountId, entropy: Buffer.from(entropy), entropy_index: NOT_YET })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (inserted.numInsertedOrUpdatedRows === 0n) return;
    const { index } = await parts.ledger.appendWithin(
      tx,
      key.programme_id,
      auditRecord(actor, 'sample-entropy', at, { month, clause, entropy: toHex(entropy) }),
    );
    await tx
      .updateTable('audit_entropy')
      .set({ entropy_index: index })
      .where('programme_id', '=', key.programme_id)
      .where('month', '=', key.month)
      .execute();
  });
}
