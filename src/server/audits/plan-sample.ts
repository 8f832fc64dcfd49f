// Which rows of a closed month are audited, and by whom: decided from the list, the seed and today's auditors before anything is written.
import { createHmac } from 'node:crypto';
import { assignAuditors, drawSample, requiredSample, unassignedText, type Assignments } from '#domain/audits';
import type { StrictestSampling } from '#domain/regulations';
import { dayInTaipei } from '#server/platform';
import { firstDay, type AuditParts } from './audit-parts.ts';
import { findAuditors, findPreviousPairs } from './find-auditors.ts';

export interface SamplePlan {
  readonly population: number;
  readonly required: number;
  readonly rows: readonly PlannedRow[];
}

export interface PlannedRow {
  readonly index: number;
  /** null: nobody may audit it. */
  readonly auditor: string | null;
  readonly unassigned: string | null;
}

export interface SampleRules {
  readonly sampling: StrictestSampling;
  readonly auditorsMayNotQuery: boolean;
}

/** The list of a closed month never changes, so what is decided here still holds when it is written. */
export async function planSample(
  { database }: Pick<AuditParts, 'database'>,
  { sampling, auditorsMayNotQuery }: SampleRules,
  { programme, month, seed, at }: { programme: string; month: string; seed: Uint8Array; at: Temporal.Instant },
): Promise<SamplePlan> {
  const listed = await database
    .selectFrom('month_row')
    .select(['record_index', 'account_id'])
    .where('programme_id', '=', programme)
    .where('month', '=', firstDay(month))
    .execute();
  const personOf = new Map(listed.map((row) => [String(row.record_index), row.account_id]));
  const { ratePercent, minimumRows, barsPreviousAuditor } = sampling;
  const required = requiredSample({ ratePercent: ratePercent.value, minimumRows: minimumRows.value }, personOf.size);
  const sampled = drawSample({ ids: [...personOf.keys()], seed, draw: required, hmacSha256 });
  const rows = sampled.map((id) => ({ id, person: personOf.get(id) ?? '' }));
  const assignments = assignAuditors({
    rows,
    auditors: await findAuditors(database, programme, dayInTaipei(at)),
    previous: await findPreviousPairs(database, programme, month),
    barsPreviousAuditor: barsPreviousAuditor.value,
    auditorsMayNotQuery,
    queriers: new Set(personOf.values()),
  });
  return { population: personOf.size, required, rows: plannedRows(rows, assignments) };
}

function plannedRows(sampled: readonly { id: string; person: string }[], { assignments, unassigned }: Assignments): PlannedRow[] {
  const auditorOf = new Map(assignments.flatMap(({ ids, auditor }) => ids.map((id) => [id, auditor])));
  const reasonOf = new Map(unassigned.map(({ person, reason }) => [person, unassignedText(reason)]));
  return sampled.map(({ id, person }) => ({
    index: Number(id),
    auditor: auditorOf.get(id) ?? null,
    unassigned: reasonOf.get(person) ?? null,
  }));
}

function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update(message).digest();
}
