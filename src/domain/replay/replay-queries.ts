// Recorded queries judged again by a changed regulation, each at its moment and on the facts it was judged on then: what would come out
// otherwise. What the changed regulation has no name for, and what was recorded before its facts were kept, is not judged: never allowed.
import type { OfficeCalendar } from '#domain/calendar';
import { addressOf, decide, queryFault, requestOf, type QueryFault } from '#domain/query';
import type { RecordedQuery, RefusalFacts } from '#domain/records';
import type { Regulation } from '#domain/regulations';

export type Verdict = { readonly decision: 'allowed' } | { readonly decision: 'refused'; readonly refusals: readonly RefusalFacts[] };
export type NotJudgedCode = QueryFault['code'] | 'standing-not-recorded';
export type VerdictAgain = Verdict | { readonly decision: 'not-judged'; readonly because: NotJudgedCode };

export interface Difference {
  /** Of the record. */
  readonly index: number;
  readonly atMs: number;
  readonly login: string;
  readonly recorded: Verdict;
  readonly now: VerdictAgain;
}

export interface Replay {
  readonly queries: number;
  readonly differences: readonly Difference[];
}

export function replayQueries(regulation: Regulation, queries: Iterable<RecordedQuery>, calendar?: OfficeCalendar): Replay {
  let count = 0;
  const differences: Difference[] = [];
  for (const query of queries) {
    count += 1;
    const recorded = recordedVerdict(query);
    const now = judgeAgain(regulation, query, calendar);
    if (groundsOf(recorded) !== groundsOf(now))
      differences.push({ index: query.index, atMs: query.atMs, login: query.actor.login, recorded, now });
  }
  return { queries: count, differences };
}

function recordedVerdict({ result }: RecordedQuery): Verdict {
  return result.kind === 'refused' ? { decision: 'refused', refusals: result.refusals } : { decision: 'allowed' };
}

function judgeAgain(regulation: Regulation, recorded: RecordedQuery, calendar: OfficeCalendar | undefined): VerdictAgain {
  const { atMs, actor, standing, query } = recorded;
  if (standing === undefined) return { decision: 'not-judged', because: 'standing-not-recorded' };
  const fault = queryFault(regulation, query);
  if (fault) return { decision: 'not-judged', because: fault.code };
  const who = { account: actor.account, person: actor.person, address: addressOf(actor.address) };
  const { operation, purpose, fields, caseNumber, reason, subject } = query;
  const request = requestOf(atMs, who, { operation, purpose, fields, caseNumber, reason, subject }, standing);
  const decision = decide(regulation, request, calendar);
  const refusals = [...decision.refusals.map(({ clause, code }) => ({ clause, code })), ...refusalsOfOthers(regulation, recorded)];
  return decision.allowed && refusals.length === 0 ? { decision: 'allowed' } : { decision: 'refused', refusals };
}

/** A query under several regulations, one of which is this one: what the others refused, they refuse still. */
function refusalsOfOthers({ id, prefix }: Regulation, { query, result }: RecordedQuery): readonly RefusalFacts[] {
  const governing = [query.regulation, ...query.furtherRegulations];
  if (result.kind !== 'refused' || governing.length === 1 || !governing.includes(id)) return [];
  return result.refusals.filter(({ clause }) => !clause.startsWith(`${prefix}-`));
}

/** Two verdicts with the same grounds are the same: a clause that was only renumbered changes nothing for anybody. */
function groundsOf(verdict: VerdictAgain): string {
  const codes = verdict.decision === 'refused' ? verdict.refusals.map(({ code }) => code).toSorted() : [];
  return [verdict.decision, ...codes].join(' ');
}
