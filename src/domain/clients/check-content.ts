// What a client service may be applied for with, under its regulation: known purposes and operations, claims that a purpose needs
// (NV-2.4), a use period (NV-4.1.2), budgets. Its addresses have rules of their own (#domain/verification). Every fault at once,
// each with its field and clause.
import { addMonths, type IsoDate } from '#domain/kernel';
import type { ClauseId, Regulation } from '#domain/regulations';
import type { ClientClauses } from './client-clauses.ts';
import type { ServiceContent } from './service-content.ts';

export const contentFaultCodes = [
  'missing',
  'given-twice',
  'unknown-purpose',
  'unknown-operation',
  'claim-not-needed',
  'period-over',
  'ends-before-it-begins',
  'period-too-long',
  'more-persons-than-requests',
] as const;
export type ContentFaultCode = (typeof contentFaultCodes)[number];

export interface ContentFault {
  readonly field: keyof ServiceContent;
  readonly code: ContentFaultCode;
  readonly clause: ClauseId;
}

/** The text asks for a period and gives no length: a year, so that somebody looks at each service once a year. */
export const longestUseMonths = 12;

type Checked = Omit<ServiceContent, 'addresses'>;

export function checkContent(regulation: Regulation, clauses: ClientClauses, content: Checked, today: IsoDate): readonly ContentFault[] {
  return [...scopeFaults(regulation, clauses, content), ...periodFaults(clauses, content, today), ...budgetFaults(clauses, content)];
}

function scopeFaults(regulation: Regulation, clauses: ClientClauses, { purposes, operations, claims }: Checked): ContentFault[] {
  const allowedPurposes = regulation.purposes.filter(({ code }) => purposes.includes(code));
  const allowedOperations = regulation.operations.filter(({ code }) => operations.includes(code));
  const needed = new Set(allowedPurposes.flatMap(({ needs }) => needs));
  const askable = new Set(allowedOperations.flatMap(({ fields }) => fields.map(({ code }) => code)));
  return [
    ...listFaults('purposes', purposes, clauses.purposes, (code) => regulation.purposes.some((known) => known.code === code), 'unknown-purpose'), // prettier-ignore
    ...listFaults('operations', operations, clauses.setting, (code) => regulation.operations.some((known) => known.code === code), 'unknown-operation'), // prettier-ignore
    ...listFaults('claims', claims, clauses.claims, (code) => needed.has(code) && askable.has(code), 'claim-not-needed'),
  ];
}

function listFaults(
  field: 'purposes' | 'operations' | 'claims',
  codes: readonly string[],
  clause: ClauseId,
  isKnown: (code: string) => boolean,
  unknown: ContentFaultCode,
): ContentFault[] {
  const faults: ContentFaultCode[] = [];
  if (codes.length === 0) faults.push('missing');
  if (new Set(codes).size !== codes.length) faults.push('given-twice');
  if (!codes.every(isKnown)) faults.push(unknown);
  return faults.map((code) => ({ field, code, clause }));
}

function periodFaults({ period }: ClientClauses, { from, until }: Checked, today: IsoDate): ContentFault[] {
  const fault = (code: ContentFaultCode): ContentFault[] => [{ field: 'until', code, clause: period }];
  if (until < from) return fault('ends-before-it-begins');
  if (until < today) return fault('period-over');
  return until >= addMonths(from, longestUseMonths) ? fault('period-too-long') : [];
}

function budgetFaults({ setting }: ClientClauses, { requestsPerDay, personsPerDay }: Checked): ContentFault[] {
  return personsPerDay > requestsPerDay ? [{ field: 'personsPerDay', code: 'more-persons-than-requests', clause: setting }] : [];
}
