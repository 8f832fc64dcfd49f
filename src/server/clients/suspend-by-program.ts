// Suspending a client service without a person: the program saw something that must end at once. The record says so, and what it saw.
import { serviceSubject, programActor } from './client-facts.ts';
import { nowOf, type ClientParts } from './client-parts.ts';
import type { SuspensionOrder } from './client-services.ts';
import { findServices } from './stored-services.ts';
import { changeClients, writeChange } from './write-change.ts';

/** False: there is none that is in use. */
export function suspendByProgram(parts: ClientParts, service: string, { cause, clause, reason }: SuspensionOrder): Promise<boolean> {
  return changeClients(parts, async (tx) => {
    const [stored] = await findServices(tx, { service });
    if (stored?.service.state !== 'in-use') return false;
    const programme = await tx
      .selectFrom('programme')
      .innerJoin('organisation', 'organisation.id', 'programme.organisation_id')
      .select(['regulation', 'organisation.name as organisation'])
      .where('programme.id', '=', stored.programme)
      .executeTakeFirstOrThrow();
    const { content } = stored.service;
    await writeChange(parts, tx, {
      programme: stored.programme,
      regulation: programme.regulation,
      clause,
      moment: nowOf(parts),
      actor: programActor(programme.organisation),
      services: [{ before: stored, happened: [{ kind: 'suspended', cause, clause }] }],
      record: {
        type: 'client-service',
        envelope: { service, event: 'suspended', cause, reason },
        subject: content ? serviceSubject(content) : {},
      },
    });
    return true;
  });
}
