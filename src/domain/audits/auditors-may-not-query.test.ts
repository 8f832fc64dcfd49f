import { expect, test } from 'vitest';
import type { Role, RoleRule } from '#domain/regulations';
import { auditorsMayNotQuery } from './auditors-may-not-query.ts';

const rules = (apart: Readonly<Partial<Record<Role, readonly Role[]>>>, ...held: readonly Role[]): { roles: RoleRule[] } => ({
  roles: held.map((role) => ({ role, name: role, clause: 'EX-1', holders: 'some', mayNotAlsoBe: apart[role] ?? [] })),
});

test.each<readonly [string, { roles: RoleRule[] }, boolean]>([
  ['nothing said', rules({}, 'user', 'auditor'), false],
  ['an auditor may not be a user', rules({ auditor: ['user'] }, 'user', 'unit-manager', 'auditor'), true],
  ['a user may not be an auditor', rules({ user: ['auditor'] }, 'user', 'unit-manager', 'auditor'), true],
  ['a supervisor may not be a user', rules({ supervisor: ['user'] }, 'user', 'supervisor', 'auditor'), false],
  ['only a manager may not be one', rules({ auditor: ['unit-manager'] }, 'user', 'unit-manager', 'auditor'), false],
  [
    'none of the roles that query may be one',
    rules({ auditor: ['project-officer'], 'responsible-person': ['auditor'] }, 'project-officer', 'responsible-person', 'auditor'),
    true,
  ],
  ['a supervisor, who queries nothing, may not be one', rules({ auditor: ['supervisor'] }, 'supervisor', 'auditor'), false],
])('%s: %s', (_, regulation, expected) => {
  expect(auditorsMayNotQuery(regulation)).toBe(expected);
});
