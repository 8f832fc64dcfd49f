// Filing an application for a client service: a new one, a change of one, or its reopening (NV-3.3, NV-5.6). Units have no accounts
// (NV-3.2): the project officer enters what the unit applied for, with the number of its paper or on-line form.
import { randomBytes } from 'node:crypto';
import { mayAct, newApplication, type ApplicationEvent } from '#domain/applications';
import { mayChange, reopeningForm, type ServiceHappening } from '#domain/clients';
import type { FormRule } from '#domain/regulations';
import { actorFacts, type ProgrammeActor } from '#server/accounts';
import type { Transaction } from '#server/platform';
import { checkProposed, type ProposedContent } from './check-proposed.ts';
import { contentEnvelope, contentSubject } from './client-facts.ts';
import { changedMeanwhile, notFound, type NotDone } from './client-outcome.ts';
import { actingAs, nowOf, platformOf, type ClientParts, type Moment, type Platform } from './client-parts.ts';
import {
  findApplication,
  findService,
  isServiceContent,
  type ReopeningContent,
  type StoredApplication,
  type StoredService,
} from './stored-services.ts';
import { changeClients, writeChange } from './write-change.ts';

export type Filed = { readonly kind: 'filed'; readonly application: string; readonly service: string } | NotDone;

export interface Filing {
  /** Of the using unit's own form. */
  readonly number: string;
  readonly note: string;
}

/** @param service the one to be changed, as its caller saw it; null: a new one */
export function fileApplication(
  parts: ClientParts,
  actor: ProgrammeActor,
  filing: Filing & { readonly service: { readonly id: string; readonly expected: number } | null; readonly content: ProposedContent },
): Promise<Filed> {
  const platform = platformOf(parts, actor.programme);
  if (!platform) return Promise.resolve(notFound);
  return changeClients(parts, async (tx) => {
    const context = { parts, tx, actor, platform, moment: nowOf(parts) };
    const service = filing.service && (await findService(tx, actor.programme.id, filing.service.id));
    if (filing.service && !service) return notFound;
    if (service && service.seq !== filing.service?.expected) return changedMeanwhile(platform.form);
    return file(context, { form: platform.form, filing, proposed: filing.content, service: service ?? null, before: null });
  });
}

/** Of a suspended service, with the evidence of improvement. */
export function fileReopening(
  parts: ClientParts,
  actor: ProgrammeActor,
  filing: Filing & { readonly service: { readonly id: string; readonly expected: number }; readonly evidence: string },
): Promise<Filed> {
  const platform = platformOf(parts, actor.programme);
  const form = platform && reopeningForm(platform.regulation);
  if (!form) return Promise.resolve(notFound);
  return changeClients(parts, async (tx) => {
    const context = { parts, tx, actor, platform, moment: nowOf(parts) };
    const service = await findService(tx, actor.programme.id, filing.service.id);
    if (!service) return notFound;
    if (service.seq !== filing.service.expected) return changedMeanwhile(form);
    return file(context, { form, filing, proposed: { evidence: filing.evidence }, service, before: null });
  });
}

/** Again, after it was returned: with other content, through every step anew. */
export function fileAgain(
  parts: ClientParts,
  actor: ProgrammeActor,
  application: string,
  filing: Filing & { readonly expected: number; readonly content: ProposedContent | ReopeningContent },
): Promise<Filed> {
  const platform = platformOf(parts, actor.programme);
  if (!platform) return Promise.resolve(notFound);
  return changeClients(parts, async (tx) => {
    const before = await findApplication(tx, actor.programme.id, platform.regulation, application);
    if (!before || isServiceContent(before.content) === 'evidence' in filing.content) return notFound;
    if (before.seq !== filing.expected) return changedMeanwhile(before.form);
    const service = (await findService(tx, actor.programme.id, before.service)) ?? null;
    const context = { parts, tx, actor, platform, moment: nowOf(parts) };
    return file(context, { form: before.form, filing, proposed: filing.content, service, before });
  });
}

interface FilingContext {
  readonly parts: ClientParts;
  readonly tx: Transaction;
  readonly actor: ProgrammeActor;
  readonly platform: Platform;
  readonly moment: Moment;
}

interface FilingOrder {
  readonly form: FormRule;
  readonly filing: Filing;
  readonly proposed: ProposedContent | ReopeningContent;
  /** null: a new one. */
  readonly service: StoredService | null;
  /** The returned application; null: it is filed for the first time. */
  readonly before: StoredApplication | null;
}

async function file(context: FilingContext, order: FilingOrder): Promise<Filed> {
  const { parts, tx, actor, platform, moment } = context;
  const { form, filing, proposed, service, before } = order;
  const may = mayAct(form, before?.application ?? newApplication, 'file', actingAs(actor));
  if (!may.allowed) return { kind: 'refused', clause: may.clause, code: may.code };
  const obstacle = before === null && service ? findObstacle(context, service, proposed) : undefined;
  if (obstacle) return obstacle;
  const checked =
    'evidence' in proposed
      ? { content: proposed }
      : await checkProposed(parts, tx, proposed, { programme: actor.programme.id, platform, moment, service: service?.id });
  if ('faults' in checked) return checked;

  const stored = before ?? { id: newId('ap'), service: service?.id ?? newId('cs'), seq: 0, form };
  const event: ApplicationEvent = {
    kind: 'filed',
    step: may.step,
    account: actor.accountId,
    person: actor.personId,
    at: moment.ms,
    note: filing.note,
    for: null,
  };
  const happened: ServiceHappening[] = before === null ? [{ kind: 'applied-for', application: stored.id }] : [];
  await writeChange(parts, tx, {
    programme: actor.programme.id,
    regulation: actor.programme.regulation,
    clause: form.clause,
    moment,
    actor: actorFacts(actor),
    services: happened.length > 0 ? [{ before: service ?? { id: stored.service, events: [] }, happened }] : [],
    application: { before: stored, filed: { number: filing.number, content: checked.content }, event },
    record: {
      type: 'client-service',
      envelope: { event: 'filed', form: form.code, application: stored.id, service: stored.service, ...contentEnvelope(checked.content) },
      subject: { number: filing.number, note: filing.note, ...contentSubject(checked.content) },
    },
  });
  return { kind: 'filed', application: stored.id, service: stored.service };
}

function findObstacle(
  { platform, actor, moment }: FilingContext,
  { service }: StoredService,
  proposed: FilingOrder['proposed'],
): NotDone | undefined {
  const change = { change: 'evidence' in proposed ? 'apply-for-reopening' : 'apply-for-change' } as const;
  const verdict = mayChange(platform.clauses, service, change, actingAs(actor), moment.ms);
  return verdict.allowed ? undefined : { kind: 'refused', clause: verdict.clause, code: verdict.code };
}

/** Unguessable and fit for a URL: `cs-0f1e…`. */
function newId(prefix: 'ap' | 'cs'): string {
  return `${prefix}-${randomBytes(8).toString('hex')}`;
}
