// What is wrong with a query before any regulation can judge it: an operation that the regulation doesn't have, fields that are
// not of the operation. Such a query is malformed, not refused.
import type { Regulation } from '#domain/regulations';

export interface QueryFault {
  /** Inside the query: `operation`, `fields`, `fields[1]`. */
  readonly place: string;
  readonly code: 'unknown-operation' | 'no-fields' | 'field-not-of-operation' | 'repeated-field';
}

export function queryFault(
  regulation: Regulation,
  query: { readonly operation: string; readonly fields: readonly string[] },
): QueryFault | undefined {
  const operation = regulation.operations.find(({ code }) => code === query.operation);
  if (!operation) return { place: 'operation', code: 'unknown-operation' };
  if (query.fields.length === 0) return { place: 'fields', code: 'no-fields' };
  for (const [at, asked] of query.fields.entries()) {
    const place = `fields[${at}]`;
    if (!operation.fields.some(({ code }) => code === asked)) return { place, code: 'field-not-of-operation' };
    if (query.fields.indexOf(asked) < at) return { place, code: 'repeated-field' };
  }
  return undefined;
}
