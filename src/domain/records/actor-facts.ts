// Compartment B of every record: who acted, as the log must show it (NW-4.1.6: 查詢者帳號). With a query also the standing it was
// judged on, so that it can be judged again when the regulation changes.
import { ShapeError, type JsonObject } from '#domain/kernel';
import { readStanding, type Standing } from '#domain/query';
import { field, MalformedRecord, text } from './record-fields.ts';

export interface ActorFacts {
  readonly account: string;
  readonly login: string;
  readonly person: string;
  readonly name: string;
  readonly unit: string;
  readonly organisation: string;
  /** The address the request came from; empty where it did not come over the network. */
  readonly address: string;
}

/** @param standing of a query's intent or refusal */
export function actorCompartment(actor: ActorFacts, standing?: Standing): JsonObject {
  const { account, login, person, name, unit, organisation, address } = actor;
  // In canonical order, as they are written (RFC 8785).
  const who = { account, address, login, name, organisation, person, unit };
  return standing ? { ...who, standing: standing as unknown as JsonObject } : who; // nothing but texts, truth values and lists of them
}

/** @throws MalformedRecord when the compartment is not one of ours */
export function readActor(compartment: JsonObject): ActorFacts {
  return {
    account: text(compartment, 'account'),
    login: text(compartment, 'login'),
    person: text(compartment, 'person'),
    name: text(compartment, 'name'),
    unit: text(compartment, 'unit'),
    organisation: text(compartment, 'organisation'),
    address: typeof field(compartment, 'address') === 'string' ? text(compartment, 'address') : '',
  };
}

/** undefined: the record is of no query, or older than the keeping of standings. @throws MalformedRecord */
export function readActorStanding(compartment: JsonObject): Standing | undefined {
  const standing = field(compartment, 'standing');
  try {
    return standing === undefined ? undefined : readStanding(standing, 'standing');
  } catch (error) {
    if (error instanceof ShapeError) throw new MalformedRecord(error.place);
    throw error;
  }
}
