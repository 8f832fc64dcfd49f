// The account's own queries, newest first. Looking at them is a read of the log and is recorded like any other.
import type { HistoryRow } from '#contract';
import { maskNationalId } from '#domain/kernel';
import { refusalText } from '#domain/query';
import { actorCompartment, foldQueries, logRetention, type QueryResult, type RecordedQuery } from '#domain/records';
import type { GoverningRegulations, RefusalCode } from '#domain/regulations';
import { actorFacts, type ProgrammeActor } from '#server/accounts';
import { dayInTaipei } from '#server/platform';
import type { QueryParts } from './run-query.ts';

const PAGE_ROWS = 50;

export interface HistoryPage {
  readonly rows: HistoryRow[];
  /** Continue before this index; null: there are no older ones. */
  readonly next: number | null;
}

export interface HistoryRange {
  readonly before?: number | undefined;
  /** Calendar days in Taipei, inclusive. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export async function readHistory(
  parts: Pick<QueryParts, 'ledger' | 'clock'>,
  regulations: GoverningRegulations,
  actor: ProgrammeActor,
  range: HistoryRange,
): Promise<HistoryPage> {
  const { ledger, clock } = parts;
  const read = await ledger.recordRead(actor.programme.id, {
    at: clock.now(),
    retention: logRetention,
    actor: actorCompartment(actorFacts(actor)),
    blindActor: actor.accountId,
    scope: { kind: 'actor', account: actor.accountId },
    why: 'own-history',
  });
  const asked = await ledger.findByActor(read, {
    limit: PAGE_ROWS,
    types: ['intent', 'refused'],
    ...(range.before !== undefined && { before: range.before }),
    ...(range.from && { fromMonth: range.from.slice(0, 7) }),
    ...(range.until && { untilMonth: range.until.slice(0, 7) }),
  });
  const outcomes = await ledger.findOutcomes(read, asked.filter(({ type }) => type === 'intent').map(({ index }) => index)); // prettier-ignore
  const queries = foldQueries([...asked, ...outcomes]).toReversed();
  return {
    rows: queries.filter((query) => isWithin(query, range)).map((query) => toRow(regulations, query)),
    next: asked.length < PAGE_ROWS ? null : (asked.at(-1)?.index ?? null),
  };
}

function isWithin({ atMs }: RecordedQuery, { from, until }: HistoryRange): boolean {
  const day = dayInTaipei(Temporal.Instant.fromEpochMilliseconds(atMs));
  return (!from || from <= day) && (!until || day <= until);
}

function toRow(regulations: GoverningRegulations, { index, atMs, query, result }: RecordedQuery): HistoryRow {
  const [regulation] = regulations;
  return {
    index,
    at: new Date(atMs).toISOString(),
    state: result.kind,
    purpose: regulation.purposes.find(({ code }) => code === query.purpose)?.name ?? query.purpose,
    operation: regulation.operations.find(({ code }) => code === query.operation)?.name ?? query.operation,
    caseNumber: query.caseNumber,
    reason: query.reason,
    subject: maskNationalId(query.subject),
    count: result.kind === 'answered' ? result.count : null,
    refusals: refusalsOf(regulations, result),
  };
}

/** The text is by the regulation whose clause it is: it gives that one's figures. */
function refusalsOf(regulations: GoverningRegulations, result: QueryResult): HistoryRow['refusals'] {
  if (result.kind !== 'refused') return [];
  return result.refusals.map(({ clause, code }) => {
    const regulation = regulations.find(({ prefix }) => clause.startsWith(`${prefix}-`)) ?? regulations[0];
    return { clause, code, message: refusalText(code as RefusalCode, regulation) }; // written by the engine
  });
}
