// The month's end from the command line: what an operator with the keys at hand may look at and print. Closing, drawing,
// marking and signing are for the people whom the regulation names; they sign in.
import { findRegulation } from '#regulations';
import { exportSampleList, findMonth, findMonths, printMonth, type AuditParts } from '#server/audits';
import { findOperator } from './find-operator.ts';
import type { Installation } from './open-installation.ts';

/** `not-found`: no such programme or month. */
export type PrintedMonth =
  | { readonly kind: 'printed'; readonly bytes: Uint8Array }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-closed'; readonly clause: string };

export async function listMonths(installation: Installation, programme: string) {
  const actor = await findOperator(installation, programme);
  return actor && (await findMonths(auditParts(installation), actor)).map(({ summary }) => summary);
}

/** `csv`: the list as `mingcha sample` reads it. The others are recorded as printed by the command line. */
export async function printMonthOf(
  installation: Installation,
  programme: string,
  month: string,
  format: 'pdf' | 'ods' | 'csv',
): Promise<PrintedMonth> {
  const actor = await findOperator(installation, programme);
  if (!actor) return { kind: 'not-found' };
  const parts = auditParts(installation);
  if (format !== 'csv') return printMonth(parts, actor, month, format);
  const found = await findMonth(parts, actor, month);
  if (!found) return { kind: 'not-found' };
  if (!found.closing) return { kind: 'not-closed', clause: 'NW-5.2' };
  return { kind: 'printed', bytes: Buffer.from(await exportSampleList(parts, actor, month), 'utf8') };
}

function auditParts({ database, ledger, keystore, clock }: Installation): AuditParts {
  return { database, ledger, keystore, clock, findRegulation };
}
