// Who asks, as decisions judge them and records name them: a client service by its key or certificate, at its address; or one of the two
// people whom NV-3.2 lets. What is the same for all requests of one service from one address is made once.
import { clientClauses, suspensionClause } from '#domain/clients';
import { canonicalJson, freezeJson, type JsonObject } from '#domain/kernel';
import { addressOf, standingOf, type Actor, type DecideRequest, type IpAddress } from '#domain/query';
import { actorCompartment, type ActorFacts, type QueryFacts } from '#domain/records';
import type { GoverningRegulations, Regulation } from '#domain/regulations';
import { actorFacts, type ProgrammeActor } from '#server/accounts';
import type { RegisteredService } from '#server/clients';
import { decideRequest } from '#server/queries';

export interface Asker {
  readonly programme: string;
  readonly regulations: GoverningRegulations;
  readonly account: string;
  readonly address: IpAddress;
  readonly actor: Actor;
  /** null: a person. */
  readonly service: RegisteredService | null;
  /** What every query of theirs says alike. */
  readonly asks: Pick<QueryFacts, 'regulation' | 'furtherRegulations' | 'purpose' | 'legalBasis' | 'operation'>;
  readonly clauses: AskingClauses;
  /** Compartment B, in canonical order: the same object for all their records. */
  readonly recorded: JsonObject;
}

/** What is cited where the program refuses on its own. */
export interface AskingClauses {
  /** Within the approved scope and period. */
  readonly budget: string;
  readonly probing: string;
  /** The log must hold who was asked about and why: what can't be read can't be logged. */
  readonly form: string;
  /** Before any service: who asks, and from where. */
  readonly access: string;
}

const known = new WeakMap<RegisteredService, Map<string, Asker>>();
/** Of one service, before its addresses are judged: an outsider with the key could try many. */
const MOST_KNOWN = 64;

/** @param login the key's id, or that it came by certificate. @param address as the connection has it */
export function askerOfService(service: RegisteredService, login: string, address: string): Asker {
  let ofService = known.get(service);
  if (!ofService || ofService.size >= MOST_KNOWN) known.set(service, (ofService = new Map()));
  const name = `${login} ${address}`;
  let asker = ofService.get(name);
  if (!asker) ofService.set(name, (asker = newAsker(service, login, addressOf(address))));
  return asker;
}

function newAsker(service: RegisteredService, login: string, address: IpAddress): Asker {
  const { id, programme, regulations, organisation, name, unit, grant } = service;
  const facts: ActorFacts = { account: id, address, login, name, organisation, person: id, unit };
  const actor: Actor = { kind: 'client-service', account: id, person: id, address, grant };
  return {
    programme,
    regulations,
    account: id,
    address,
    actor,
    service,
    asks: asksOf(regulations, grant.purposes[0]),
    clauses: askingClauses(regulations[0]),
    recorded: recordedActor(facts, actor),
  };
}

/** @param regulations that the person's programme stands under */
export function askerOfPerson(person: ProgrammeActor, regulations: GoverningRegulations, at: Temporal.Instant): Asker {
  const grant = person.grants.find(({ purposes }) => purposes.length > 0);
  const asks = asksOf(regulations, grant?.purposes[0]);
  const { actor } = decideRequest(person, { ...asks, fields: [], subject: '', caseNumber: '', reason: '' }, at);
  return {
    programme: person.programme.id,
    regulations,
    account: person.accountId,
    address: actor.address,
    actor,
    service: null,
    asks,
    clauses: askingClauses(regulations[0]),
    recorded: recordedActor(actorFacts(person), actor),
  };
}

/** Where the regulation has no clause of its own for one, its issue. */
export function askingClauses(regulation: Regulation): AskingClauses {
  const issue = `${regulation.prefix}-0`;
  const clauses = clientClauses(regulation);
  return {
    budget: clauses?.period ?? issue,
    probing: clauses ? suspensionClause(clauses, 'enumeration') : issue,
    form: regulation.refusals['case-number-missing'] ?? issue,
    access: clauses?.addresses ?? issue,
  };
}

/** The wire of verification names no purpose and no operation: they are those of the programme. */
function asksOf([regulation, ...further]: GoverningRegulations, granted: string | undefined): Asker['asks'] {
  const purpose = granted ?? regulation.purposes[0]?.code ?? '';
  const basis = regulation.purposes.find(({ code }) => code === purpose)?.basis;
  return {
    regulation: regulation.id,
    furtherRegulations: further.map(({ id }) => id),
    purpose,
    legalBasis: basis?.kind === 'law' ? basis.code : '',
    operation: regulation.operations[0]?.code ?? '',
  };
}

/** With the standing that all their requests are judged on, so that a month can be judged again. */
function recordedActor(facts: ActorFacts, actor: Actor): JsonObject {
  const compartment = actorCompartment(facts, standingOf(requestOf(actor, noQuery, 0)));
  return freezeJson(JSON.parse(canonicalJson(compartment)) as JsonObject); // written from one just now
}

const noQuery = { operation: '', purpose: '', fields: [], caseNumber: null, reason: null, subject: '' } as const;

export function requestOf(
  actor: Actor,
  query: Omit<DecideRequest['query'], 'citizenConsentOn' | 'onBehalfOf' | 'approval'>,
  at: number,
): DecideRequest {
  return { at, actor, query: { ...query, citizenConsentOn: null, onBehalfOf: null, approval: null }, repealed: [] };
}
