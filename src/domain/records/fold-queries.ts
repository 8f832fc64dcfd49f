// From records to queries: each intent with its outcome, each refusal and each verification alone. The history page and the month's list read
// the log through this one fold, so they can't disagree on what a query came to.
import type { JsonObject } from '#domain/kernel';
import type { RecordType } from '#domain/ledger';
import type { Standing } from '#domain/query';
import { readActor, readActorStanding, type ActorFacts } from './actor-facts.ts';
import { readOutcome, readQuery, readRefusals, type OutcomeFacts, type QueryFacts, type RefusalFacts } from './query-records.ts';
import { count, text } from './record-fields.ts';

/** The part of an opened record that the fold reads. */
export interface FoldedRecord {
  readonly index: number;
  readonly type: string;
  readonly at: { readonly epochMilliseconds: number };
  readonly envelope: JsonObject;
  readonly actor: JsonObject;
  readonly subject: JsonObject;
  readonly intentIndex: number | undefined;
}

export type QueryResult =
  | OutcomeFacts
  | { readonly kind: 'refused'; readonly refusals: readonly RefusalFacts[] }
  /** An intent without its outcome: nothing left the system. */
  | { readonly kind: 'open' };

export interface RecordedQuery {
  /** Of the intent or the refusal. */
  readonly index: number;
  readonly atMs: number;
  readonly actor: ActorFacts;
  /** undefined: a record older than the keeping of standings. */
  readonly standing: Standing | undefined;
  readonly query: QueryFacts;
  readonly result: QueryResult;
}

/** The types of which each record is a query of its own: a row of the month's list. */
export const queryTypes = ['intent', 'refused', 'verification'] as const satisfies readonly RecordType[];

export function isQueryType(type: string): boolean {
  return (queryTypes as readonly string[]).includes(type);
}

/**
 * @param records intents, outcomes, refusals and verifications in any order; other types are passed over
 * @returns one entry per intent, refusal and verification, in the order of their indexes
 */
export function foldQueries(records: Iterable<FoldedRecord>): RecordedQuery[] {
  const all = [...records];
  const outcomes = new Map<number, OutcomeFacts>();
  for (const record of all) {
    if (record.type === 'outcome' && record.intentIndex !== undefined)
      outcomes.set(record.intentIndex, readOutcome(record.envelope, record.subject));
  }
  return all
    .filter((record) => isQueryType(record.type))
    .map((record) => toQuery(record, outcomes.get(record.index)))
    .toSorted((a, b) => a.index - b.index);
}

function toQuery(record: FoldedRecord, outcome: OutcomeFacts | undefined): RecordedQuery {
  return {
    index: record.index,
    atMs: record.at.epochMilliseconds,
    actor: readActor(record.actor),
    standing: readActorStanding(record.actor),
    query: readQuery(record.envelope, record.subject),
    result: resultOf(record) ?? outcome ?? { kind: 'open' },
  };
}

/** What the record says by itself; undefined: an intent says nothing of it. */
function resultOf({ type, envelope, subject }: FoldedRecord): QueryResult | undefined {
  if (type === 'refused') return { kind: type, refusals: readRefusals(envelope) };
  if (type !== 'verification') return undefined;
  // Nothing but what a list of the month needs: whoever may not see the persons asked about has no answers to read here.
  return { kind: 'answered', count: count(envelope, 'count'), digest: text(subject, 'requestDigest') };
}
