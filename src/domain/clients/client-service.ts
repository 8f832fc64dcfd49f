// A client service's life as a fold over its events: applied for, set, suspended, resumed, its keys, its end (NV-3.3, NV-3.7, NV-5.5).
// What an event may follow is judged before it is written; one that doesn't fit here was not written by us.
import type { IpAddress } from '#domain/query';
import type { ServiceContent } from './service-content.ts';

/** `enumeration`: the program saw probing. `provider`: the data's owner demands it. `review`: a check of ours found it wanting. */
export const suspensionCauses = ['by-hand', 'enumeration', 'provider', 'review'] as const;
export type SuspensionCause = (typeof suspensionCauses)[number];

export interface ServiceSuspension {
  readonly cause: SuspensionCause;
  readonly clause: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
}

export type ServiceState = 'applied-for' | 'in-use' | 'suspended' | 'ended' | 'not-set';

export type ServiceEvent = { readonly at: number; readonly account: string; readonly person: string } & ServiceHappening;

export type ServiceHappening =
  | { readonly kind: 'applied-for'; readonly application: string }
  /** The application was withdrawn or rejected. */
  | { readonly kind: 'not-set'; readonly application: string }
  | { readonly kind: 'set'; readonly application: string; readonly content: ServiceContent }
  | { readonly kind: 'suspended'; readonly cause: SuspensionCause; readonly clause: string }
  | { readonly kind: 'resumption-proposed' }
  | { readonly kind: 'resumed'; readonly application: string | null }
  | { readonly kind: 'key-issued'; readonly key: string }
  /** The keys before it work until then. */
  | { readonly kind: 'key-rotated'; readonly key: string; readonly othersUntil: number }
  | { readonly kind: 'key-revoked'; readonly key: string }
  /** By a review, its period. */
  | { readonly kind: 'addresses-removed'; readonly addresses: readonly IpAddress[]; readonly review: string }
  | { readonly kind: 'ended' };
