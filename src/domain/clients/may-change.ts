// Who may do what with a client service beside its applications: suspending needs one pair of eyes, resuming two: by a reopening
// application (NV-5.6), or, where the office itself or its program suspended, by a proposal that the supervisor confirms.
import type { ClauseId, Role } from '#domain/regulations';
import type { ClientClauses } from './client-clauses.ts';
import { isUsable, type ClientService, type SuspensionCause } from './client-service.ts';

export type ServiceChange =
  | { readonly change: 'suspend'; readonly cause: SuspensionCause }
  | { readonly change: 'propose-resumption' | 'confirm-resumption' | 'rotate-key' | 'end' | 'apply-for-change' | 'apply-for-reopening' }
  | { readonly change: 'revoke-key'; readonly key: string };

export interface ServiceActor {
  readonly person: string;
  /** Held today. */
  readonly roles: readonly Role[];
}

export const changeRefusalCodes = [
  'not-the-role',
  'not-in-use',
  'not-suspended',
  'already-suspended',
  'needs-reopening',
  'not-proposed',
  'already-proposed',
  'own-proposal',
  'application-open',
  'no-such-key',
  'has-a-certificate',
] as const;
export type ChangeRefusalCode = (typeof changeRefusalCodes)[number];

export type ChangeVerdict =
  | { readonly allowed: true; readonly clause: ClauseId }
  | { readonly allowed: false; readonly clause: ClauseId; readonly code: ChangeRefusalCode };

/** Applications' own steps say who may file. */
const rolesFor: Readonly<Record<ServiceChange['change'], readonly Role[] | null>> = {
  suspend: ['project-officer', 'responsible-person', 'supervisor'],
  'propose-resumption': ['responsible-person'],
  'confirm-resumption': ['supervisor'],
  'rotate-key': ['responsible-person'],
  'revoke-key': ['responsible-person'],
  end: ['responsible-person'],
  'apply-for-change': null,
  'apply-for-reopening': null,
};

/** Only what the office itself, or its program, suspended is resumed by two of its people; else the data's owner is asked. */
const resumesByProposal: ReadonlySet<SuspensionCause> = new Set(['by-hand', 'enumeration']);

export function mayChange(
  clauses: ClientClauses,
  service: ClientService,
  change: ServiceChange,
  actor: ServiceActor,
  at: number,
): ChangeVerdict {
  const clause = clauseOf(clauses, change);
  const needed = rolesFor[change.change];
  const code = needed?.some((role) => actor.roles.includes(role)) === false ? 'not-the-role' : findObstacle(service, change, actor, at);
  return code === undefined ? { allowed: true, clause } : { allowed: false, clause, code };
}

function clauseOf(clauses: ClientClauses, change: ServiceChange): ClauseId {
  if (change.change === 'apply-for-reopening') return clauses.reopening;
  if (change.change === 'suspend') return suspensionClause(clauses, change.cause);
  return change.change.endsWith('resumption') ? clauses.reopening : clauses.setting;
}

export function suspensionClause(clauses: ClientClauses, cause: SuspensionCause): ClauseId {
  const clausesByCause = { 'by-hand': clauses.setting, enumeration: clauses.claims, provider: clauses.provider, review: clauses.review };
  return clausesByCause[cause];
}

function findObstacle(service: ClientService, change: ServiceChange, actor: ServiceActor, at: number): ChangeRefusalCode | undefined {
  const { state, suspension } = service;
  if (state !== 'in-use' && state !== 'suspended') return 'not-in-use';
  switch (change.change) {
    case 'suspend':
      // What the data's owner demands outweighs a suspension of our own.
      return suspension && (change.cause !== 'provider' || suspension.cause === 'provider') ? 'already-suspended' : undefined;
    case 'propose-resumption':
      return proposalObstacle(service) ?? (service.proposedBy === null ? undefined : 'already-proposed');
    case 'confirm-resumption':
      if (service.proposedBy === null) return proposalObstacle(service) ?? 'not-proposed';
      return service.proposedBy === actor.person ? 'own-proposal' : undefined;
    case 'apply-for-reopening':
      return suspension ? applicationObstacle(service) : 'not-suspended';
    case 'apply-for-change':
    case 'end':
      return applicationObstacle(service);
    case 'rotate-key':
      return (service.content?.certificate ?? null) === null ? undefined : 'has-a-certificate';
    case 'revoke-key':
      return service.keys.some((key) => key.id === change.key && isUsable(key, at)) ? undefined : 'no-such-key';
  }
}

function proposalObstacle({ suspension }: ClientService): ChangeRefusalCode | undefined {
  if (!suspension) return 'not-suspended';
  return resumesByProposal.has(suspension.cause) ? undefined : 'needs-reopening';
}

function applicationObstacle({ application }: ClientService): ChangeRefusalCode | undefined {
  return application === null ? undefined : 'application-open';
}
