// Who audits whom in a drawn sample: nobody audits themselves, and where the regulation says so nobody is audited twice in a row by
// the same person (NV-5.2), or whoever queries audits nobody. All rows of one person go to one auditor, as evenly by rows as these bars allow. Whom nobody may audit is
// unassigned, with the reason. The same input gives the same assignment, in whatever order it comes.
import { balanceLoads } from './balance-loads.ts';
import { compareIds } from './compare-ids.ts';
import type { UnassignedReason } from './unassigned-reason.ts';

export interface SampledRow {
  readonly id: string;
  /** Whose query it is. */
  readonly person: string;
}

/** No id twice. Two auditors may be one person under two accounts: the bars look at the person. */
export interface Auditor {
  readonly id: string;
  readonly person: string;
}

/** Who was audited by whom last period; an auditor who is no longer listed bars nobody. */
export interface PreviousPair {
  readonly person: string;
  /** The auditor's id. */
  readonly auditor: string;
}

export interface AssignmentInput {
  readonly rows: readonly SampledRow[];
  readonly auditors: readonly Auditor[];
  readonly previous: readonly PreviousPair[];
  /** Whether SamplingRule.barsPreviousAuditor names a clause. */
  readonly barsPreviousAuditor: boolean;
  /** Whether the regulation keeps the two roles apart: `auditorsMayNotQuery`. */
  readonly auditorsMayNotQuery: boolean;
  /** Every person of the list, drawn or not. */
  readonly queriers: ReadonlySet<string>;
}

export interface Assignment {
  readonly person: string;
  readonly auditor: string;
  readonly ids: readonly string[];
}

export interface Unassigned {
  readonly person: string;
  readonly reason: UnassignedReason;
}

export interface Assignments {
  /** By person, ids in their order. */
  readonly assignments: readonly Assignment[];
  readonly unassigned: readonly Unassigned[];
}

export function assignAuditors(input: AssignmentInput): Assignments {
  const { rows, auditors, previous, barsPreviousAuditor, auditorsMayNotQuery, queriers } = input;
  const listed = auditors
    .filter(({ person }) => !(auditorsMayNotQuery && queriers.has(person)))
    .toSorted((one, other) => compareIds(one.id, other.id));
  const lastTime = barsPreviousAuditor ? previousAuditorPersons(previous, listed) : new Map<string, ReadonlySet<string>>();
  const audited = idsByPerson(rows).map(([person, ids]) => {
    const barred = lastTime.get(person);
    const options = [...listed.keys()].filter((at) => listed[at]?.person !== person && !barred?.has(listed[at]?.person ?? ''));
    return { person, ids, options, weight: ids.length };
  });
  const assignable = audited.filter(({ options }) => options.length > 0);
  const chosen = balanceLoads(assignable, listed.length);
  const reason = (person: string) => (listed.length === 0 && auditors.length > 0 ? 'only-queriers' : reasonFor(person, listed));
  return {
    assignments: assignable.map(({ person, ids }, at) => ({ person, auditor: listed[chosen[at] ?? -1]?.id ?? unreachable(), ids })),
    unassigned: audited.filter(({ options }) => options.length === 0).map(({ person }) => ({ person, reason: reason(person) })),
  };
}

/** Audited person → the persons who audited them last time. */
function previousAuditorPersons(previous: readonly PreviousPair[], auditors: readonly Auditor[]): Map<string, Set<string>> {
  const personOf = new Map(auditors.map(({ id, person }) => [id, person]));
  const barred = new Map<string, Set<string>>();
  for (const pair of previous) {
    const auditorPerson = personOf.get(pair.auditor);
    if (auditorPerson === undefined) continue;
    barred.set(pair.person, (barred.get(pair.person) ?? new Set()).add(auditorPerson));
  }
  return barred;
}

function idsByPerson(rows: readonly SampledRow[]): [string, string[]][] {
  const byPerson = new Map<string, string[]>();
  for (const { id, person } of rows.toSorted((one, other) => compareIds(one.id, other.id))) {
    const ids = byPerson.get(person);
    if (ids) ids.push(id);
    else byPerson.set(person, [id]);
  }
  return [...byPerson].toSorted(([one], [other]) => compareIds(one, other));
}

/** Of a person whom none of the auditors may audit. */
function reasonFor(person: string, auditors: readonly Auditor[]): UnassignedReason {
  if (auditors.length === 0) return 'no-auditors';
  const own = auditors.filter((auditor) => auditor.person === person).length;
  if (own === auditors.length) return 'only-themselves';
  return own === 0 ? 'only-previous-auditor' : 'only-themselves-and-previous-auditor';
}

function unreachable(): never {
  throw new Error('every assignable person was given an auditor');
}
