// The evidence of a closed month from the command line, by an operator with the keys at hand.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findRegulation } from '#regulations';
import { exportEvidence, type EvidenceExport, type EvidenceRequest } from '#server/evidence';
import { findOperator } from './find-operator.ts';
import type { Installation } from './open-installation.ts';

export type EvidenceOrder = Omit<EvidenceRequest, 'logFolder' | 'policy'> & { readonly programme: string };

export async function exportEvidenceOf(installation: Installation, { programme, ...order }: EvidenceOrder): Promise<EvidenceExport> {
  const actor = await findOperator(installation, programme);
  if (!actor) return { kind: 'not-found' };
  const { database, ledger, keystore, clock, config } = installation;
  const logFolder = join(config.dataDirectory, 'logs', programme);
  const policy = config.witnessPolicyFile === undefined ? undefined : await readFile(config.witnessPolicyFile);
  return exportEvidence({ database, ledger, keystore, clock, findRegulation }, actor, { ...order, logFolder, policy });
}
