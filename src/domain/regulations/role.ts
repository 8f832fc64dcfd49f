// Who acts under a regulation: the parties it names and the roles of persons and services.
import type { ClauseId } from './clause-id.ts';

/** The roles that a grant to query can give. */
export const grantRoles = ['user', 'unit-manager', 'chief-manager', 'project-officer', 'responsible-person', 'client-service'] as const;
export type GrantRole = (typeof grantRoles)[number];

export const roles = [...grantRoles, 'agency-manager', 'auditor', 'security-officer', 'supervisor', 'agency-head'] as const;
export type Role = (typeof roles)[number];

export interface RoleRule {
  readonly role: Role;
  readonly name: string;
  readonly clause: ClauseId;
  /** `one`: exactly one at a time. */
  readonly holders: 'one' | 'some';
  /** Roles that whoever holds this one may not hold beside it. */
  readonly mayNotAlsoBe: readonly Role[];
}

/** An office the regulation names: who owns the data, who reviews, who investigates. */
export interface Party {
  readonly code: string;
  readonly name: string;
  readonly clause: ClauseId;
}
