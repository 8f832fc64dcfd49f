// What the month's end works with, and the records it writes.
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '#domain/kernel';
import type { RecordType } from '#domain/ledger';
import { actorCompartment, logRetention } from '#domain/records';
import { strictestSampling, type GoverningRegulations, type Regulation } from '#domain/regulations';
import { actorFacts, governingRegulations, type ProgrammeActor } from '#server/accounts';
import type { Keystore } from '#server/keys';
import type { Ledger, NewRecord, RecordedRead } from '#server/ledger';
import type { Clock, Database } from '#server/platform';

export interface AuditParts {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly keystore: Keystore;
  readonly clock: Clock;
  findRegulation(id: string): Regulation | undefined;
}

/** The clause that asks for list, sample and result, where a regulation doesn't name its own. */
export function listClause(regulation: Regulation): string {
  return (
    regulation.duties.find(({ code }) => code === 'monthly-query-list')?.clause ?? regulation.sampling?.clause ?? `${regulation.prefix}-0`
  );
}

/** To the millisecond, as columns, records and documents all hold it: a finer one would differ between them. */
export function nowIn(parts: Pick<AuditParts, 'clock'>): Temporal.Instant {
  return parts.clock.now().round({ smallestUnit: 'millisecond', roundingMode: 'trunc' });
}

export function regulationsOf(parts: AuditParts, actor: ProgrammeActor): GoverningRegulations {
  return governingRegulations((id) => parts.findRegulation(id), actor.programme);
}

/** The programme's own: it names operations and duties. */
export function regulationOf(parts: AuditParts, actor: ProgrammeActor): Regulation {
  return regulationsOf(parts, actor)[0];
}

/** The clause whose rate the sample is drawn by. */
export function sampleClause(regulations: GoverningRegulations): string {
  return strictestSampling(regulations)?.ratePercent.from[0]?.clause ?? listClause(regulations[0]);
}

type AuditRecordType = Extract<RecordType, 'month-close' | 'list-print' | 'sample-entropy' | 'sample-draw' | 'audit-mark' | 'audit-result'>;

export function auditRecord(
  actor: ProgrammeActor,
  type: AuditRecordType,
  at: Temporal.Instant,
  envelope: JsonObject,
  subject: JsonObject = {},
): NewRecord {
  return {
    recordId: randomUUID(),
    type,
    at,
    retention: logRetention,
    envelope: { regulation: actor.programme.regulation, ...envelope },
    actor: actorCompartment(actorFacts(actor)),
    subject,
    blindActor: actor.accountId,
  };
}

/** Opening a month's records is itself recorded, with the reason. */
export function recordMonthRead(parts: AuditParts, actor: ProgrammeActor, month: string, why: string): Promise<RecordedRead> {
  return parts.ledger.recordRead(actor.programme.id, {
    at: nowIn(parts),
    retention: logRetention,
    actor: actorCompartment(actorFacts(actor)),
    blindActor: actor.accountId,
    scope: { kind: 'month', month },
    why,
  });
}

/** Months are stored by their first day. */
export function firstDay(month: string): string {
  return `${month}-01`;
}
