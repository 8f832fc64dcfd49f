// A refusal of somebody who is known: its record first, then the answer. What the regulation's engine refuses is recorded each time; what
// could be provoked without end is recorded in bounds.
import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '#contract';
import { logRetention, refusedCompartments, type QueryFacts } from '#domain/records';
import type { Refusal } from '#domain/query';
import { DuplicateRecord, type NewRecord, type Receipt } from '#server/ledger';
import { ProblemError } from '#server/platform';
import type { Asker } from './asker.ts';
import type { Outcome } from './outcome.ts';
import type { QuestionOrigin } from './question.ts';
import { recordIdOf } from './record-id.ts';
import type { Verifying } from './verification-parts.ts';

export interface RefusedAs {
  readonly code: ProblemCode;
  readonly refusals: readonly { readonly clause: string; readonly code: string }[];
  readonly details?: ConstructorParameters<typeof ProblemError>[1];
}

/** By the regulation: with every refusal, as for any query. */
export async function refuseByRegulation(
  parts: Verifying,
  asker: Asker,
  at: Temporal.Instant,
  asked: { readonly query: QueryFacts; readonly origin: QuestionOrigin; readonly refusals: readonly Refusal[] },
): Promise<Outcome> {
  const { query, origin, refusals } = asked;
  const recordId = recordIdOf(asker.account, origin.refusalToken, origin.line);
  parts.statistics.refused(asker.programme, asker.service?.id ?? '', at.epochMilliseconds);
  const record = refusedRecord(asker, at, { query, recordId, refusals });
  return parts.ledger.append(asker.programme, record).then(
    ({ promise }) => {
      const [first] = refusals;
      return problem('refused-by-regulation', { refusals: [...refusals], ...(first && { clause: first.clause }), receipt: promise });
    },
    (error: unknown) => {
      if (error instanceof DuplicateRecord) return problem('request-replayed');
      throw error;
    },
  );
}

/** @param query what could be read of it */
export async function refuseInBounds(
  parts: Verifying,
  asker: Asker,
  at: Temporal.Instant,
  refused: RefusedAs & { readonly query?: QueryFacts },
): Promise<Outcome> {
  const { code, refusals, details, query = unreadQuery(asker) } = refused;
  const atMs = at.epochMilliseconds;
  const [first] = refusals;
  parts.statistics.refused(asker.programme, asker.service?.id ?? '', atMs);
  const kind = `${asker.account} ${refusals.map((refusal) => refusal.code).join(' ')}`;
  const receipt: Receipt | undefined = await parts.bounded.note(asker.programme, kind, atMs, (count) => {
    const record = refusedRecord(asker, at, { query: count === 1 ? query : unreadQuery(asker), recordId: randomUUID(), refusals });
    return count === 1 ? record : { ...record, envelope: { count, ...record.envelope } };
  });
  return problem(code, { ...(first && { clause: first.clause }), ...(receipt && { receipt: receipt.promise }), ...details });
}

export function problem(code: ProblemCode, details?: ConstructorParameters<typeof ProblemError>[1]): Outcome {
  return { kind: 'problem', problem: new ProblemError(code, details) };
}

function refusedRecord(
  asker: Asker,
  at: Temporal.Instant,
  { query, recordId, refusals }: { query: QueryFacts; recordId: string; refusals: RefusedAs['refusals'] },
): NewRecord {
  return {
    recordId,
    type: 'refused',
    at,
    retention: logRetention,
    actor: asker.recorded,
    blindActor: asker.account,
    ...(query.subject !== '' && { blindSubject: query.subject }),
    ...refusedCompartments(query, refusals),
  };
}

function unreadQuery(asker: Asker): QueryFacts {
  return { ...asker.asks, fields: [], subject: '', caseNumber: '', reason: '' };
}
