// A log's key is changed from the command line, by an operator with the keys at hand. The log holds who did it.
import { randomUUID } from 'node:crypto';
import { actorCompartment, logRetention } from '#domain/records';
import { actorFacts } from '#server/accounts';
import type { KeyChange, KeyOverlap } from '#server/ledger';
import { findOperator } from './find-operator.ts';
import type { Installation } from './open-installation.ts';

/** undefined: there is no such programme. */
export async function rotateKeyOf(
  installation: Installation,
  programme: string,
  overlap: KeyOverlap,
): Promise<Omit<KeyChange, 'step'> | undefined> {
  const { ledger, clock } = installation;
  const actor = await findOperator(installation, programme);
  if (!actor) return undefined;
  const { regulation } = actor.programme;
  return ledger.rotateKey(programme, {
    overlap,
    recordOf: (change) => ({
      recordId: randomUUID(),
      type: 'key-change',
      at: clock.now(),
      retention: logRetention,
      envelope: { regulation, ...change },
      actor: actorCompartment(actorFacts(actor)),
      subject: {},
      blindActor: actor.accountId,
    }),
  });
}
