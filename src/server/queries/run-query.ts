// One governed query, from the request to the released answer (NW-4.1.1 to 4.1.6):
// decision → `intent` on disk → provider → only the fields released → `outcome` on disk → answer.
// Nothing is answered, refusals and failures included, before its record is on disk.
import { createHash, randomUUID } from 'node:crypto';
import type { QueryBody } from '#contract';
import { canonicalJson, normaliseNationalId, utf8, type JsonObject } from '#domain/kernel';
import { decideUnder, standingOf, type Refusal } from '#domain/query';
import {
  actorCompartment,
  intentCompartments,
  logRetention,
  outcomeCompartments,
  refusedCompartments,
  type OutcomeFacts,
  type ProviderFailure,
  type QueryFacts,
} from '#domain/records';
import type { GoverningRegulations, Regulation } from '#domain/regulations';
import { actorFacts, type ProgrammeActor } from '#server/accounts';
import { readOfficeCalendar } from '#server/calendar';
import type { Ledger, NewRecord, Receipt } from '#server/ledger';
import type { Clock, Database } from '#server/platform';
import { ProviderFault, type LabourInsuranceOperation, type LabourInsuranceProvider, type ProviderReply } from '#server/providers';
import { decideRequest } from './decide-request.ts';

export interface QueryParts {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly provider: LabourInsuranceProvider;
  readonly clock: Clock;
}

type Row = Readonly<Record<string, string | number | null>>;

export interface ReleasedAnswer {
  readonly kind: 'answered';
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly found: boolean;
  readonly rows: readonly Row[];
  readonly fields: readonly string[];
  readonly receipt: Receipt;
}

export type QueryOutcome =
  | ReleasedAnswer
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly receipt: Receipt }
  | { readonly kind: 'failed'; readonly code: ProviderFailure; readonly receipt: Receipt }
  | { readonly kind: 'malformed'; readonly field: string; readonly code: string };

/**
 * @throws LogUnavailable, DuplicateRecord (a replayed `requestId`), KeystoreFault: nothing was answered
 */
export async function runQuery(
  parts: QueryParts,
  regulations: GoverningRegulations,
  actor: ProgrammeActor,
  body: QueryBody,
): Promise<QueryOutcome> {
  const malformed = regulations.map((regulation) => findMalformed(regulation, body)).find((fault) => fault !== undefined);
  if (malformed) return { kind: 'malformed', ...malformed };
  const calendar = await readOfficeCalendar(parts.database);
  const at = parts.clock.now();
  const query = queryFacts(regulations, body);
  const request = decideRequest(actor, query, at);
  const decision = decideUnder(regulations, request, calendar);
  const shared = { retention: logRetention, blindActor: actor.accountId, blindSubject: query.subject };
  /** At the very moment that was judged, and with what it was judged on: so it can be judged again. */
  const judged = (type: 'refused' | 'intent', compartments: Compartments): NewRecord => {
    return {
      ...shared,
      recordId: body.requestId,
      type,
      at,
      actor: actorCompartment(actorFacts(actor), standingOf(request)),
      ...compartments,
    };
  };

  if (!decision.allowed) {
    const receipt = await parts.ledger.append(actor.programme.id, judged('refused', refusedCompartments(query, decision.refusals)));
    return { kind: 'refused', refusals: decision.refusals, receipt };
  }
  const intent = await parts.ledger.append(actor.programme.id, judged('intent', intentCompartments(query)));
  const reply = await askProvider(parts.provider, body.operation, query.subject, intent);
  const rows = reply.kind === 'replied' ? selectFields(reply.rows, decision.fields) : [];
  const facts = outcomeFacts(reply, rows);
  const receipt = await parts.ledger.append(actor.programme.id, {
    ...shared,
    recordId: randomUUID(),
    type: 'outcome',
    at: parts.clock.now(),
    actor: actorCompartment(actorFacts(actor)),
    ...outcomeCompartments(query, intent.index, facts),
    intentIndex: intent.index,
  });
  if (facts.kind === 'failed') return { kind: 'failed', code: facts.code, receipt };
  return release({ id: body.requestId, at, found: facts.kind === 'answered', rows, fields: decision.fields }, receipt);
}

interface Compartments {
  readonly envelope: JsonObject;
  readonly subject: JsonObject;
}

/** The only way out for an answer: it takes the receipt that only the log's appender can make. */
function release(answer: Omit<ReleasedAnswer, 'kind' | 'receipt'>, receipt: Receipt): ReleasedAnswer {
  return { kind: 'answered', ...answer, receipt };
}

/** What the regulation has no name for is malformed, not refused: there is no clause to cite. */
function findMalformed(regulation: Regulation, body: QueryBody): { field: string; code: string } | undefined {
  const operation = regulation.operations.find(({ code }) => code === body.operation);
  if (!operation) return { field: 'operation', code: 'unknown-operation' };
  if (new Set(body.fields).size !== body.fields.length) return { field: 'fields', code: 'given-twice' };
  if (!body.fields.every((field) => operation.fields.some(({ code }) => code === field)))
    return { field: 'fields', code: 'not-of-the-operation' };
  return undefined;
}

function queryFacts([regulation, ...further]: GoverningRegulations, body: QueryBody): QueryFacts {
  const basis = regulation.purposes.find(({ code }) => code === body.purpose)?.basis;
  return {
    regulation: regulation.id,
    furtherRegulations: further.map(({ id }) => id),
    purpose: body.purpose,
    legalBasis: basis?.kind === 'law' ? basis.code : '',
    operation: body.operation,
    fields: body.fields,
    subject: normaliseNationalId(body.subject),
    caseNumber: body.caseNumber.trim(),
    reason: body.reason.trim(),
  };
}

type Reply = ({ readonly kind: 'replied' } & ProviderReply) | { readonly kind: 'failed'; readonly code: ProviderFailure };

/** A fault of the provider becomes a value: it must be recorded. Any other exception is a fault of ours. */
async function askProvider(provider: LabourInsuranceProvider, operation: string, subject: string, receipt: Receipt): Promise<Reply> {
  try {
    const reply = await provider.fetch(
      { operation: operation as LabourInsuranceOperation, subject, receipt },
      new AbortController().signal,
    ); // the regulation has it
    return { kind: 'replied', ...reply };
  } catch (error) {
    if (error instanceof ProviderFault) return { kind: 'failed', code: error.code };
    throw error;
  }
}

function selectFields(rows: readonly Row[], fields: readonly string[]): Row[] {
  return rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null])));
}

function outcomeFacts(reply: Reply, rows: readonly Row[]): OutcomeFacts {
  if (reply.kind === 'failed') return reply;
  if (!reply.found) return { kind: 'not-found' };
  const digest = createHash('sha256')
    .update(utf8(canonicalJson(rows)))
    .digest('base64');
  return { kind: 'answered', count: rows.length, digest };
}
