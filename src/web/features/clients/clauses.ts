// The clauses that these pages cite, where no answer of the server brings its own.
import type { ClientClauses } from '#domain/clients';

export const clauses = {
  setting: 'NV-3.3',
  addresses: 'NV-3.7',
  claims: 'NV-2.4',
  purposes: 'NV-2.4',
  period: 'NV-4.1.2',
  review: 'NV-3.8',
  provider: 'NV-5.5',
  reopening: 'NV-5.6',
} as const satisfies ClientClauses;

/** Whoever knows a key keeps it to themselves. */
export const secrecyClause = 'NV-3.4';
/** People get no accounts by applying. */
export const personalAccountClause = 'NV-3.2';
