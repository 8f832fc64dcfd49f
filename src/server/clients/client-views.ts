// Client services and their applications as the wire shows them.
import type { ClientServiceDetail, ClientServiceSummary, ServiceApplication } from '#contract';
import { applicationActs, mayAct, roleFor, type ApplicationAct } from '#domain/applications';
import type { ClientClauses, ServiceContent, ServiceEvent } from '#domain/clients';
import type { ProgrammeActor } from '#server/accounts';
import type { Database } from '#server/platform';
import { actingAs } from './client-parts.ts';
import { isServiceContent, type StoredApplication, type StoredService } from './stored-services.ts';

/** Names of accounts; what the program or the command line did has none. */
export type Names = ReadonlyMap<string, string>;

export async function findNames(database: Database, accounts: readonly string[]): Promise<Names> {
  if (accounts.length === 0) return new Map();
  const rows = await database
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'person.name'])
    .where('account.id', 'in', [...new Set(accounts)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

interface Happened {
  readonly at: number;
  readonly account: string;
  readonly index: number | null;
}

export function happenedView(names: Names, { at, account, index }: Happened): { at: string; by: string; index: number | null } {
  return { at: instantText(at), by: names.get(account) ?? '系統自動處理', index };
}

function instantText(ms: number): string {
  return new Date(ms).toISOString();
}

export function applicationView(stored: StoredApplication, actor: ProgrammeActor, names: Names): ServiceApplication {
  const { id, service, form, number, seq, content, application, events } = stored;
  const who = actingAs(actor);
  const acts = Object.keys(applicationActs) as ApplicationAct[]; // the keys of the table
  return {
    id,
    service,
    form: { code: form.code, name: form.name, clause: form.clause },
    number,
    state: application.state,
    seq,
    content: isServiceContent(content) ? contentView(content) : null,
    evidence: isServiceContent(content) ? null : content.evidence,
    steps: form.chain.map((step) => ({ ...step, enteredBy: roleFor(step) ?? '' })),
    nextStep: application.nextStep,
    mayDo: acts.filter((act) => mayAct(form, application, act, who).allowed),
    events: events.map((event) => ({ ...happenedView(names, event), kind: event.kind, step: event.step, note: event.note })),
  };
}

/** Address → the day of its last use. */
export type LastUses = ReadonlyMap<string, string | null>;

/** @param applications of the programme: what was never set is shown as it was applied for */
export function summaryView(
  { id, service }: StoredService,
  applications: readonly StoredApplication[],
  used: LastUses,
): ClientServiceSummary {
  const content = service.content ?? applications.map((each) => (each.service === id ? each.content : undefined)).find(isContent);
  const { suspension } = service;
  return {
    id,
    name: content?.name ?? '',
    unit: content?.unit ?? '',
    state: service.state,
    suspension: suspension && { cause: suspension.cause, clause: suspension.clause, at: instantText(suspension.at) },
    claims: [...(content?.claims ?? [])],
    addresses: service.addresses.length,
    from: service.content?.from ?? null,
    until: service.content?.until ?? null,
    requestsPerDay: service.content?.requestsPerDay ?? null,
    personsPerDay: service.content?.personsPerDay ?? null,
    lastUsedOn: service.addresses.map(({ address }) => used.get(address) ?? null).reduce(later, null),
    application: service.application,
  };
}

function later(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}

function isContent(content: StoredApplication['content'] | undefined): content is ServiceContent {
  return content !== undefined && isServiceContent(content);
}

interface DetailSources {
  readonly applications: readonly StoredApplication[];
  readonly actor: ProgrammeActor;
  readonly names: Names;
  readonly used: LastUses;
  readonly clauses: ClientClauses;
}

export function detailView(stored: StoredService, { applications, actor, names, used, clauses }: DetailSources): ClientServiceDetail {
  const { service, seq, events, id } = stored;
  return {
    summary: summaryView(stored, applications, used),
    seq,
    content: service.content && contentView(service.content),
    addresses: service.addresses.map(({ address, since }) => ({
      address,
      since: instantText(since),
      lastUsedOn: used.get(address) ?? null,
    })),
    keys: service.keys.map(({ id: key, issuedAt, usableUntil }) => ({
      id: key,
      issuedAt: instantText(issuedAt),
      usableUntil: usableUntil === null ? null : instantText(usableUntil),
    })),
    resumptionProposed: service.proposedBy !== null,
    events: events.map((event) => ({
      ...happenedView(names, event),
      kind: event.kind,
      clause: eventClause(clauses, event),
      cause: event.kind === 'suspended' ? event.cause : null,
    })),
    applications: applications.filter((each) => each.service === id).map((each) => applicationView(each, actor, names)),
  };
}

function eventClause(clauses: ClientClauses, event: ServiceEvent): string {
  switch (event.kind) {
    case 'suspended':
      return event.clause;
    case 'resumption-proposed':
    case 'resumed':
      return clauses.reopening;
    case 'addresses-removed':
      return clauses.review;
    default:
      return clauses.setting;
  }
}

/** Written out: what was stored beside it is not shown by chance. */
function contentView(content: ServiceContent): NonNullable<ClientServiceDetail['content']> {
  const { name, unit, from, until, requestsPerDay, personsPerDay, contact, certificate } = content;
  return {
    name,
    unit,
    purposes: [...content.purposes],
    operations: [...content.operations],
    claims: [...content.claims],
    addresses: [...content.addresses],
    from,
    until,
    requestsPerDay,
    personsPerDay,
    contact: { name: contact.name, reachedBy: contact.reachedBy },
    certificate,
  };
}
