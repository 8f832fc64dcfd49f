// Compartment B of every record: who acted, as the log must show it (NW-4.1.6: 查詢者帳號).
import type { JsonObject } from '#domain/kernel';
import { field, text } from './record-fields.ts';

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

export function actorCompartment(actor: ActorFacts): JsonObject {
  const { account, login, person, name, unit, organisation, address } = actor;
  return { account, login, person, name, unit, organisation, address };
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
