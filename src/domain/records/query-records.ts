// What the records of a query say (NW-4.1.6): an `intent` before the provider is asked, an `outcome` after, or a `refused`
// alone. The envelope holds what anyone auditing the programme may see; case number, reason and subject stand in
// compartment C; the answer's values stand nowhere, only their digest.
import type { JsonObject } from '#domain/kernel';
import { count, field, list, object, text } from './record-fields.ts';

// Keys stand in canonical order, as they are written (RFC 8785).

/** What was asked. */
export interface QueryFacts {
  readonly regulation: string;
  /** The others that the programme stands under. */
  readonly furtherRegulations: readonly string[];
  readonly purpose: string;
  /** Code of the legal basis; empty when the purpose has none (a refused query). */
  readonly legalBasis: string;
  readonly operation: string;
  readonly fields: readonly string[];
  readonly subject: string;
  readonly caseNumber: string;
  readonly reason: string;
}

export interface RefusalFacts {
  readonly clause: string;
  readonly code: string;
}

export type ProviderFailure = 'provider-timeout' | 'provider-failed' | 'provider-nonsense';

export type OutcomeFacts =
  /** `digest`: SHA-256 of the released rows' canonical JSON, base64. */
  | { readonly kind: 'answered'; readonly count: number; readonly digest: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'failed'; readonly code: ProviderFailure };

interface Compartments {
  readonly envelope: JsonObject;
  readonly subject: JsonObject;
}

export function intentCompartments(query: QueryFacts): Compartments {
  return { envelope: asked(query), subject: about(query) };
}

export function refusedCompartments(query: QueryFacts, refusals: readonly RefusalFacts[]): Compartments {
  return { envelope: { ...asked(query), refusals: refusals.map(({ clause, code }) => ({ clause, code })) }, subject: about(query) };
}

/** @param intent the index of the record it answers */
export function outcomeCompartments(query: QueryFacts, intent: number, outcome: OutcomeFacts): Compartments {
  const { regulation, purpose, operation } = query;
  const envelope = { intent, operation, purpose, regulation, result: outcome.kind };
  switch (outcome.kind) {
    case 'answered':
      return { envelope: { count: outcome.count, ...envelope }, subject: { digest: outcome.digest } };
    case 'not-found':
      return { envelope: { count: 0, ...envelope }, subject: {} };
    case 'failed':
      return { envelope: { ...envelope, failure: outcome.code }, subject: {} };
  }
}

/** The envelope's part of it. */
export function asked({ regulation, furtherRegulations, purpose, legalBasis, operation, fields }: QueryFacts): JsonObject {
  const further = furtherRegulations.length > 0 && { furtherRegulations };
  return { fields: [...fields], ...further, legalBasis, operation, purpose, regulation };
}

/** Compartment C's part of it. */
export function about({ subject, caseNumber, reason }: QueryFacts): JsonObject {
  return { caseNumber, reason, subject };
}

export function readQuery(envelope: JsonObject, subject: JsonObject): QueryFacts {
  return {
    regulation: text(envelope, 'regulation'),
    furtherRegulations: field(envelope, 'furtherRegulations') === undefined ? [] : list(envelope, 'furtherRegulations', String),
    purpose: text(envelope, 'purpose'),
    legalBasis: text(envelope, 'legalBasis'),
    operation: text(envelope, 'operation'),
    fields: list(envelope, 'fields', String),
    subject: text(subject, 'subject'),
    caseNumber: text(subject, 'caseNumber'),
    reason: text(subject, 'reason'),
  };
}

export function readRefusals(envelope: JsonObject): RefusalFacts[] {
  return list(envelope, 'refusals', (item) => {
    const refusal = object(item, 'refusals');
    return { clause: text(refusal, 'clause'), code: text(refusal, 'code') };
  });
}

const failures: readonly ProviderFailure[] = ['provider-timeout', 'provider-failed', 'provider-nonsense'];

export function readOutcome(envelope: JsonObject, subject: JsonObject): OutcomeFacts {
  const result = text(envelope, 'result');
  if (result === 'answered') return { kind: result, count: count(envelope, 'count'), digest: text(subject, 'digest') };
  if (result === 'not-found') return { kind: result };
  const failure = failures.find((code) => code === field(envelope, 'failure'));
  return { kind: 'failed', code: failure ?? 'provider-failed' };
}
