// Every change of a client service or an application: its events, the allow-list and its record in the log commit together. Changes
// come one at a time, so what was judged before the write still holds at it; every node is told.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ApplicationEvent } from '#domain/applications';
import { foldService, type ServiceEvent, type ServiceHappening } from '#domain/clients';
import type { JsonObject } from '#domain/kernel';
import type { IpAddress } from '#domain/query';
import { actorCompartment, logRetention, type ActorFacts } from '#domain/records';
import type { ClauseId } from '#domain/regulations';
import type { Receipt } from '#server/ledger';
import type { Transaction } from '#server/platform';
import type { ClientParts, Moment } from './client-parts.ts';
import type { StoredApplication, StoredService } from './stored-services.ts';

/** Nodes listen to it. */
export const changesChannel = 'mingcha_client_services';

/** One change at a time, until the transaction ends. */
export function changeClients<T>({ database }: Pick<ClientParts, 'database'>, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.transaction().execute(async (tx) => {
    await tx.selectFrom('client_registry').select('version').forUpdate().executeTakeFirstOrThrow();
    return work(tx);
  });
}

export interface ClientChange {
  readonly programme: string;
  readonly regulation: string;
  readonly clause: ClauseId | string;
  readonly moment: Moment;
  readonly actor: ActorFacts;
  /** Each service with what happened to it, in order. */
  readonly services: readonly { readonly before: Pick<StoredService, 'id' | 'events'>; readonly happened: readonly ServiceHappening[] }[];
  readonly application?: ApplicationChange;
  readonly record: { readonly type: 'client-service' | 'address-review'; readonly envelope: JsonObject; readonly subject: JsonObject };
}

export interface ApplicationChange {
  readonly before: Pick<StoredApplication, 'id' | 'seq' | 'service'> & { readonly form: { readonly code: string } };
  /** With what was filed, where it was. */
  readonly filed?: Pick<StoredApplication, 'number' | 'content'>;
  readonly event: ApplicationEvent;
}

/** The transaction's last words but one: its record comes last, and then only the places where the record stands. */
export async function writeChange(parts: ClientParts, tx: Transaction, change: ClientChange): Promise<Receipt> {
  await tx.updateTable('client_registry').set({ version: sql`version + 1` }).execute(); // prettier-ignore
  await sql`select pg_notify(${changesChannel}, '')`.execute(tx);
  for (const { before, happened } of change.services) await writeServiceEvents(tx, change, before, happened);
  if (change.application) await writeApplicationEvent(tx, change.programme, change.application);
  const { programme, moment, actor, record } = change;
  const receipt = await parts.ledger.appendWithin(tx, programme, {
    recordId: randomUUID(),
    type: record.type,
    at: moment.instant,
    retention: logRetention,
    envelope: { regulation: change.regulation, clause: change.clause, ...record.envelope },
    actor: actorCompartment(actor),
    subject: record.subject,
    blindActor: actor.account,
  });
  await keepIndex(tx, change, receipt.index);
  return receipt;
}

async function writeServiceEvents(
  tx: Transaction,
  { programme, actor, moment }: ClientChange,
  before: Pick<StoredService, 'id' | 'events'>,
  happened: readonly ServiceHappening[],
): Promise<void> {
  const { account, person } = actor;
  const seq = before.events.length;
  const key = { programme_id: programme, service_id: before.id };
  await tx
    .insertInto('client_service')
    .values({ programme_id: programme, id: before.id, seq: seq + happened.length })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doUpdateSet({ seq: seq + happened.length }))
    .execute();
  const rows = happened.map((happening, place) => ({
    ...key,
    seq: seq + 1 + place,
    at: moment.instant.toString(),
    account_id: account,
    person_id: person,
    happening: JSON.stringify(happening),
    record_index: null,
  }));
  await tx.insertInto('client_service_event').values(rows).execute();
  const events: ServiceEvent[] = happened.map((happening) => ({ ...happening, at: moment.ms, account, person }));
  const after = foldService([...before.events, ...events]);
  await keepAllowList(tx, key, after.addresses.map(({ address }) => address)); // prettier-ignore
}

/** An address that another service has is a fault here: nothing is set with one that is taken. */
async function keepAllowList(
  tx: Transaction,
  key: { programme_id: string; service_id: string },
  addresses: readonly IpAddress[],
): Promise<void> {
  const { programme_id, service_id } = key;
  const own = tx
    .selectFrom('client_address')
    .select('address')
    .where('programme_id', '=', programme_id)
    .where('service_id', '=', service_id);
  const listed = (await own.execute()).map(({ address }) => address);
  const [gone, fresh] = [
    listed.filter((address) => !addresses.some((each) => each === address)),
    addresses.filter((each) => !listed.includes(each)),
  ];
  if (gone.length > 0)
    await tx
      .deleteFrom('client_address')
      .where('programme_id', '=', programme_id)
      .where('service_id', '=', service_id)
      .where('address', 'in', gone)
      .execute();
  if (fresh.length > 0)
    await tx.insertInto('client_address').values(fresh.map((address) => ({ ...key, address, last_used_on: null }))).execute(); // prettier-ignore
}

async function writeApplicationEvent(tx: Transaction, programme: string, { before, filed, event }: ApplicationChange): Promise<void> {
  const seq = before.seq + 1;
  const content = filed && JSON.stringify(filed.content);
  if (before.seq === 0 && filed && content !== undefined) {
    const { id, form, service: concerns } = before;
    await tx.insertInto('application').values({ programme_id: programme, id, form: form.code, concerns, number: filed.number, content, seq }).execute(); // prettier-ignore
  } else {
    await tx
      .updateTable('application')
      .set({ seq, ...(filed && { number: filed.number }), ...(content !== undefined && { content }) })
      .where('programme_id', '=', programme)
      .where('id', '=', before.id)
      .execute();
  }
  const { kind, step, account, person, at, note } = event;
  await tx
    .insertInto('application_event')
    .values({
      programme_id: programme,
      application_id: before.id,
      seq,
      kind,
      step,
      account_id: account,
      person_id: person,
      filed_for: event.kind === 'filed' ? event.for : null,
      at: new Date(at),
      note,
      content: content ?? null,
      record_index: null,
    })
    .execute();
}

async function keepIndex(tx: Transaction, { programme, services, application }: ClientChange, index: number): Promise<void> {
  for (const { before } of services) {
    await tx
      .updateTable('client_service_event')
      .set({ record_index: index })
      .where('programme_id', '=', programme)
      .where('service_id', '=', before.id)
      .where('record_index', 'is', null)
      .execute();
  }
  if (!application) return;
  await tx
    .updateTable('application_event')
    .set({ record_index: index })
    .where('programme_id', '=', programme)
    .where('application_id', '=', application.before.id)
    .where('record_index', 'is', null)
    .execute();
}
