// Roles, parties, duties, forms and records against each other: one thing broken per case.
import { expect, test } from 'vitest';
import { exampleRegulation as example } from '../../../test/support/example-regulation.ts';
import { contradictionsIn } from './check-regulation.ts';
import type { ClauseAnswer } from './clause.ts';
import type { DutyDue, DutyRule, EventRule } from './duty-rule.ts';
import type { ApprovalStep, FormRule } from './form-rule.ts';
import type { Regulation } from './regulation.ts';
import type { RetentionRule } from './retention-rule.ts';
import type { Role } from './role.ts';

/** Changes the one item that `is` picks, and leaves the rest of its list as it is. */
function changed<T>(items: readonly T[], is: (item: T) => boolean, change: Partial<T>): readonly T[] {
  expect(items.filter(is)).toHaveLength(1);
  return items.map((item) => (is(item) ? { ...item, ...change } : item));
}

const withDuty = (change: Partial<DutyRule>) => ({
  duties: changed(example.duties, ({ code }) => code === 'list', change) as readonly DutyRule[],
});
const withDue = (per: DutyRule['per'], due: DutyDue) => withDuty({ per, due });
const withEvent = (change: Partial<EventRule>) => ({ onEvents: changed(example.onEvents, () => true, change) });
const withForm = (change: Partial<FormRule>) => ({ forms: changed(example.forms, () => true, change) });
const withChain = (...chain: ApprovalStep[]) => withForm({ chain });
const withKept = (recordClass: string, change: Partial<RetentionRule>) => ({
  retention: changed(example.retention, (rule) => rule.recordClass === recordClass, change) as readonly RetentionRule[],
});
const withRole = (role: Role, change: Partial<Regulation['roles'][number]>) => ({
  roles: changed(example.roles, (rule) => rule.role === role, change),
});

/** A role gone from the list and from every rule that names it, except the one under test. */
function withoutRole(gone: Role): Pick<Regulation, 'roles' | 'clauses'> {
  const without = (answer: ClauseAnswer): ClauseAnswer =>
    answer.by === 'role' ? { ...answer, roles: answer.roles.filter((role) => role !== gone) } : answer;
  return {
    roles: example.roles
      .filter(({ role }) => role !== gone)
      .map((rule) => ({ ...rule, mayNotAlsoBe: rule.mayNotAlsoBe.filter((role) => role !== gone) })),
    clauses: example.clauses.map((clause) => ({ ...clause, answers: clause.answers.map(without) })),
  };
}

const files: ApprovalStep = { by: 'user', does: 'files' };
const sets: ApprovalStep = { by: 'owner', does: 'sets' };

const broken: readonly (readonly [string, Partial<Regulation>, string, RegExp])[] = [
  ['a role twice', { roles: [...example.roles, ...example.roles.slice(0, 1)] }, 'EX-30', /role user is given twice/],
  ['a party twice', { parties: [...example.parties, ...example.parties] }, 'EX-30', /party owner is given twice/],
  ['a party that is a role', { parties: [...example.parties, { code: 'user', name: '使用者', clause: 'EX-30' }] }, 'EX-30', /and a party/],
  ['a provider that is no party', { provider: 'somebody' }, 'EX', /somebody is no party/],
  ['a role that bars itself', withRole('user', { mayNotAlsoBe: ['user'] }), 'EX-30', /bars itself/],
  ['a role that bars an unknown one', withRole('user', { mayNotAlsoBe: ['agency-head'] }), 'EX-30', /agency-head/],
  ['allowed addresses without client services', withoutRole('client-service'), 'EX-21', /client-service/],
  [
    'an approval without a supervisor',
    {
      ...withoutRole('supervisor'),
      ...withEvent({ by: 'auditor' }),
      ...withChain(files, sets),
    },
    'EX-22',
    /not the role supervisor/,
  ],

  ['a duty twice', { duties: [...example.duties, ...example.duties.slice(0, 1)] }, 'EX-32', /duty list is given twice/],
  [
    'a duty that is an event too',
    { onEvents: [...example.onEvents, ...example.onEvents.map((rule) => ({ ...rule, code: 'list' }))] },
    'EX-32',
    /duty list is given twice/,
  ],
  ['a duty of nobody', withDuty({ by: 'agency-head' }), 'EX-32', /agency-head/],
  ['a month after a week', withDue('week', { kind: 'month-after' }), 'EX-32', /week/],
  ['a day of the month after a week', withDue('week', { kind: 'day-of-month-after', day: 10 }), 'EX-32', /week/],
  ['a day 0', withDue('month', { kind: 'day-of-month-after', day: 0 }), 'EX-32', /not every month/],
  ['a day 29', withDue('month', { kind: 'day-of-month-after', day: 29 }), 'EX-32', /not every month/],
  ['no day after', withDue('week', { kind: 'days-after', days: 0 }), 'EX-32', /1 to 366/],
  ['more than a year after', withDue('week', { kind: 'days-after', days: 367 }), 'EX-32', /1 to 366/],
  ['a day of the year every month', withDue('month', { kind: 'day-of-year-after', month: 3, day: 31 }), 'EX-32', /yearly/],
  ['a day of the year that is not in every year', withDue('year', { kind: 'day-of-year-after', month: 2, day: 29 }), 'EX-32', /every year/],
  ['an event of nobody', withEvent({ by: 'agency-head' }), 'EX-32', /agency-head/],
  ['an event told to nobody known', withEvent({ to: 'somebody' }), 'EX-32', /somebody, which is no party/],
  ['an event before itself', withEvent({ withinDays: -1 }), 'EX-32', /before its event/],

  ['a form twice', { forms: [...example.forms, ...example.forms] }, 'EX-31', /form application is given twice/],
  ['a form for no role of it', withForm({ forRole: 'agency-head' }), 'EX-31', /agency-head/],
  ['a form kept by no rule', withForm({ keptAs: 'incident-record' }), 'EX-31', /no retention/],
  ['a chain that nobody files', withChain(sets), 'EX-31', /filing/],
  ['a chain that is filed later', withChain(sets, files), 'EX-31', /filing/],
  ['a chain filed by two', withChain(files, { by: 'supervisor', does: 'files' }, sets), 'EX-31', /filed twice/],
  ['a chain that nobody decides', withChain(files, { by: 'owner', does: 'reviews' }), 'EX-31', /by nobody/],
  ['a form approved by its filer', withChain(files, { by: 'user', does: 'approves' }), 'EX-31', /user twice/],
  ['a form approved by a stranger', withChain(files, { by: 'somebody', does: 'approves' }), 'EX-31', /somebody/],

  ['a class kept by two rules', { retention: [...example.retention, ...example.retention.slice(0, 1)] }, 'EX-31', /twice/],
  [
    'a retention of no years',
    withKept('query-log', { keep: { kind: 'years', atLeast: 0, from: 'creation' } }),
    'EX-31',
    /query-log is kept for less than one year/,
  ],
  ['a destruction twice', { destruction: [...example.destruction, ...example.destruction] }, 'EX-31', /deletion is given twice/],
  ['a liability that nobody accepts', { liabilities: example.liabilities.map((rule) => ({ ...rule, acceptedBy: [] })) }, 'EX-33', /nobody/],
  [
    'a liability accepted by no role of it',
    { liabilities: example.liabilities.map((rule) => ({ ...rule, acceptedBy: ['agency-head'] })) },
    'EX-33',
    /agency-head/,
  ],
];

test.each(broken)('%s is named, and nothing else', (_, change, clause, what) => {
  expect(contradictionsIn({ ...example, ...change })).toEqual([{ clause, what: expect.stringMatching(what) }]);
});

test.each<readonly [string, DutyRule['per'], DutyDue]>([
  ['within any period', 'week', { kind: 'within' }],
  ['the month after a quarter', 'quarter', { kind: 'month-after' }],
  ['the 28th after a half-year', 'half-year', { kind: 'day-of-month-after', day: 28 }],
  ['a day after a week', 'week', { kind: 'days-after', days: 1 }],
  ['31 December after a year', 'year', { kind: 'day-of-year-after', month: 12, day: 31 }],
])('%s is a day to be due on', (_, per, due) => {
  expect(contradictionsIn({ ...example, ...withDue(per, due) })).toEqual([]);
});
