// What the demonstration's users ask: a seeded plan of governed queries, most of them in order, some that the regulation
// refuses and some about people whom the provider doesn't know. Pure: the same arguments give the same plan.
import type { Regulation } from '#domain/regulations';
import { seededRandom, weighted, type SeededRandom } from '../seeded-random.ts';
import { reasonsOf } from './reasons.ts';

export interface PlannedQuery {
  readonly login: string;
  readonly purpose: string;
  readonly operation: string;
  readonly fields: readonly string[];
  readonly caseNumber: string;
  readonly reason: string;
  readonly subject: string;
  /** What should come of it. */
  readonly expected: 'answered' | 'not-found' | 'refused';
}

/** Somebody who queries, with what the grant allows. */
export interface Asker {
  readonly login: string;
  readonly purposes: readonly string[];
  readonly operations: readonly string[];
}

export interface QueryPlan {
  readonly seed: string;
  readonly count: number;
  readonly regulation: Regulation;
  readonly askers: readonly Asker[];
  /** Ids the provider knows, and ids it doesn't. */
  readonly known: readonly string[];
  readonly unknown: readonly string[];
  /** Of the case numbers: 115 for 2026. */
  readonly rocYear: number;
}

type Turn = 'in-order' | 'not-found' | 'no-case-number' | 'no-reason' | 'purpose-of-others' | 'too-much';

/** Per cent. One in twelve is refused, one in sixteen finds nobody. */
const turns = weighted<Turn>([
  ['in-order', 86],
  ['not-found', 6],
  ['no-case-number', 4],
  ['no-reason', 1.5],
  ['purpose-of-others', 1],
  ['too-much', 1.5],
]);

export function* planQueries(plan: QueryPlan): Generator<PlannedQuery> {
  const random = seededRandom(plan.seed, 'queries');
  // Some desks are busier than others.
  const desks = weighted(plan.askers.map((asker, place) => [asker, 3 + ((place * 5) % 4)] as const));
  for (let index = 0; index < plan.count; index += 1) {
    const asker = random.pickWeighted(desks);
    yield turned(plan, random, random.pickWeighted(turns), orderly(plan, random, asker));
  }
}

function orderly(plan: QueryPlan, random: SeededRandom, asker: Asker): PlannedQuery {
  const purpose = random.pick(asker.purposes);
  const operation = random.pick(asker.operations.filter((code) => neededFields(plan.regulation, purpose, code).length > 0));
  const fields = neededFields(plan.regulation, purpose, operation);
  const { prefix, reasons } = reasonsOf(purpose);
  return {
    login: asker.login,
    purpose,
    operation,
    // Mostly everything the purpose needs, sometimes one field alone.
    fields: random.chance(0.8) ? fields : [random.pick(fields)],
    caseNumber: `${prefix}-${plan.rocYear}-${String(random.integer(1, 9_999)).padStart(6, '0')}`,
    reason: random.pick(reasons),
    subject: random.pick(plan.known),
    expected: 'answered',
  };
}

function turned(plan: QueryPlan, random: SeededRandom, turn: Turn, query: PlannedQuery): PlannedQuery {
  switch (turn) {
    case 'in-order':
      return query;
    case 'not-found':
      return { ...query, subject: random.pick(plan.unknown), expected: 'not-found' };
    case 'no-case-number':
      return { ...query, caseNumber: '', expected: 'refused' };
    case 'no-reason':
      return { ...query, reason: '', expected: 'refused' };
    case 'purpose-of-others':
      return { ...query, purpose: purposeOfOthers(plan, random, query), expected: 'refused' };
    case 'too-much':
      return tooMuch(plan, query);
  }
}

function purposeOfOthers(plan: QueryPlan, random: SeededRandom, query: PlannedQuery): string {
  const own = plan.askers.find(({ login }) => login === query.login)?.purposes ?? [];
  return random.pick(plan.regulation.purposes.map(({ code }) => code).filter((code) => !own.includes(code)));
}

/** Asks for every field of an operation whose fields the purpose does not all need; where it needs all, the query stays in order. */
function tooMuch(plan: QueryPlan, query: PlannedQuery): PlannedQuery {
  for (const { code, fields } of plan.regulation.operations) {
    const needed = neededFields(plan.regulation, query.purpose, code);
    if (needed.length < fields.length) return { ...query, operation: code, fields: fields.map((field) => field.code), expected: 'refused' };
  }
  return query;
}

function neededFields(regulation: Regulation, purpose: string, operation: string): string[] {
  const needs = regulation.purposes.find(({ code }) => code === purpose)?.needs ?? [];
  const fields = regulation.operations.find(({ code }) => code === operation)?.fields ?? [];
  return fields.map(({ code }) => code).filter((code) => needs.includes(code));
}
