// What happens to a client service that is set: suspended and resumed (NV-5.5, NV-5.6), its key rotated or revoked, its end. Each with
// its clause and record; whoever acts says which state of it they saw.
import { mayChange, type ServiceChange, type ServiceHappening, type SuspensionCause } from '#domain/clients';
import type { JsonObject } from '#domain/kernel';
import { actorFacts, type ProgrammeActor } from '#server/accounts';
import { serviceSubject } from './client-facts.ts';
import { issuedKey, newKeyId, type IssuedKey } from './client-key.ts';
import { changedMeanwhile, notFound, type NotDone } from './client-outcome.ts';
import { actingAs, nowOf, platformOf, type ClientParts, type Moment } from './client-parts.ts';
import { findService } from './stored-services.ts';
import { changeClients, writeChange } from './write-change.ts';

export type Changed = { readonly kind: 'changed' } | NotDone;

/** `expected`: the service's number of events as the caller saw it. */
export interface ServiceOrder {
  readonly service: string;
  readonly expected: number;
  readonly note: string;
}

export function suspendService(
  parts: ClientParts,
  actor: ProgrammeActor,
  order: ServiceOrder & { readonly cause: SuspensionCause },
): Promise<Changed> {
  return change(parts, actor, order, { change: 'suspend', cause: order.cause }, (_moment, clause) => ({
    kind: 'suspended',
    cause: order.cause,
    clause,
  }));
}

export function proposeResumption(parts: ClientParts, actor: ProgrammeActor, order: ServiceOrder): Promise<Changed> {
  return change(parts, actor, order, { change: 'propose-resumption' }, () => ({ kind: 'resumption-proposed' }));
}

export function confirmResumption(parts: ClientParts, actor: ProgrammeActor, order: ServiceOrder): Promise<Changed> {
  return change(parts, actor, order, { change: 'confirm-resumption' }, () => ({ kind: 'resumed', application: null }));
}

export const longestOverlapHours = 7 * 24;

/** @param order.overlapHours how long the key before works beside the new one: 0 to 168 */
export async function rotateKey(
  parts: ClientParts,
  actor: ProgrammeActor,
  order: ServiceOrder & { readonly overlapHours: number },
): Promise<{ readonly kind: 'rotated'; readonly key: IssuedKey } | NotDone> {
  const key = newKeyId();
  const hours = Math.min(order.overlapHours, longestOverlapHours);
  const done = await change(parts, actor, order, { change: 'rotate-key' }, ({ ms }) => ({
    kind: 'key-rotated',
    key,
    othersUntil: ms + hours * 3_600_000,
  }));
  return done.kind === 'changed' ? { kind: 'rotated', key: issuedKey(parts.keystore, actor.programme.id, key) } : done;
}

export function revokeKey(parts: ClientParts, actor: ProgrammeActor, order: ServiceOrder & { readonly key: string }): Promise<Changed> {
  return change(parts, actor, order, { change: 'revoke-key', key: order.key }, () => ({ kind: 'key-revoked', key: order.key }));
}

export function endService(parts: ClientParts, actor: ProgrammeActor, order: ServiceOrder): Promise<Changed> {
  return change(parts, actor, order, { change: 'end' }, () => ({ kind: 'ended' }));
}

function change(
  parts: ClientParts,
  actor: ProgrammeActor,
  order: ServiceOrder,
  wanted: ServiceChange,
  happens: (moment: Moment, clause: string) => ServiceHappening,
): Promise<Changed> {
  const platform = platformOf(parts, actor.programme);
  if (!platform) return Promise.resolve(notFound);
  return changeClients(parts, async (tx): Promise<Changed> => {
    const stored = await findService(tx, actor.programme.id, order.service);
    if (!stored) return notFound;
    const moment = nowOf(parts);
    const verdict = mayChange(platform.clauses, stored.service, wanted, actingAs(actor), moment.ms);
    if (!verdict.allowed) return { kind: 'refused', clause: verdict.clause, code: verdict.code };
    if (stored.seq !== order.expected) return changedMeanwhile(verdict);
    const happening = happens(moment, verdict.clause);
    const { content } = stored.service;
    await writeChange(parts, tx, {
      programme: actor.programme.id,
      regulation: actor.programme.regulation,
      clause: verdict.clause,
      moment,
      actor: actorFacts(actor),
      services: [{ before: stored, happened: [happening] }],
      record: {
        type: 'client-service',
        envelope: { service: stored.id, ...happeningEnvelope(happening) },
        subject: { note: order.note, ...(content && serviceSubject(content)) },
      },
    });
    return { kind: 'changed' };
  });
}

function happeningEnvelope({ kind, ...facts }: ServiceHappening): JsonObject {
  return { event: kind, ...(facts as JsonObject) }; // texts, numbers and nulls: no kind of them that happens here holds more
}
