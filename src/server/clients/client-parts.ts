// What client services are run with, and the rules of the programme they belong to. Under a regulation without a form for client
// services there are none: such a programme's are "not found".
import type { ApplicationActor } from '#domain/applications';
import { clientClauses, serviceForm, type ClientClauses } from '#domain/clients';
import { isoDateOf, type IsoDate } from '#domain/kernel';
import type { FormRule, GoverningRegulations, Regulation } from '#domain/regulations';
import { governingRegulations, type ProgrammeActor } from '#server/accounts';
import type { Keystore } from '#server/keys';
import type { Ledger } from '#server/ledger';
import { dayInTaipei, type Clock, type Database } from '#server/platform';

export interface ClientParts {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly keystore: Keystore;
  readonly clock: Clock;
  /** A demonstration installation: its services may ask from this machine itself. */
  readonly demo: boolean;
  findRegulation(id: string): Regulation | undefined;
}

/** A programme under which other systems ask. */
export interface Platform {
  /** The programme's own first. */
  readonly regulations: GoverningRegulations;
  readonly regulation: Regulation;
  readonly form: FormRule;
  readonly clauses: ClientClauses;
}

export function platformOf(parts: Pick<ClientParts, 'findRegulation'>, programme: ProgrammeActor['programme']): Platform | undefined {
  const regulations = governingRegulations((id) => parts.findRegulation(id), programme);
  const [regulation] = regulations;
  const [form, clauses] = [serviceForm(regulation), clientClauses(regulation)];
  return form && clauses && { regulations, regulation, form, clauses };
}

/** To the millisecond, as columns and records both hold it. */
export interface Moment {
  readonly instant: Temporal.Instant;
  readonly ms: number;
  readonly day: IsoDate;
}

export function nowOf({ clock }: Pick<ClientParts, 'clock'>): Moment {
  const instant = clock.now().round({ smallestUnit: 'millisecond', roundingMode: 'trunc' });
  return { instant, ms: instant.epochMilliseconds, day: isoDateOf(dayInTaipei(instant)) };
}

/** Who acts, as the rules of applications and services judge them. */
export function actingAs({ accountId: account, personId: person, roles }: ProgrammeActor): ApplicationActor {
  return { account, person, roles };
}
