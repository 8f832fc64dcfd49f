// What the log says of an account's own doings: signing in and out, wrong passwords, the lock-out they lead to.
import { randomUUID } from 'node:crypto';
import { actorCompartment, logRetention } from '#domain/records';
import type { NewRecord } from '#server/ledger';
import { actorFacts, type SignedIn } from './signed-in.ts';

export function sessionRecord(
  type: 'sign-in' | 'sign-in-failed' | 'sign-out' | 'lock-out',
  who: SignedIn,
  at: Temporal.Instant,
  envelope: Record<string, boolean | number | string>,
): NewRecord {
  return {
    recordId: randomUUID(),
    type,
    at,
    retention: logRetention,
    envelope,
    actor: actorCompartment(actorFacts(who)),
    subject: {},
    blindActor: who.accountId,
  };
}
