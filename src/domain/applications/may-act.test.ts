import { describe, expect, test } from 'vitest';
import { roles, type FormRule, type Role } from '#domain/regulations';
import { longForm, reopeningForm, serviceForm } from '../../../test/support/example-platform.ts';
import {
  foldApplication,
  mayAct,
  MisplacedEvent,
  newApplication,
  openActs,
  roleFor,
  type ApplicationActor,
  type ApplicationEvent,
} from './index.ts';

const form = serviceForm;
const reopening = reopeningForm;

const actor = (person: string, ...held: Role[]): ApplicationActor => ({ account: `u-${person}`, person, roles: held });
const officer = actor('officer', 'project-officer');
const supervisor = actor('supervisor', 'supervisor');
const keeper = actor('keeper', 'responsible-person');

const event = (kind: ApplicationEvent['kind'], step: number, { account, person }: ApplicationActor, forWhom: string | null = null) =>
  ({ kind, step, account, person, at: 0, note: '', ...(kind === 'filed' && { for: forWhom }) }) as ApplicationEvent; // a filed one has `for`
const filed = event('filed', 0, officer);
const approved = event('approved', 1, supervisor);
const code = (verdict: ReturnType<typeof mayAct>) => (verdict.allowed ? 'allowed' : verdict.code);

test('from hand to hand: the officer files for the unit, the supervisor approves, the responsible person sets', () => {
  expect(mayAct(form, newApplication, 'file', officer)).toEqual({ allowed: true, kind: 'filed', step: 0 });
  expect(mayAct(form, foldApplication(form, [filed]), 'approve', supervisor)).toEqual({ allowed: true, kind: 'approved', step: 1 });
  const waiting = foldApplication(form, [filed, approved]);
  expect(mayAct(form, waiting, 'set', keeper)).toEqual({ allowed: true, kind: 'set', step: 2 });
  expect(foldApplication(form, [filed, approved, event('set', 2, keeper)])).toMatchObject({ state: 'completed', nextStep: 3 });
});

test.each([
  ['nothing is approved before it is filed', [], 'approve', supervisor, 'not-the-step'],
  ['nothing is set before it is approved', [filed], 'set', keeper, 'not-the-step'],
  ['nothing is approved twice', [filed, approved], 'approve', supervisor, 'not-the-step'],
  ['who sets has nothing to reject', [filed, approved], 'reject', keeper, 'not-the-step'],
  ['a role is needed to file', [], 'file', supervisor, 'not-the-role'],
  ['a role is needed to approve', [filed], 'approve', keeper, 'not-the-role'],
  ['a role is needed to set', [filed, approved], 'set', supervisor, 'not-the-role'],
  ['a role is needed to withdraw', [filed], 'withdraw', keeper, 'not-the-role'],
  ['who filed does not approve', [filed], 'approve', actor('officer', 'project-officer', 'supervisor'), 'own-application'],
  ['not by another account either', [filed], 'approve', { ...actor('officer', 'supervisor'), account: 'u-2' }, 'own-application'],
  ['nor as another person of the account', [filed], 'approve', { ...supervisor, account: 'u-officer' }, 'own-application'],
  ['who approved does not set', [filed, approved], 'set', actor('supervisor', 'supervisor', 'responsible-person'), 'acted-before'],
  ['whom it is for does not approve', [event('filed', 0, officer, 'supervisor')], 'approve', supervisor, 'own-application'],
  ['whom it is for does not set', [event('filed', 0, officer, 'keeper'), approved], 'set', keeper, 'own-application'],
  ['who returned it does not file it', [filed, event('returned', 1, supervisor)], 'file', actor('supervisor', 'project-officer'), 'acted-before'],
  ['who filed it once does not approve it when another filed it anew',
    [filed, event('returned', 1, supervisor), event('filed', 0, actor('successor'))], 'approve', actor('officer', 'supervisor'), 'own-application'],
  ['a rejected one stays rejected', [filed, event('rejected', 1, supervisor)], 'file', officer, 'decided'],
  ['a withdrawn one stays withdrawn', [filed, event('withdrawn', 0, officer)], 'approve', supervisor, 'decided'],
  ['a set one stays set', [filed, approved, event('set', 2, keeper)], 'withdraw', officer, 'decided'],
] as const)('%s', (_what, events, act, who, expected) => {
  const verdict = mayAct(form, foldApplication(form, events), act, who);
  expect(verdict).toEqual({ allowed: false, clause: 'EX-31', code: expected });
}); // prettier-ignore

test('what a unit applied for may be set by the officer who entered it, since NV-3.1 lets one person be both', () => {
  const both = actor('officer', 'project-officer', 'responsible-person');
  expect(code(mayAct(form, foldApplication(form, [filed, approved]), 'set', both))).toBe('allowed');
});

test('where a role files, its holder never sets', () => {
  const own: FormRule = {
    ...form,
    chain: [
      { by: 'user', does: 'files' },
      { by: 'supervisor', does: 'approves' },
      { by: 'user', does: 'sets' },
    ],
  };
  const user = actor('officer', 'user');
  expect(code(mayAct(own, foldApplication(own, [filed, approved]), 'set', user))).toBe('own-application');
});

describe('a returned application', () => {
  const returned = [filed, event('returned', 1, supervisor)];

  test('is filed anew and goes through every step again', () => {
    const again = foldApplication(form, [...returned, filed]);
    expect(again).toMatchObject({ state: 'waiting', nextStep: 1 });
    expect(code(mayAct(form, again, 'approve', supervisor))).toBe('allowed');
  });

  test('can be withdrawn, and nothing else', () => {
    expect(openActs(form, foldApplication(form, returned))).toEqual(['file', 'withdraw']);
  });
});

test('the department has no accounts: the supervisor enters what it decided on a reopening', () => {
  const asked = foldApplication(reopening, [event('filed', 0, officer)]);
  expect(code(mayAct(reopening, asked, 'approve', supervisor))).toBe('allowed');
  expect(code(mayAct(reopening, asked, 'approve', keeper))).toBe('not-the-role');
  expect(foldApplication(reopening, [event('filed', 0, officer), event('approved', 1, supervisor)]).state).toBe('completed');
});

const decisions = ['approve', 'return', 'reject', 'withdraw'];

test.each([
  [0, ['file']],
  [1, decisions],
  [2, decisions],
  [3, decisions],
  [4, ['set', 'return', 'withdraw']],
  [5, []],
] as const)('after %i steps of a long form this can be done', (taken, expected) => {
  const kinds = ['filed', 'approved', 'approved', 'approved', 'set'] as const;
  const events = kinds.slice(0, taken).map((kind, step) => event(kind, step, actor(`p-${step}`)));
  expect(openActs(longForm, foldApplication(longForm, events))).toEqual(expected);
});

test('each step of a long form is taken by its role; a party’s by whoever enters its letter', () => {
  expect(longForm.chain.map(roleFor)).toEqual(['user', 'unit-manager', 'supervisor', 'supervisor', 'responsible-person']);
  expect(roleFor({ by: 'using-unit', does: 'files' })).toBe('project-officer');
  expect((['endorses', 'reviews', 'approves'] as const).map((does) => roleFor({ by: 'owner', does }))).toEqual(['supervisor', 'supervisor', 'supervisor']); // prettier-ignore
});

test('a rejection or withdrawal keeps what was done before it', () => {
  const rejected = [filed, event('rejected', 1, supervisor)];
  expect(foldApplication(form, rejected)).toEqual({ state: 'rejected', nextStep: 1, events: rejected });
  expect(foldApplication(form, [])).toEqual({ state: 'new', nextStep: 0, events: [] });
});

test('whoever holds the filing role may withdraw, whatever else they did', () => {
  const successor = actor('supervisor', 'project-officer');
  const waiting = foldApplication(form, [filed, approved]);
  expect(mayAct(form, waiting, 'withdraw', successor)).toEqual({ allowed: true, kind: 'withdrawn', step: 0 });
});

test('whom it is for may file it again themselves', () => {
  const returned = foldApplication(form, [event('filed', 0, officer, 'successor'), event('returned', 1, supervisor)]);
  expect(code(mayAct(form, returned, 'file', actor('successor', 'project-officer')))).toBe('allowed');
});

test('who set it back may enter it again, as they may set what they entered', () => {
  const both = actor('keeper', 'project-officer', 'responsible-person');
  const returned = foldApplication(form, [filed, approved, event('returned', 2, keeper)]);
  expect(code(mayAct(form, returned, 'file', both))).toBe('allowed');
});

test('who endorsed does not review, though both are approvals', () => {
  const endorsed = foldApplication(longForm, [filed, event('approved', 1, supervisor)]);
  expect(code(mayAct(longForm, endorsed, 'approve', supervisor))).toBe('acted-before');
});

test('a step that a party would set is nobody’s', () => {
  expect(roleFor({ by: 'using-unit', does: 'sets' })).toBeUndefined();
  const odd: FormRule = {
    ...form,
    chain: [
      { by: 'using-unit', does: 'files' },
      { by: 'using-unit', does: 'sets' },
    ],
  };
  expect(code(mayAct(odd, foldApplication(odd, [filed]), 'set', actor('all', ...roles)))).toBe('not-the-role');
});

test.each([
  ['approved first', [approved]],
  ['filed twice', [filed, filed]],
  ['a step passed over', [filed, event('set', 2, keeper)]],
  ['of another kind', [filed, event('set', 1, keeper)]],
  ['at another step', [filed, event('approved', 2, supervisor)]],
  ['after the end', [filed, event('rejected', 1, supervisor), approved]],
] as const)('events that the chain has no place for: %s', (_what, events) => {
  expect(() => foldApplication(form, events)).toThrow(MisplacedEvent);
});
