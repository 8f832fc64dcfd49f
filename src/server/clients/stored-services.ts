// Client services and their applications as the database holds them: the events, and what follows from them. Nothing else is stored,
// so nothing can say otherwise than they do.
import { foldApplication, type Application, type ApplicationEvent } from '#domain/applications';
import { foldService, type ClientService, type ServiceContent, type ServiceEvent, type ServiceHappening } from '#domain/clients';
import type { FormRule, Regulation } from '#domain/regulations';
import type { Database } from '#server/platform';

/** `index`: of the record in the log. */
export type StoredEvent<Event> = Event & { readonly index: number | null };

export interface StoredService {
  readonly id: string;
  readonly programme: string;
  /** How many events there are: whoever changes it says which they saw. */
  readonly seq: number;
  readonly events: readonly StoredEvent<ServiceEvent>[];
  readonly service: ClientService;
}

/** What a reopening is asked with (NV-5.6). */
export interface ReopeningContent {
  readonly evidence: string;
}

export interface StoredApplication {
  readonly id: string;
  readonly form: FormRule;
  /** The service it is about. */
  readonly service: string;
  readonly number: string;
  readonly content: ServiceContent | ReopeningContent;
  readonly seq: number;
  readonly events: readonly StoredEvent<ApplicationEvent>[];
  readonly application: Application;
}

export function isServiceContent(content: StoredApplication['content']): content is ServiceContent {
  return !('evidence' in content);
}

interface Which {
  /** undefined: of all programmes. */
  readonly programme?: string | undefined;
  readonly service?: string;
}

/** In the order in which they were applied for. */
export async function findServices(database: Database, { programme, service }: Which): Promise<StoredService[]> {
  const rows = await database
    .selectFrom('client_service_event')
    .$if(programme !== undefined, (query) => query.where('programme_id', '=', programme ?? ''))
    .$if(service !== undefined, (query) => query.where('service_id', '=', service ?? ''))
    .selectAll()
    .orderBy('seq')
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.service_id);
  const services = [...grouped.values()].flatMap((group): StoredService[] => {
    const [first] = group;
    if (!first) return [];
    const events = group.map((row) => ({
      ...(row.happening as ServiceHappening), // only this program writes the column
      at: row.at.getTime(),
      account: row.account_id,
      person: row.person_id,
      index: row.record_index,
    }));
    return [{ id: first.service_id, programme: first.programme_id, seq: events.length, events, service: foldService(events) }];
  });
  return services.toSorted((one, other) => (one.events[0]?.at ?? 0) - (other.events[0]?.at ?? 0) || (one.id < other.id ? -1 : 1));
}

export async function findService(database: Database, programme: string, service: string): Promise<StoredService | undefined> {
  return (await findServices(database, { programme, service }))[0];
}

interface WhichApplications {
  readonly service?: string;
  readonly application?: string;
}

/** Newest first. Those of forms that the regulation doesn't have any more are left out. */
export async function findApplications(
  database: Database,
  programme: string,
  { forms }: Pick<Regulation, 'forms'>,
  { service, application }: WhichApplications = {},
): Promise<StoredApplication[]> {
  const rows = await database
    .selectFrom('application')
    .innerJoin('application_event as event', (join) =>
      join.onRef('event.programme_id', '=', 'application.programme_id').onRef('event.application_id', '=', 'application.id'),
    )
    .where('application.programme_id', '=', programme)
    .$if(service !== undefined, (query) => query.where('concerns', '=', service ?? ''))
    .$if(application !== undefined, (query) => query.where('id', '=', application ?? ''))
    .select(['id', 'form', 'concerns', 'number', 'application.content', 'event.seq', 'kind', 'step', 'account_id', 'person_id'])
    .select(['filed_for', 'at', 'note', 'record_index'])
    .orderBy('event.seq')
    .execute();
  const found = [...Map.groupBy(rows, (row) => row.id).values()].flatMap((group): StoredApplication[] => {
    const [first] = group;
    const form = forms.find(({ code }) => code === first?.form);
    if (!first || !form) return [];
    const events = group.map((row) => {
      const done = { step: row.step, account: row.account_id, person: row.person_id, at: row.at.getTime(), note: row.note };
      const index = row.record_index;
      return row.kind === 'filed' ? { ...done, kind: row.kind, for: row.filed_for, index } : { ...done, kind: row.kind, index };
    });
    const content = first.content as StoredApplication['content']; // only this program writes the column
    const { id, concerns, number } = first;
    return [{ id, form, service: concerns, number, content, seq: events.length, events, application: foldApplication(form, events) }];
  });
  const filedAt = ({ events }: StoredApplication): number => events[0]?.at ?? 0;
  return found.toSorted((one, other) => filedAt(other) - filedAt(one) || (one.id < other.id ? -1 : 1));
}

export async function findApplication(
  database: Database,
  programme: string,
  regulation: Pick<Regulation, 'forms'>,
  application: string,
): Promise<StoredApplication | undefined> {
  return (await findApplications(database, programme, regulation, { application }))[0];
}
