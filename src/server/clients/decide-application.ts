// Deciding on an application: approved by the supervisor, returned, rejected or withdrawn (NV-3.3). A reopening that is approved in its
// last step resumes the service (NV-5.6); one that comes to nothing leaves the service as it was.
import { afterEvent, mayAct, type ApplicationAct, type ApplicationEvent } from '#domain/applications';
import type { ServiceHappening } from '#domain/clients';
import { actorFacts, type ProgrammeActor } from '#server/accounts';
import { contentSubject } from './client-facts.ts';
import { changedMeanwhile, notFound, type NotDone } from './client-outcome.ts';
import { actingAs, nowOf, platformOf, type ClientParts } from './client-parts.ts';
import { findApplication, findService } from './stored-services.ts';
import { changeClients, writeChange } from './write-change.ts';

export type Decided = { readonly kind: 'decided'; readonly application: string; readonly service: string } | NotDone;

export interface ApplicationDecision {
  readonly act: Extract<ApplicationAct, 'approve' | 'return' | 'reject' | 'withdraw'>;
  readonly expected: number;
  readonly note: string;
}

export function decideApplication(
  parts: ClientParts,
  actor: ProgrammeActor,
  id: string,
  { act, expected, note }: ApplicationDecision,
): Promise<Decided> {
  const platform = platformOf(parts, actor.programme);
  if (!platform) return Promise.resolve(notFound);
  return changeClients(parts, async (tx): Promise<Decided> => {
    const before = await findApplication(tx, actor.programme.id, platform.regulation, id);
    const service = before && (await findService(tx, actor.programme.id, before.service));
    if (!before || !service) return notFound;
    const { form } = before;
    const may = mayAct(form, before.application, act, actingAs(actor));
    if (!may.allowed) return { kind: 'refused', clause: may.clause, code: may.code };
    if (before.seq !== expected) return changedMeanwhile(form);
    const moment = nowOf(parts);
    const event = {
      kind: may.kind,
      step: may.step,
      account: actor.accountId,
      person: actor.personId,
      at: moment.ms,
      note,
    } as ApplicationEvent; // none of these is a filing
    const { state } = afterEvent(form, before.application, event);
    // It may have been resumed by its proposal meanwhile: nothing is left to reopen.
    if (state === 'completed' && !service.service.suspension) return { kind: 'refused', clause: form.clause, code: 'not-suspended' };
    await writeChange(parts, tx, {
      programme: actor.programme.id,
      regulation: actor.programme.regulation,
      clause: form.clause,
      moment,
      actor: actorFacts(actor),
      services: happensTo(state, before.id).map((happening) => ({ before: service, happened: [happening] })),
      application: { before, event },
      record: {
        type: 'client-service',
        envelope: { event: may.kind, form: form.code, application: before.id, service: before.service, step: may.step },
        subject: { number: before.number, note, ...contentSubject(before.content) },
      },
    });
    return { kind: 'decided', application: before.id, service: before.service };
  });
}

function happensTo(state: ReturnType<typeof afterEvent>['state'], application: string): readonly ServiceHappening[] {
  if (state === 'completed') return [{ kind: 'resumed', application }];
  return state === 'rejected' || state === 'withdrawn' ? [{ kind: 'not-set', application }] : [];
}
