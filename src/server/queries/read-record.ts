// One record of the log, opened for those who may: the person it is about doing it, the managers, the auditors.
// Everyone else is told that there is no such record.
import type { LogRecord } from '#contract';
import { toBase64 } from '#domain/kernel';
import { actorCompartment, logRetention } from '#domain/records';
import { actorFacts, type ProgrammeActor } from '#server/accounts';
import type { QueryParts } from './run-query.ts';

const readers = ['chief-manager', 'unit-manager', 'auditor'] as const;

export async function readLogRecord(
  { ledger, clock }: Pick<QueryParts, 'ledger' | 'clock'>,
  actor: ProgrammeActor,
  index: number,
): Promise<LogRecord | undefined> {
  const any = readers.some((role) => actor.roles.includes(role));
  // Somebody without such a role may open their own records only: the read's scope is themselves, and the ledger holds them to it.
  const read = await ledger.recordRead(actor.programme.id, {
    at: clock.now(),
    retention: logRetention,
    actor: actorCompartment(actorFacts(actor)),
    blindActor: actor.accountId,
    scope: any ? { kind: 'record', index } : { kind: 'actor', account: actor.accountId },
    why: any ? 'inspection' : 'own-record',
  });
  const record = await ledger.readRecord(read, index);
  if (!record) return undefined;
  return {
    index: record.index,
    type: record.type,
    at: record.at.toString(),
    leaf: record.leaf,
    leafHash: toBase64(record.leafHash),
    envelope: record.envelope,
    actor: record.actor,
    subject: record.subject,
    sealed: record.sealed,
  };
}
