// The catalogue of clauses against the rules: one thing broken per case.
import { expect, test } from 'vitest';
import { exampleRegulation as example } from '../../../test/support/example-regulation.ts';
import { contradictionsIn } from './check-regulation.ts';
import type { Clause, ClauseAnswer, ClauseKind } from './clause.ts';
import type { Regulation } from './regulation.ts';
import type { Wording } from './wording.ts';

const grants: ClauseAnswer = { by: 'control', parts: ['grants'] };
const blank: Wording = { zh: ' ', en: 'words' };
const [firstClause, ...otherClauses] = example.clauses as [Clause, ...Clause[]]; // it has one per code
const sampling = example.sampling ?? expect.unreachable();

/** One more clause, which is in order but for the change. */
function withClause(change: Partial<Clause>): Pick<Regulation, 'clauses'> {
  return { clauses: [...example.clauses, { id: 'EX-50', kinds: ['P'], wording: { zh: '無', en: 'none' }, answers: [grants], ...change }] };
}
const withAnswer = (answer: ClauseAnswer) => withClause({ answers: [grants, answer] });

/** The list with its first item once more, changed. */
function another<T>(items: readonly T[], change: Partial<T>): readonly T[] {
  return [...items, ...items.slice(0, 1).map((item) => ({ ...item, ...change }))];
}
/** The list with its first item on a clause that is not in the catalogue. */
function misplaced<T extends { readonly clause: string }>(items: readonly T[]): readonly T[] {
  return items.map((item, at) => (at === 0 ? { ...item, clause: 'EX-99' } : item));
}

const broken: readonly (readonly [string, Partial<Regulation>, string, RegExp])[] = [
  ['a clause twice', { clauses: [...example.clauses, firstClause] }, 'EX-1', /in the catalogue twice/],
  ['a clause of another regulation', withClause({ id: 'XX-1' }), 'XX-1', /no clause number/],
  ['a clause of no number', withClause({ id: 'EX-1.2.3.4' }), 'EX-1.2.3.4', /no clause number/],
  ['a clause of no kind', withClause({ kinds: [] }), 'EX-50', /no kind/],
  ['a clause that nothing answers', withClause({ answers: [] }), 'EX-50', /nothing answers it$/],

  ['a control by no part', withAnswer({ by: 'control', parts: [] }), 'EX-50', /control names nothing/],
  ['a refusal of another clause', withAnswer({ by: 'refusal', codes: ['vendor'] }), 'EX-50', /vendor, which cites EX-14/],
  ['a role that is not there', withAnswer({ by: 'role', roles: ['agency-head'] }), 'EX-50', /role agency-head, which is not there/],
  ['a duty that is not there', withAnswer({ by: 'duty', codes: ['nothing'] }), 'EX-50', /duty nothing, which is not there/],
  ['a form that is not there', withAnswer({ by: 'form', codes: ['nothing'] }), 'EX-50', /form nothing, which is not there/],
  ['a record that is not there', withAnswer({ by: 'record', classes: ['raw-import'] }), 'EX-50', /raw-import, which is not there/],
  ['a destruction that is not there', withAnswer({ by: 'destruction', codes: ['list'] }), 'EX-50', /destruction list, which is not there/],
  [
    'an attestation by somebody unknown',
    withAnswer({ by: 'attestation', who: 'agency-head', what: { zh: '是', en: 'yes' } }),
    'EX-50',
    /agency-head/,
  ],

  [
    'a refusal that its clause does not name',
    { clauses: [{ ...firstClause, answers: [grants] }, ...otherClauses] },
    'EX-1',
    /no clause names the refusal not-in-force/,
  ],
  ['a role that no clause names', { roles: another(example.roles, { role: 'agency-head' }) }, 'EX-30', /names the role agency-head/],
  ['a duty that no clause names', { duties: another(example.duties, { code: 'other' }) }, 'EX-32', /names the duty other/],
  ['an event that no clause names', { onEvents: another(example.onEvents, { code: 'other' }) }, 'EX-32', /names the duty other/],
  ['a form that no clause names', { forms: another(example.forms, { code: 'other' }) }, 'EX-31', /names the form other/],
  ['a record that no clause names', { retention: another(example.retention, { recordClass: 'raw-import' }) }, 'EX-31', /record raw-import/],
  ['a destruction that no clause names', { destruction: another(example.destruction, { code: 'other' }) }, 'EX-31', /destruction other/],
  [
    'a setting from the text that no clause names',
    { settings: { ...example.settings, passwordMinimumAgeDays: { value: 1, source: 'text', clause: 'EX-17' } } },
    'EX-17',
    /names the setting passwordMinimumAgeDays/,
  ],

  ['a duty on a clause that is not there', { duties: misplaced(example.duties) }, 'EX-99', /duty list cites it/],
  ['a purpose on a clause that is not there', { purposes: misplaced(example.purposes) }, 'EX-99', /purpose wide cites it/],
  ['a basis on a clause that is not there', { legalBases: misplaced(example.legalBases) }, 'EX-99', /legal basis act-1 cites it/],
  ['a party on a clause that is not there', { parties: misplaced(example.parties) }, 'EX-99', /party owner cites it/],
  ['a liability on a clause that is not there', { liabilities: misplaced(example.liabilities) }, 'EX-99', /a liability cites it/],
  ['a sample on a clause that is not there', { sampling: { ...sampling, clause: 'EX-99' } }, 'EX-99', /sampling rule cites it/],
  ['a bar on a clause that is not there', { sampling: { ...sampling, barsPreviousAuditor: 'EX-99' } }, 'EX-99', /previous auditor cites/],
  [
    'a comparison on a clause that is not there',
    { sampling: null, comparison: { clause: 'EX-99', against: 'register' } },
    'EX-99',
    /every row cites it/,
  ],

  ['a clause without Chinese words', withClause({ wording: blank }), 'EX-50', /its wording is blank/],
  ['a clause without English words', withClause({ wording: { zh: '無', en: '' } }), 'EX-50', /its wording is blank/],
  ['an attestation of nothing', withAnswer({ by: 'attestation', who: 'user', what: blank }), 'EX-50', /attested is blank/],
  ['a destruction without words', { destruction: example.destruction.map((rule) => ({ ...rule, wording: blank })) }, 'EX-31', /blank/],
  ['a liability without words', { liabilities: example.liabilities.map((rule) => ({ ...rule, wording: blank })) }, 'EX-33', /blank/],
  [
    'a setting by default without a reason',
    { settings: { ...example.settings, passwordMinimumAgeDays: { value: 1, clause: 'EX-17', source: 'default', reason: blank } } },
    'EX-17',
    /reason for the default of passwordMinimumAgeDays/,
  ],
  [
    'a duty by default without a reason',
    { duties: example.duties.map((duty) => (duty.code === 'list' ? { ...duty, source: 'default', reason: blank } : duty)) },
    'EX-32',
    /reason for the default of list/,
  ],
  [
    'a retention by default without a reason',
    {
      retention: example.retention.map((rule) => (rule.recordClass === 'query-log' ? { ...rule, source: 'default', reason: blank } : rule)),
    },
    'EX-31',
    /reason for the default of query-log/,
  ],
  ['no title', { title: '' }, 'EX', /title is blank/],
  ['no document that issued it', { issuedBy: ' ' }, 'EX', /issued it is blank/],
  ['a role without a name', { roles: example.roles.map((rule) => (rule.role === 'user' ? { ...rule, name: '' } : rule)) }, 'EX-30', /user/],
  ['a form without a name', { forms: example.forms.map((rule) => ({ ...rule, name: '' })) }, 'EX-31', /name of application is blank/],
  [
    'a field without a name',
    { operations: example.operations.map((rule) => (rule.code === 'op-b' ? { ...rule, fields: [{ code: 'b1', name: '' }] } : rule)) },
    'b1',
    /name is blank/,
  ],
];

test.each(broken)('%s is named, and nothing else', (_, change, clause, what) => {
  expect(contradictionsIn({ ...example, ...change })).toEqual([{ clause, what: expect.stringMatching(what) }]);
});

test('a setting that is not there: an answer that names it says so', () => {
  const { 'outside-office-hours': _, ...refusals } = example.refusals;
  const clauses = example.clauses.filter(({ id }) => id !== 'EX-16');
  expect(contradictionsIn({ ...example, refusals, clauses, settings: { ...example.settings, officeHours: null } })).toEqual([
    { clause: 'EX-30', what: 'it names the setting officeHours, which is not there' },
  ]);
});

/** One answer of each kind of answer, by a rule that is there. (A refusal answers its own clause, tried below.) */
const answers: Readonly<Record<Exclude<ClauseAnswer['by'], 'refusal'>, ClauseAnswer>> = {
  control: grants,
  setting: { by: 'setting', names: ['idleTimeoutMinutes'] },
  role: { by: 'role', roles: ['user'] },
  duty: { by: 'duty', codes: ['incident-notice'] },
  form: { by: 'form', codes: ['application'] },
  record: { by: 'record', classes: ['query-log'] },
  destruction: { by: 'destruction', codes: ['deletion'] },
  attestation: { by: 'attestation', who: 'user', what: { zh: '是', en: 'yes' } },
};

const answering: Readonly<Record<ClauseKind, string>> = {
  P: 'control setting role form destruction',
  D: 'control duty',
  Y: 'duty',
  R: 'record destruction',
  F: 'control form',
  H: 'attestation',
};

test.each(Object.entries(answering) as [ClauseKind, string][])('what answers a clause of kind %s', (kind, expected) => {
  const found = Object.values(answers).filter((answer) => {
    const contradictions = contradictionsIn({ ...example, ...withClause({ kinds: [kind], answers: [answer] }) });
    if (contradictions.length > 0)
      expect(contradictions).toEqual([{ clause: 'EX-50', what: expect.stringMatching(`^nothing answers it as ${kind}: `) }]);
    return contradictions.length === 0;
  });
  expect(found.map(({ by }) => by).toSorted()).toEqual(expected.split(' ').toSorted());
});

test.each(['P', 'D', 'Y', 'R', 'F', 'H'] as const)('a refusal answers a clause of kind %s only if that prevents or detects', (kind) => {
  const clauses = [{ ...firstClause, kinds: [kind] }, ...otherClauses];
  expect(contradictionsIn({ ...example, clauses }).length).toBe(kind === 'P' || kind === 'D' ? 0 : 1);
});

test('a liability that people accept answers a clause of kind H', () => {
  const clauses = example.clauses.map((clause) => (clause.id === 'EX-33' ? { ...clause, answers: [grants] } : clause));
  expect(contradictionsIn({ ...example, clauses })).toEqual([]);
  expect(contradictionsIn({ ...example, clauses, liabilities: [] })).toHaveLength(1);
});
