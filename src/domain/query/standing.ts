// The facts a request was judged on beside who asked and what for: kept with the query's record, so that it can be judged again.
import { date, keyed, keyOf, orNull, type Reader } from '#domain/kernel';
import type { Actor, ClientServiceActor, DecideRequest, PersonActor, Query } from './decide-request.ts';
import { actorKind, approval, grant, onBehalfOf, personFacts, repealedBases } from './request-shapes.ts';

/** What the record says elsewhere: actor and query. */
type Identity = Pick<Actor, 'account' | 'person' | 'address'>;
type Asked = Omit<Query, 'citizenConsentOn' | 'onBehalfOf' | 'approval'>;

export type Standing = (Omit<PersonActor, keyof Identity> | Omit<ClientServiceActor, keyof Identity>) &
  Omit<Query, keyof Asked> &
  Pick<DecideRequest, 'repealed'>;

export function standingOf({ actor, query, repealed }: DecideRequest): Standing {
  const { account: _account, person: _person, address: _address, ...judged } = actor;
  return { ...judged, citizenConsentOn: query.citizenConsentOn, onBehalfOf: query.onBehalfOf, approval: query.approval, repealed };
}

/** The request as it was judged. */
export function requestOf(at: number, who: Identity, asked: Asked, standing: Standing): DecideRequest {
  const { citizenConsentOn, onBehalfOf: proxyFor, approval: approved, repealed, ...judged } = standing;
  const { account, person, address } = who;
  return {
    at,
    actor: { account, person, address, ...judged },
    query: { ...asked, citizenConsentOn, onBehalfOf: proxyFor, approval: approved },
    repealed,
  };
}

const everybody = {
  kind: actorKind,
  grant: orNull(grant),
  citizenConsentOn: orNull(date),
  onBehalfOf: orNull(onBehalfOf),
  approval: orNull(approval),
  repealed: repealedBases,
};
const ofPerson = keyed({ ...everybody, ...personFacts });
const ofClientService = keyed(everybody);

/** Of JSON, as `standingOf` gave it. */
export const readStanding: Reader<Standing> = (value, place) => {
  const kind = keyOf(value, place, 'kind', actorKind);
  return kind === 'person' ? { ...ofPerson(value, place), kind } : { ...ofClientService(value, place), kind };
};
