// Requests of nobody who is known: recorded in the log of the programme whose key they named, else of every programme that other systems ask,
// as attempts to get in that failed. In bounds, so that an outsider can't fill the log.
import { randomUUID } from 'node:crypto';
import { actorCompartment, logRetention } from '#domain/records';
import type { Regulation } from '#domain/regulations';
import { askingClauses } from './asker.ts';
import type { Authentication } from './authenticate.ts';
import type { Outcome } from './outcome.ts';
import { problem } from './refuse.ts';
import type { Verifying } from './verification-parts.ts';

export interface AskedProgramme {
  readonly id: string;
  readonly organisation: string;
  readonly regulation: Regulation;
}

type NotKnown = Extract<Authentication, { kind: 'not-known' }>;

/** @param programmes that other systems ask */
export async function refuseUnknown(
  { bounded }: Pick<Verifying, 'bounded'>,
  programmes: readonly AskedProgramme[],
  request: { readonly at: Temporal.Instant; readonly address: string; readonly who: NotKnown },
): Promise<Outcome> {
  const { at, address, who } = request;
  const concerned = programmes.filter(({ id }) => who.programme === undefined || id === who.programme);
  await Promise.all(
    concerned.map(({ id, organisation, regulation }) =>
      bounded.note(id, `nobody ${address}`, at.epochMilliseconds, (count) => ({
        recordId: randomUUID(),
        type: 'sign-in-failed',
        at,
        retention: logRetention,
        envelope: { clause: askingClauses(regulation).access, code: who.code, count, operation: 'verify', regulation: regulation.id },
        actor: actorCompartment({ account: '', address, login: who.keyId, name: '', organisation, person: '', unit: '' }),
        subject: {},
      })),
    ),
  );
  return problem('signature-invalid');
}
