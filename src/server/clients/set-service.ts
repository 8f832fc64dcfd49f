// Setting what was approved (NV-3.3): the last step, by the responsible person. From then on the service may ask; its key is issued with
// it and shown this once.
import { mayAct } from '#domain/applications';
import { isUsable, type ClientService, type ServiceContent, type ServiceHappening } from '#domain/clients';
import { actorFacts, type ProgrammeActor } from '#server/accounts';
import { checkProposed } from './check-proposed.ts';
import { contentEnvelope, contentSubject } from './client-facts.ts';
import { issuedKey, newKeyId, type IssuedKey } from './client-key.ts';
import { changedMeanwhile, notFound, type NotDone } from './client-outcome.ts';
import { actingAs, nowOf, platformOf, type ClientParts } from './client-parts.ts';
import { findApplication, findService, isServiceContent } from './stored-services.ts';
import { changeClients, writeChange } from './write-change.ts';

/** `key`: null where the service has one already, or proves itself by a certificate. */
export type ServiceSet = { readonly kind: 'set'; readonly service: string; readonly key: IssuedKey | null } | NotDone;

export function setService(
  parts: ClientParts,
  actor: ProgrammeActor,
  id: string,
  { expected, note }: { readonly expected: number; readonly note: string },
): Promise<ServiceSet> {
  const platform = platformOf(parts, actor.programme);
  if (!platform) return Promise.resolve(notFound);
  const programme = actor.programme.id;
  return changeClients(parts, async (tx): Promise<ServiceSet> => {
    const before = await findApplication(tx, programme, platform.regulation, id);
    const service = before && (await findService(tx, programme, before.service));
    if (!before || !service) return notFound;
    const { form, content: proposed } = before;
    const may = mayAct(form, before.application, 'set', actingAs(actor));
    if (!may.allowed || !isServiceContent(proposed))
      return may.allowed ? notFound : { kind: 'refused', clause: may.clause, code: may.code };
    if (before.seq !== expected) return changedMeanwhile(form);
    const moment = nowOf(parts);
    // Days have passed since it was filed: a period may be over, an address taken.
    const checked = await checkProposed(parts, tx, proposed, { programme, platform, moment, service: service.id });
    if ('faults' in checked) return checked;
    const { content } = checked;
    const key = needsKey(service.service, content, moment.ms) ? newKeyId() : undefined;
    const happened: ServiceHappening[] = [{ kind: 'set', application: before.id, content }];
    if (key !== undefined) happened.push({ kind: 'key-issued', key });
    await writeChange(parts, tx, {
      programme,
      regulation: actor.programme.regulation,
      clause: form.clause,
      moment,
      actor: actorFacts(actor),
      services: [{ before: service, happened }],
      application: {
        before,
        event: { kind: 'set', step: may.step, account: actor.accountId, person: actor.personId, at: moment.ms, note },
      },
      record: {
        type: 'client-service',
        envelope: {
          event: 'set',
          form: form.code,
          application: before.id,
          service: service.id,
          ...contentEnvelope(content),
          ...(key !== undefined && { key }),
        },
        subject: { number: before.number, note, ...contentSubject(content) },
      },
    });
    return { kind: 'set', service: service.id, key: key === undefined ? null : issuedKey(parts.keystore, programme, key) };
  });
}

function needsKey({ keys }: ClientService, { certificate }: ServiceContent, at: number): boolean {
  return certificate === null && !keys.some((key) => isUsable(key, at));
}
