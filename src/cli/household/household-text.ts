// Imports as an operator reads them.
import type { HouseholdImport } from '#contract';
import type { FileRefusal, HouseholdStatus } from '#server';

export function refusalText({ code, clause, field, fieldCode, row }: Partial<FileRefusal>): string {
  const place = [field && `field ${field}${fieldCode ? ` (${fieldCode})` : ''}`, row !== undefined && `row ${row}`]
    .filter(Boolean)
    .join(', ');
  return `refused by ${clause}: ${code}${place ? `, ${place}` : ''}`;
}

export function importText(one: HouseholdImport): string {
  const lines = [`${one.kind} of ${one.period} (as of ${one.asOf}): ${one.state}`];
  if (one.refusal) lines.push(refusalText(one.refusal as Partial<FileRefusal>)); // the wire writes an absent key as undefined
  if (one.loadedRows !== null) lines.push(`${one.loadedRows} rows, ${one.badRows} bad ones left out`);
  if (one.came !== null) lines.push(`${one.came} came, ${one.went} went, ${one.changed} changed`);
  for (const [code, count] of Object.entries(one.warnings)) lines.push(`warning: ${code}: ${count}`);
  for (const { row, code, field } of one.badRowList.slice(0, 20)) lines.push(`row ${row}${field ? `, ${field}` : ''}: ${code}`);
  if (one.outOfProportion) lines.push('out of proportion: confirm it (--confirm-difference, or on the page), or give it up');
  if (one.destroyedAt !== null) lines.push(`raw file destroyed at ${one.destroyedAt} (NV-4.4), record ${one.destructionIndex}`);
  return lines.join('\n');
}

export function statusText({ recipient, serving, imports }: HouseholdStatus): string {
  return [
    serving ? `serving: ${serving.rows} persons as of ${serving.asOf}` : 'serving: nothing',
    `recipient: ${recipient ?? 'none (mingcha household identity)'}`,
    ...imports.map((one) => `${one.openedAt}  ${one.kind}  ${one.period}  ${one.state}  ${one.id}`),
  ].join('\n');
}
