// A record holds codes, so that it means the same for ever; people read names. Those of the regulation come with the programme,
// the program's own from the texts. A code without a name is shown as it stands.
import { useQuery } from '@tanstack/react-query';
import type { Programme } from '#contract';
import { call } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useHouseholdTexts, useServiceUseTexts, useTexts } from '../../texts/index.ts';

/** The name of a code that stands in a field, such as `social-assistance` in `purpose`. */
export type NameOf = (field: string, code: string) => string;

export function useCodeNames(): NameOf {
  const texts = useTexts();
  const households = useHouseholdTexts();
  const { reasons } = useServiceUseTexts();
  const { programme } = useSession();
  const view = useQuery({
    queryKey: ['programme', programme],
    queryFn: ({ signal }) => call('programme', { params: { programme } }, signal),
  });
  const regulation = view.data && regulationNames(view.data);
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...regulation,
    // Reading the log is an operation too, of the program and not of the regulation.
    operation: { ...texts.records.types, ...regulation?.['operation'] },
    result: texts.queries.states,
    code: { ...households.refusals, ...texts.records.refusals },
    fieldCode: households.rowCodes,
    // Of a finding; what people write as a reason is shown as it stands.
    reason: reasons,
    finding: texts.audits.findings,
    counts: texts.audits.findings,
    role: texts.records.codes.role,
    scope: texts.records.codes.scope,
    kind: { ...texts.records.codes.scope, ...texts.records.codes.actorKind, ...households.kinds },
    employment: texts.records.codes.employment,
    location: texts.records.codes.location,
    why: texts.records.codes.why,
    use: texts.records.codes.use,
    format: texts.records.codes.format,
    event: texts.records.codes.event,
    what: texts.records.codes.what,
    how: texts.records.codes.how,
    form: texts.records.codes.form,
    cause: texts.records.codes.cause,
    provesItselfBy: texts.records.codes.provesItselfBy,
    found: texts.records.codes.found,
    failure: Object.fromEntries(Object.entries(texts.problems).map(([code, { title }]) => [code, title])),
  };
  return (field, code) => {
    const table = Object.hasOwn(tables, field) ? tables[field] : undefined;
    return (table && Object.hasOwn(table, code) ? table[code] : undefined) ?? code;
  };
}

function regulationNames({ regulation, purposes }: Programme): Record<string, Record<string, string>> {
  const operations = purposes.flatMap((purpose) => purpose.operations);
  return {
    regulation: { [regulation.id]: regulation.title },
    purpose: named(purposes),
    purposes: named(purposes),
    legalBasis: named(purposes.map((purpose) => purpose.legalBasis)),
    operation: named(operations),
    operations: named(operations),
    fields: named(operations.flatMap((operation) => operation.fields)),
    answers: named(operations.flatMap((operation) => operation.fields)),
    claims: named(operations.flatMap((operation) => operation.fields)),
  };
}

function named(items: readonly { readonly code: string; readonly name: string }[]): Record<string, string> {
  return Object.fromEntries(items.map(({ code, name }) => [code, name]));
}
