// One request as a regulation judges it: who asks, under which grant, for what and why. Everything in it has been checked for its form.
import type { IsoDate } from '#domain/kernel';
import type { GrantRole } from '#domain/regulations';
import type { IpAddress } from './ip-address.ts';

export interface DecideRequest {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  readonly actor: Actor;
  readonly query: Query;
  /** Legal bases no longer in force; `on` is the first day without the basis. */
  readonly repealed: readonly RepealedBasis[];
}

export type Actor = PersonActor | ClientServiceActor;

interface ActorIdentity {
  readonly account: string;
  readonly person: string;
  /** The address the request comes from. */
  readonly address: IpAddress;
  /** null: none. */
  readonly grant: Grant | null;
}

export interface PersonActor extends ActorIdentity {
  readonly kind: 'person';
  readonly employment: Employment;
  /** Works for an outsourced vendor. */
  readonly vendor: boolean;
  readonly location: 'office' | 'outside';
  /** null: signed in by certificate or single sign-on. */
  readonly passwordChangedOn: IsoDate | null;
  /** An e-government account with an uploaded citizen certificate. */
  readonly citizenCertificate: boolean;
}

export interface ClientServiceActor extends ActorIdentity {
  readonly kind: 'client-service';
}

export type Employment = 'active' | 'suspended' | 'transferred' | 'left';

export interface Grant {
  readonly role: GrantRole;
  /** Both inclusive. */
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  /** Ends the grant on that day. */
  readonly revokedOn: IsoDate | null;
  readonly purposes: readonly string[];
  readonly operations: readonly string[];
  /** Of a client service: its approved fixed addresses. */
  readonly allowedAddresses: readonly IpAddress[];
  /** An entrusted agency or district office: who entrusts it, and since when with consent. */
  readonly entrustedBy: { readonly authority: string; readonly consentedOn: IsoDate | null } | null;
}

export interface Query {
  readonly operation: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly caseNumber: string | null;
  readonly reason: string | null;
  readonly subject: string;
  /** The day of the citizen's signed consent. */
  readonly citizenConsentOn: IsoDate | null;
  readonly onBehalfOf: { readonly account: string; readonly letterFiledOn: IsoDate | null } | null;
  /** Of this very query, where the regulation wants one beforehand: the person who approved it, and the day. */
  readonly approval: { readonly approvedBy: string; readonly on: IsoDate } | null;
}

export interface RepealedBasis {
  readonly basis: string;
  readonly on: IsoDate;
}
