// One record of the log, opened for those who may: the person it is about doing it, the managers, the auditors.
// Everyone else is told that there is no such record.
import type { LogRecord } from '#contract';
import { formatOpening } from '#domain/evidence';
import { toBase64 } from '#domain/kernel';
import { actorCompartment, logRetention } from '#domain/records';
import { actorFacts, type ProgrammeActor } from '#server/accounts';
import type { OpenedRecord } from '#server/ledger';
import type { QueryParts } from './run-query.ts';

type Parts = Pick<QueryParts, 'ledger' | 'clock'>;

const readers = ['chief-manager', 'unit-manager', 'project-officer', 'responsible-person', 'supervisor', 'auditor'] as const;

export async function readLogRecord(parts: Parts, actor: ProgrammeActor, index: number): Promise<LogRecord | undefined> {
  const record = await openRecord(parts, actor, index, {});
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

/** What its leaf commits to, a line per compartment: whoever has it can show others what the record says. */
export async function readRecordContent(parts: Parts, actor: ProgrammeActor, index: number): Promise<string | undefined> {
  const record = await openRecord(parts, actor, index, { why: 'record-print', takesOpenings: true });
  const { compartments } = record ?? {};
  return compartments && (['A', 'B', 'C'] as const).map((letter) => formatOpening(index, letter, compartments[letter])).join('');
}

async function openRecord(
  { ledger, clock }: Parts,
  actor: ProgrammeActor,
  index: number,
  asked: { readonly why?: string; readonly takesOpenings?: true },
): Promise<OpenedRecord | undefined> {
  const any = readers.some((role) => actor.roles.includes(role));
  // Somebody without such a role may open their own records only: the read's scope is themselves, and the ledger holds them to it.
  const read = await ledger.recordRead(actor.programme.id, {
    at: clock.now(),
    retention: logRetention,
    actor: actorCompartment(actorFacts(actor)),
    blindActor: actor.accountId,
    scope: any ? { kind: 'record', index } : { kind: 'actor', account: actor.accountId },
    why: any ? 'inspection' : 'own-record',
    ...asked,
  });
  return ledger.readRecord(read, index);
}
