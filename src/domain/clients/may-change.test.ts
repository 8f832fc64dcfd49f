import { expect, test } from 'vitest';
import { examplePlatform } from '../../../test/support/example-platform.ts';
import {
  clientClauses,
  mayChange,
  suspensionClause,
  type ClientService,
  type ServiceActor,
  type ServiceChange,
  type ServiceContent,
} from './index.ts';

const clauses = clientClauses(examplePlatform)!; // it has the form
const at = 1_000;
const content: ServiceContent = {
  name: '系統',
  unit: '科',
  purposes: ['wide'],
  operations: ['op-a'],
  claims: ['a1'],
  addresses: [],
  from: '2026-11-01',
  until: '2027-10-31',
  requestsPerDay: 10,
  personsPerDay: 10,
  contact: { name: '甲', reachedBy: '1' },
  certificate: null,
};
const inUse: ClientService = {
  state: 'in-use',
  content,
  addresses: [],
  keys: [
    { id: 'ck_1', issuedAt: 0, usableUntil: null },
    { id: 'ck_0', issuedAt: 0, usableUntil: at },
  ],
  suspension: null,
  proposedBy: null,
  application: null,
};
const suspendedBy = (cause: NonNullable<ClientService['suspension']>['cause'], changes: Partial<ClientService> = {}): ClientService => ({
  ...inUse,
  state: 'suspended',
  suspension: { cause, clause: 'EX-6', at: 0 },
  ...changes,
});

const officer: ServiceActor = { person: 'officer', roles: ['project-officer'] };
const keeper: ServiceActor = { person: 'keeper', roles: ['responsible-person'] };
const supervisor: ServiceActor = { person: 'supervisor', roles: ['supervisor'] };
const auditor: ServiceActor = { person: 'auditor', roles: ['auditor'] };
const both: ServiceActor = { person: 'keeper', roles: ['responsible-person', 'supervisor'] };

const may = (service: ClientService, change: ServiceChange, actor: ServiceActor) => {
  const verdict = mayChange(clauses, service, change, actor, at);
  return verdict.allowed ? 'allowed' : verdict.code;
};

test.each<[ServiceChange, ServiceActor[]]>([
  [{ change: 'suspend', cause: 'by-hand' }, [officer, keeper, supervisor]],
  [{ change: 'rotate-key' }, [keeper]],
  [{ change: 'revoke-key', key: 'ck_1' }, [keeper]],
  [{ change: 'end' }, [keeper]],
])('who may %o', (change, allowed) => {
  for (const actor of [officer, keeper, supervisor, auditor])
    expect([actor.person, may(inUse, change, actor)]).toEqual([actor.person, allowed.includes(actor) ? 'allowed' : 'not-the-role']);
});

test('a resumption is proposed by the responsible person and confirmed by a supervisor who is another person', () => {
  const proposed = suspendedBy('enumeration', { proposedBy: 'keeper' });
  expect(may(suspendedBy('enumeration'), { change: 'propose-resumption' }, keeper)).toBe('allowed');
  expect(may(suspendedBy('enumeration'), { change: 'propose-resumption' }, supervisor)).toBe('not-the-role');
  expect(may(proposed, { change: 'propose-resumption' }, keeper)).toBe('already-proposed');
  expect(may(proposed, { change: 'confirm-resumption' }, keeper)).toBe('not-the-role');
  expect(may(proposed, { change: 'confirm-resumption' }, both)).toBe('own-proposal');
  expect(may(proposed, { change: 'confirm-resumption' }, supervisor)).toBe('allowed');
});

test.each([
  ['by-hand', 'allowed'],
  ['enumeration', 'allowed'],
  ['provider', 'needs-reopening'],
  ['review', 'needs-reopening'],
] as const)('suspended %s: a proposal is %s', (cause, expected) => {
  expect(may(suspendedBy(cause), { change: 'propose-resumption' }, keeper)).toBe(expected);
  if (expected !== 'allowed') expect(may(suspendedBy(cause), { change: 'confirm-resumption' }, supervisor)).toBe(expected);
});

test.each<[string, ClientService, ServiceChange, string]>([
  ['nothing of what was never set', { ...inUse, state: 'applied-for' }, { change: 'suspend', cause: 'by-hand' }, 'not-in-use'],
  ['nothing of what has ended', { ...inUse, state: 'ended' }, { change: 'rotate-key' }, 'not-in-use'],
  ['no second suspension', suspendedBy('by-hand'), { change: 'suspend', cause: 'review' }, 'already-suspended'],
  ['but the owner’s outweighs ours', suspendedBy('by-hand'), { change: 'suspend', cause: 'provider' }, 'allowed'],
  ['once', suspendedBy('provider'), { change: 'suspend', cause: 'provider' }, 'already-suspended'],
  ['no confirmation without a proposal', suspendedBy('by-hand'), { change: 'confirm-resumption' }, 'not-proposed'],
  ['no resumption of what is in use', inUse, { change: 'confirm-resumption' }, 'not-suspended'],
  ['no proposal for it', inUse, { change: 'propose-resumption' }, 'not-suspended'],
  ['no reopening of it', inUse, { change: 'apply-for-reopening' }, 'not-suspended'],
  ['a reopening of what the owner suspended', suspendedBy('provider'), { change: 'apply-for-reopening' }, 'allowed'],
  ['one application at a time', suspendedBy('provider', { application: 'a' }), { change: 'apply-for-reopening' }, 'application-open'],
  ['one change at a time', { ...inUse, application: 'a' }, { change: 'apply-for-change' }, 'application-open'],
  ['no end with an application open', { ...inUse, application: 'a' }, { change: 'end' }, 'application-open'],
  ['a change of what is in use', inUse, { change: 'apply-for-change' }, 'allowed'],
  [
    'no key where a certificate is',
    { ...inUse, content: { ...content, certificate: 'ab' } },
    { change: 'rotate-key' },
    'has-a-certificate',
  ],
  ['no unknown key', inUse, { change: 'revoke-key', key: 'ck_9' }, 'no-such-key'],
  ['none past its overlap', inUse, { change: 'revoke-key', key: 'ck_0' }, 'no-such-key'],
])('%s', (_what, service, change, expected) => {
  expect(may(service, change, { person: 'all', roles: ['responsible-person', 'supervisor'] })).toBe(expected);
});

test('every answer cites its clause', () => {
  const clauseOf = (change: ServiceChange) => mayChange(clauses, inUse, change, keeper, at).clause;
  expect(clauseOf({ change: 'rotate-key' })).toBe('EX-31');
  expect(clauseOf({ change: 'propose-resumption' })).toBe('EX-32');
  expect(clauseOf({ change: 'apply-for-reopening' })).toBe('EX-32');
  expect(clauseOf({ change: 'suspend', cause: 'provider' })).toBe('EX-30');
  expect((['by-hand', 'enumeration', 'provider', 'review'] as const).map((cause) => suspensionClause(clauses, cause))).toEqual(['EX-31', 'EX-7', 'EX-30', 'EX-33']); // prettier-ignore
});
