// A client service's life as a fold over its events: applied for, set, suspended, resumed, its keys, its end (NV-3.3, NV-3.7, NV-5.5).
// Whether something may happen is judged before it is written; an event that doesn't fit here was not written by us.
import type { IpAddress } from '#domain/query';
import type { ServiceContent } from './service-content.ts';

/** `enumeration`: the program saw probing. `provider`: the data's owner demands it. `review`: a check of ours found it wanting. */
export const suspensionCauses = ['by-hand', 'enumeration', 'provider', 'review'] as const;
export type SuspensionCause = (typeof suspensionCauses)[number];

export interface ServiceSuspension {
  readonly cause: SuspensionCause;
  /** The clause that is cited to the service. */
  readonly clause: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
}

export type ServiceEvent = { readonly at: number; readonly account: string; readonly person: string } & ServiceHappening;

export type ServiceHappening =
  | { readonly kind: 'applied-for'; readonly application: string }
  /** The application was withdrawn or rejected. */
  | { readonly kind: 'not-set'; readonly application: string }
  | { readonly kind: 'set'; readonly application: string; readonly content: ServiceContent }
  | { readonly kind: 'suspended'; readonly cause: SuspensionCause; readonly clause: string }
  | { readonly kind: 'resumption-proposed' }
  /** By a reopening application, or by whoever confirmed the proposal. */
  | { readonly kind: 'resumed'; readonly application: string | null }
  | { readonly kind: 'key-issued'; readonly key: string }
  /** The keys before it work until then at the latest. */
  | { readonly kind: 'key-rotated'; readonly key: string; readonly othersUntil: number }
  | { readonly kind: 'key-revoked'; readonly key: string }
  /** By the review of that period. */
  | { readonly kind: 'addresses-removed'; readonly addresses: readonly IpAddress[]; readonly review: string }
  | { readonly kind: 'ended' };

export interface ServiceKey {
  readonly id: string;
  readonly issuedAt: number;
  /** null: until it is rotated or revoked. */
  readonly usableUntil: number | null;
}

export interface ServiceAddress {
  readonly address: IpAddress;
  /** Since when it is on the allow-list without a break. */
  readonly since: number;
}

export type ServiceState = 'applied-for' | 'not-set' | 'in-use' | 'suspended' | 'ended';

export interface ClientService {
  readonly state: ServiceState;
  /** As it was set last, less what reviews removed; null: it never was. */
  readonly content: ServiceContent | null;
  readonly addresses: readonly ServiceAddress[];
  /** Those that are not revoked. */
  readonly keys: readonly ServiceKey[];
  readonly suspension: ServiceSuspension | null;
  /** Who proposed that it be resumed. */
  readonly proposedBy: string | null;
  /** The application under way: one at a time. */
  readonly application: string | null;
}

export class MisplacedServiceEvent extends Error {
  override readonly name = 'MisplacedServiceEvent';
}

/** @throws MisplacedServiceEvent */
export function foldService(events: readonly ServiceEvent[]): ClientService {
  const [first, ...others] = events;
  if (first?.kind !== 'applied-for') throw new MisplacedServiceEvent('a client service begins with an application');
  const born: ClientService = { ...nothing, state: 'applied-for', application: first.application };
  return others.reduce(afterServiceEvent, born);
}

const nothing = { content: null, addresses: [], keys: [], suspension: null, proposedBy: null, application: null } as const;

type Kind = ServiceEvent['kind'];
const whileSet: readonly Kind[] = [
  'applied-for',
  'not-set',
  'set',
  'suspended',
  'key-issued',
  'key-rotated',
  'key-revoked',
  'addresses-removed',
  'ended',
];

/** What can happen in each state. */
const happensIn: Readonly<Record<ServiceState, readonly Kind[]>> = {
  'applied-for': ['not-set', 'set'],
  'not-set': [],
  'in-use': whileSet,
  suspended: [...whileSet, 'resumption-proposed', 'resumed'],
  ended: [],
};

/** @throws MisplacedServiceEvent */
export function afterServiceEvent(service: ClientService, event: ServiceEvent): ClientService {
  if (!happensIn[service.state].includes(event.kind))
    throw new MisplacedServiceEvent(`${event.kind} of a service that is ${service.state}`);
  switch (event.kind) {
    case 'applied-for':
      return { ...service, application: event.application };
    case 'not-set':
      return { ...service, application: null, ...(service.content === null && { state: 'not-set' }) };
    case 'set':
      return afterSetting(service, event.content, event.at);
    case 'suspended':
      return { ...service, state: 'suspended', suspension: { cause: event.cause, clause: event.clause, at: event.at }, proposedBy: null };
    case 'resumption-proposed':
      return { ...service, proposedBy: event.person };
    case 'resumed': {
      const application = event.application === null ? service.application : null;
      return { ...service, state: 'in-use', suspension: null, proposedBy: null, application };
    }
    case 'addresses-removed':
      return withoutAddresses(service, event.addresses);
    case 'ended':
      return { ...nothing, state: 'ended', content: service.content };
    default:
      return { ...service, keys: keysAfter(service.keys, event) };
  }
}

/** What is set is in use, unless it is suspended: a change of what it may ask lifts no suspension. */
function afterSetting(service: ClientService, content: ServiceContent, at: number): ClientService {
  const since = (address: IpAddress): number => service.addresses.find((known) => known.address === address)?.since ?? at;
  return {
    ...service,
    state: service.suspension ? 'suspended' : 'in-use',
    content,
    addresses: content.addresses.map((address) => ({ address, since: since(address) })),
    keys: content.certificate === null ? service.keys : [],
    application: null,
  };
}

function withoutAddresses(service: ClientService, removed: readonly IpAddress[]): ClientService {
  const addresses = service.addresses.filter(({ address }) => !removed.includes(address));
  const content = service.content && { ...service.content, addresses: addresses.map(({ address }) => address) };
  return { ...service, content, addresses };
}

type KeyEvent = Extract<ServiceEvent, { kind: 'key-issued' | 'key-rotated' | 'key-revoked' }>;

function keysAfter(keys: readonly ServiceKey[], event: KeyEvent): readonly ServiceKey[] {
  if (event.kind === 'key-revoked') return keys.filter(({ id }) => id !== event.key);
  const fresh: ServiceKey = { id: event.key, issuedAt: event.at, usableUntil: null };
  if (event.kind === 'key-issued') return [...keys, fresh];
  const { othersUntil } = event;
  const others = keys.map((key) => ({ ...key, usableUntil: Math.min(key.usableUntil ?? othersUntil, othersUntil) }));
  return [...others.filter(({ usableUntil }) => usableUntil > event.at), fresh];
}

export function isUsable({ usableUntil }: ServiceKey, at: number): boolean {
  return usableUntil === null || at < usableUntil;
}
