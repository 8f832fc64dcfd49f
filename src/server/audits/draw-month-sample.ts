// Drawing the audit sample of a closed month (NW-5.2): as many rows as the regulation requires, by a seed that neither manager nor
// auditor can choose, each person's rows with one auditor, nobody their own. Drawn once; the drawing and its record commit together.
import { auditorsMayNotQuery } from '#domain/audits';
import { toBase64, toHex } from '#domain/kernel';
import { strictestSampling } from '#domain/regulations';
import type { ProgrammeActor } from '#server/accounts';
import type { Transaction } from '#server/platform';
import { auditRecord, firstDay, nowIn, regulationsOf, sampleClause, type AuditParts } from './audit-parts.ts';
import { bringEntropy } from './bring-entropy.ts';
import { findMonth } from './find-months.ts';
import type { SealedHead } from './keep-sealed-head.ts';
import { planSample, type SamplePlan } from './plan-sample.ts';
import { sampleSeed } from './sample-seed.ts';

export type DrawSampleResult =
  | { readonly kind: 'drawn' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-closed' | 'already-drawn' | 'no-sampling-rule'; readonly clause: string };

const ROWS_AT_ONCE = 5_000;
/** Until the record stands, within the same transaction. */
const NOT_YET = -1;

export async function drawMonthSample(
  parts: AuditParts,
  actor: ProgrammeActor,
  month: string,
  entropy: Uint8Array,
): Promise<DrawSampleResult> {
  const regulations = regulationsOf(parts, actor);
  const sampling = strictestSampling(regulations);
  const clause = sampleClause(regulations);
  const found = await findMonth(parts, actor, month);
  if (!found) return { kind: 'not-found' };
  if (!sampling) return { kind: 'no-sampling-rule', clause };
  if (!found.closing) return { kind: 'not-closed', clause };
  if (found.closing.state !== 'closed') return { kind: 'already-drawn', clause };

  const programme = actor.programme.id;
  const brought = await bringEntropy(parts, actor, { month, clause, entropy });
  const { origin } = await parts.ledger.state(programme);
  const seed = sampleSeed({ origin, month, rootHash: brought.head.rootHash, entropy: brought.entropy });
  const at = nowIn(parts);
  const rules = { sampling, auditorsMayNotQuery: regulations.some(auditorsMayNotQuery) };
  const plan = await planSample(parts, rules, { programme, month, seed, at });
  const draw = { month, clause, at, ...brought, seed, plan };
  const drawn = await parts.database.transaction().execute((tx) => writeSample(parts, tx, actor, draw));
  return drawn ? { kind: 'drawn' } : { kind: 'already-drawn', clause };
}

interface SampleDraw {
  readonly month: string;
  readonly clause: string;
  readonly at: Temporal.Instant;
  readonly head: SealedHead;
  readonly entropy: Uint8Array;
  readonly seed: Uint8Array;
  readonly plan: SamplePlan;
}

/** False when somebody else drew it meanwhile: the first draw stands. */
async function writeSample(parts: AuditParts, tx: Transaction, actor: ProgrammeActor, draw: SampleDraw): Promise<boolean> {
  const key = { programme_id: actor.programme.id, month: firstDay(draw.month) };
  const { population, required, rows } = draw.plan;
  const inserted = await tx
    .insertInto('audit_sample')
    .values({
      ...key,
      drawn_at: draw.at.toString(),
      drawn_by: actor.accountId,
      entropy: Buffer.from(draw.entropy),
      root_hash: Buffer.from(draw.head.rootHash),
      seed: Buffer.from(draw.seed),
      population,
      required,
      draw_index: NOT_YET,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (inserted.numInsertedOrUpdatedRows === 0n) return false;
  const values = rows.map(({ index, auditor, unassigned }) => ({ ...key, record_index: index, auditor_id: auditor, unassigned }));
  for (let from = 0; from < values.length; from += ROWS_AT_ONCE) {
    const piece = values.slice(from, from + ROWS_AT_ONCE);
    await tx.insertInto('audit_row').values(piece).execute();
  }
  const { index } = await parts.ledger.appendWithin(tx, key.programme_id, auditRecord(actor, 'sample-draw', draw.at, drawEnvelope(draw)));
  await tx
    .updateTable('audit_sample')
    .set({ draw_index: index })
    .where('programme_id', '=', key.programme_id)
    .where('month', '=', key.month)
    .execute();
  return true;
}

/** Enough to draw the same rows again from the closed list. */
function drawEnvelope({ month, clause, head, entropy, seed, plan }: SampleDraw) {
  return {
    month,
    clause,
    population: plan.population,
    required: plan.required,
    treeSize: head.size,
    rootHash: toBase64(head.rootHash),
    entropy: toHex(entropy),
    seed: toHex(seed),
    unassigned: plan.rows.filter(({ auditor }) => auditor === null).length,
  };
}
