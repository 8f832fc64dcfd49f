// Reads a request that was written as JSON. What is not of the form, or names what the regulation doesn't have, is malformed and
// never judged: an answer to a request that two readers understand differently would be worth nothing.
import { date, keyed, keyOf, listOf, oneOf, orNull, ShapeError, text, type Reader, type ShapeCode } from '#domain/kernel';
import type { Regulation } from '#domain/regulations';
import type { DecideRequest, Query } from './decide-request.ts';
import { parseInstant, taipeiMoment } from './instant.ts';
import { queryFault, type QueryFault } from './query-fault.ts';
import { actorKind, address, approval, grant, onBehalfOf, personFacts, repealedBases } from './request-shapes.ts';

export type MalformedCode =
  | ShapeCode
  | QueryFault['code']
  | 'unknown-regulation'
  | 'not-an-instant'
  | 'not-an-address'
  | 'client-service-not-of-regulation'
  | 'role-not-of-kind'
  | 'until-before-from'
  | 'password-in-future'
  | 'unknown-basis';

/** `place` is the path of the first thing that is wrong: `actor.grant.from`. */
export type ParsedRequest =
  | { readonly kind: 'request'; readonly regulation: Regulation; readonly request: DecideRequest }
  | { readonly kind: 'malformed'; readonly place: string; readonly code: MalformedCode };

/** @param regulations the ones there are: the request names one of them, and `repealed` may name any basis of theirs */
export function parseDecideRequest(json: unknown, regulations: readonly Regulation[]): ParsedRequest {
  try {
    const id = keyOf(json, '', 'regulation', text);
    const regulation = regulations.find((each) => each.id === id) ?? wrong('regulation', 'unknown-regulation');
    return { kind: 'request', regulation, request: readRequest(json, regulation, regulations) };
  } catch (error) {
    if (error instanceof ShapeError) return { kind: 'malformed', place: error.place, code: error.code as MalformedCode }; // only such are thrown here
    throw error;
  }
}

function wrong(place: string, code: MalformedCode): never {
  throw new ShapeError<MalformedCode>(place, code);
}

const instant: Reader<number> = (value, place) => parseInstant(text(value, place)) ?? wrong(place, 'not-an-instant');

const identity = { account: text, person: text, kind: actorKind, address, grant: orNull(grant) };
const personShape = keyed({ ...identity, ...personFacts, kind: oneOf('person') });
const clientServiceShape = keyed({ ...identity, kind: oneOf('client-service') }, personFacts);

const readActor = (value: unknown, place: string) => {
  const kind = keyOf(value, place, 'kind', actorKind);
  return kind === 'person' ? personShape(value, place) : clientServiceShape(value, place);
};

const asked = {
  operation: text,
  purpose: text,
  fields: listOf(text),
  caseNumber: orNull(text),
  reason: orNull(text),
  subject: text,
};
const besides = { citizenConsentOn: orNull(date), onBehalfOf: orNull(onBehalfOf) };
const queryShape = keyed(asked, besides);
const approvedQueryShape = keyed({ ...asked, approval: orNull(approval) }, besides);

/** Only where the regulation wants an approval is there a place for one. */
const readQueryOf =
  ({ refusals }: Regulation): Reader<Query> =>
  (value, place) => {
    const query = refusals['approval-missing'] ? approvedQueryShape(value, place) : { ...queryShape(value, place), approval: null };
    return { ...query, citizenConsentOn: query.citizenConsentOn ?? null, onBehalfOf: query.onBehalfOf ?? null };
  };

function readRequest(json: unknown, regulation: Regulation, regulations: readonly Regulation[]): DecideRequest {
  const requestShape = keyed(
    { regulation: text, at: instant, actor: readActor, query: readQueryOf(regulation) },
    { repealed: repealedBases },
  );
  const { at, actor, query, repealed = [] } = requestShape(json, '');
  checkActor(actor, at, regulation);
  const fault = queryFault(regulation, query);
  if (fault) wrong(`query.${fault.place}`, fault.code);
  for (const [index, { basis }] of repealed.entries()) {
    if (!regulations.some(({ legalBases }) => legalBases.some(({ code }) => code === basis)))
      wrong(`repealed[${index}].basis`, 'unknown-basis');
  }
  return { at, actor, query, repealed };
}

function checkActor({ kind, grant, passwordChangedOn }: ReturnType<typeof readActor>, at: number, { roles, operations }: Regulation): void {
  const knowsClientServices = roles.some(({ role }) => role === 'client-service');
  if (kind === 'client-service' && !knowsClientServices) wrong('actor.kind', 'client-service-not-of-regulation');
  if (passwordChangedOn && passwordChangedOn > taipeiMoment(at).day) wrong('actor.passwordChangedOn', 'password-in-future');
  if (grant === null) return;
  if ((kind === 'client-service') !== (grant.role === 'client-service')) wrong('actor.grant.role', 'role-not-of-kind');
  if (grant.until !== null && grant.until < grant.from) wrong('actor.grant.until', 'until-before-from');
  for (const [index, operation] of grant.operations.entries()) {
    if (!operations.some(({ code }) => code === operation)) wrong(`actor.grant.operations[${index}]`, 'unknown-operation');
  }
}
