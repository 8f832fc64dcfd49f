// The monthly reconciliation with a provider, for an operator: the log that is compared, and the record of what came of it.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Reconciliation, ServedList } from '#domain/gateway';
import { toBase64 } from '#domain/kernel';
import { formatVkey } from '#domain/ledger';
import { actorCompartment, logRetention } from '#domain/records';
import { actorFacts, type ProgrammeActor } from '#server/accounts';
import { findOperator } from './find-operator.ts';
import type { Installation } from './open-installation.ts';

export interface ProviderReconciliation {
  /** Of the programme's log. */
  readonly folder: string;
  /** Everything written by now stands in the folder when this resolves. */
  seal(): Promise<void>;
  /** Figures, and the digest of the list they come from: both sides keep the list itself. Gives the record's index. */
  record(list: ServedList, found: Reconciliation): Promise<number>;
}

/** undefined: there is no such programme. */
export async function reconcileProviderOf(installation: Installation, programme: string): Promise<ProviderReconciliation | undefined> {
  const actor = await findOperator(installation, programme);
  return (
    actor && {
      folder: join(installation.config.dataDirectory, 'logs', programme),
      seal: () => installation.ledger.flush(programme),
      record: (list, found) => record(installation, actor, list, found),
    }
  );
}

async function record(
  { ledger, clock }: Installation,
  actor: ProgrammeActor,
  list: ServedList,
  { matched, onlyOurs, onlyTheirs, differing }: Reconciliation,
): Promise<number> {
  const figures = { matched, onlyOurs: onlyOurs.length, onlyTheirs: onlyTheirs.length, differing: differing.length };
  const { index } = await ledger.append(actor.programme.id, {
    recordId: randomUUID(),
    type: 'provider-reconciliation',
    at: clock.now(),
    retention: logRetention,
    envelope: {
      regulation: actor.programme.regulation,
      month: list.month,
      ...figures,
      listDigest: toBase64(list.digest),
      providerKey: formatVkey(list.key),
    },
    actor: actorCompartment(actorFacts(actor)),
    subject: {},
    blindActor: actor.accountId,
  });
  return index;
}
