// Who acts under a regulation: every role and party that a rule names is one of the regulation's own.
import { repeated, type Contradiction } from './contradiction.ts';
import type { Regulation } from './regulation.ts';
import type { Role } from './role.ts';

export function* peopleContradictions(regulation: Regulation): Generator<Contradiction> {
  const { prefix, parties, provider, onEvents } = regulation;
  const roles = regulation.roles.map(({ role, clause }) => ({ code: role, clause }));
  yield* repeated('role', roles);
  yield* repeated('party', parties);
  const partyCodes = new Set(parties.map(({ code }) => code));
  for (const { code, clause } of roles) if (partyCodes.has(code)) yield { clause, what: `${code} is a role and a party` };
  if (!partyCodes.has(provider)) yield { clause: prefix, what: `the provider ${provider} is no party` };
  for (const { code, clause, to } of onEvents)
    if (to !== null && !partyCodes.has(to)) yield { clause, what: `${code} is sent to ${to}, which is no party` };

  const known = new Set<Role>(roles.map(({ code }) => code));
  for (const [role, clause, by] of rolesNamed(regulation))
    if (!known.has(role)) yield { clause, what: `${by} names ${role}, which is no role of it` };
  for (const { role, clause, mayNotAlsoBe } of regulation.roles)
    if (mayNotAlsoBe.includes(role)) yield { clause, what: `the role ${role} bars itself` };
}

function* rolesNamed({ roles, duties, onEvents, forms, liabilities, clauses }: Regulation): Generator<readonly [Role, string, string]> {
  for (const { role, clause, mayNotAlsoBe } of roles) for (const barred of mayNotAlsoBe) yield [barred, clause, `the role ${role}`];
  for (const { code, clause, by } of [...duties, ...onEvents]) yield [by, clause, `the duty ${code}`];
  for (const { code, clause, forRole } of forms) if (forRole !== null) yield [forRole, clause, `the form ${code}`];
  for (const { clause, acceptedBy } of liabilities) for (const role of acceptedBy) yield [role, clause, 'a liability'];
  for (const { id, answers } of clauses)
    for (const answer of answers) if (answer.by === 'attestation') yield [answer.who, id, 'an attestation'];
}
