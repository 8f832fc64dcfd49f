// Who is asking: the account behind a session, and what it is under one programme today.
import type { Role } from '#contract';
import type { ActorFacts } from '#domain/records';

export interface SignedIn {
  readonly accountId: string;
  readonly login: string;
  readonly personId: string;
  readonly name: string;
  readonly unit: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly homeProgramme: string;
  readonly employment: 'active' | 'suspended' | 'transferred' | 'left';
  /** Calendar day in Taipei. */
  readonly passwordChangedOn: string;
  readonly mustChangePassword: boolean;
  /** The connection's own address, or the one a trusted proxy names. */
  readonly address: string;
}

export interface Grant {
  readonly role: Role;
  readonly from: string;
  readonly until: string | null;
  readonly revokedOn: string | null;
  readonly purposes: readonly string[];
  readonly operations: readonly string[];
}

/** Somebody signed in, under a programme of their own organisation. */
export interface ProgrammeActor extends SignedIn {
  readonly programme: {
    readonly id: string;
    readonly regulation: string;
    /** Beside its own; mostly none. */
    readonly furtherRegulations: readonly string[];
    readonly title: string;
  };
  /** All of them, past ones too: a refusal must be able to say that a grant has ended. */
  readonly grants: readonly Grant[];
  /** Of the grants that are current today. */
  readonly roles: readonly Role[];
}

/** The actor as the log records it. */
export function actorFacts(who: SignedIn): ActorFacts {
  return {
    account: who.accountId,
    login: who.login,
    person: who.personId,
    name: who.name,
    unit: who.unit,
    organisation: who.organisation,
    address: who.address,
  };
}

/** `from` and `until` are inclusive, `revokedOn` is the first day without. @param today calendar day in Taipei */
export function isCurrent(grant: Grant, today: string): boolean {
  return grant.from <= today && (grant.until === null || today <= grant.until) && (grant.revokedOn === null || today < grant.revokedOn);
}
