// What has been filled in so far. Choosing a purpose or an operation decides which fields are open: those the purpose needs (NW-3.10).
import type { Programme, QueryBody } from '#contract';

export type PurposeView = Programme['purposes'][number];
export type OperationView = PurposeView['operations'][number];

export interface QueryDraft {
  readonly purpose: string | null;
  readonly operation: string | null;
  readonly fields: readonly string[];
  readonly caseNumber: string;
  readonly reason: string;
  readonly subject: string;
}

/** A form with what needs no choice already chosen. */
export function startDraft(programme: Programme): QueryDraft {
  const empty: QueryDraft = { purpose: null, operation: null, fields: [], caseNumber: '', reason: '', subject: '' };
  const only = onlyOne(programme.purposes.filter((purpose) => purpose.granted));
  return only ? choosePurpose(programme, empty, only.code) : empty;
}

export function choosePurpose(programme: Programme, draft: QueryDraft, purpose: string): QueryDraft {
  const operations = findPurpose(programme, purpose)?.operations.filter((operation) => operation.granted) ?? [];
  const kept = operations.find((operation) => operation.code === draft.operation) ?? onlyOne(operations);
  return chooseOperation(programme, { ...draft, purpose, operation: null }, kept?.code ?? null);
}

/** Takes every field that the purpose needs; the person may take fewer. */
export function chooseOperation(programme: Programme, draft: QueryDraft, operation: string | null): QueryDraft {
  const fields = findOperation(programme, { ...draft, operation })?.fields ?? [];
  return { ...draft, operation, fields: fields.filter((field) => field.needed).map((field) => field.code) };
}

export function findPurpose(programme: Programme, purpose: string | null): PurposeView | undefined {
  return programme.purposes.find(({ code }) => code === purpose);
}

export function findOperation(programme: Programme, draft: Pick<QueryDraft, 'purpose' | 'operation'>): OperationView | undefined {
  return findPurpose(programme, draft.purpose)?.operations.find(({ code }) => code === draft.operation);
}

export type DraftPart = keyof QueryDraft;

/** What must be there for a request to exist at all. Case number and reason are the regulation's to judge: a query without them is refused, and recorded. */
export function missingParts({ purpose, operation, fields, subject }: QueryDraft): DraftPart[] {
  const missing: [DraftPart, boolean][] = [
    ['purpose', purpose === null],
    ['operation', operation === null],
    ['fields', fields.length === 0],
    ['subject', subject.trim() === ''],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([part]) => part);
}

/** Where filling in begins: what still has to be chosen, else the first thing to type. */
export function firstOpenPart({ purpose, operation }: QueryDraft): DraftPart {
  if (purpose === null) return 'purpose';
  return operation === null ? 'operation' : 'caseNumber';
}

export function toBody(draft: QueryDraft, requestId: string): QueryBody {
  const { purpose, operation, fields, caseNumber, reason, subject } = draft;
  return {
    requestId,
    purpose: purpose ?? '',
    operation: operation ?? '',
    fields: [...fields],
    caseNumber: caseNumber.trim(),
    reason: reason.trim(),
    subject: subject.trim(),
  };
}

const partOfRefusal: Readonly<Record<string, DraftPart>> = {
  'case-number-missing': 'caseNumber',
  'reason-missing': 'reason',
  'purpose-not-allowed': 'purpose',
  'purpose-not-granted': 'purpose',
  'legal-basis-repealed': 'purpose',
  'operation-not-granted': 'operation',
  'field-not-needed': 'fields',
};

/** Refusals that a change of one field can answer, by field. */
export function refusalsByPart(
  refusals: readonly { readonly code: string; readonly message: string }[],
): Partial<Record<DraftPart, string>> {
  const pairs = refusals.map(({ code, message }) => [partOfRefusal[code], message] as const);
  return Object.fromEntries(pairs.filter(([part]) => part !== undefined));
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
