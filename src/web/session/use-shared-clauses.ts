// The clauses that pages of every programme cite, by the kind of programme: the same duty stands in another place of another regulation.
import type { Session } from '#contract';
import { useSession } from './session-store.ts';

export interface SharedClauses {
  readonly monthlyList: string;
  readonly recordRead: string;
  readonly printedCare: string;
  readonly idle: string;
  readonly password: string;
  readonly passwordRules: string;
}

const byKind: Readonly<Record<Session['programmeKind'], SharedClauses>> = {
  queries: {
    monthlyList: 'NW-5.2',
    recordRead: 'NW-4.1.6',
    printedCare: 'NW-4.1.3',
    idle: 'NW-4.1.4',
    password: 'NW-3.4',
    passwordRules: 'NW-3.5',
  },
  verification: {
    monthlyList: 'NV-5.1',
    recordRead: 'NV-4.2.5',
    printedCare: 'NV-4.2.3',
    idle: 'NV-4.2.4',
    password: 'NV-3.4',
    passwordRules: 'NV-3.5',
  },
};

export function useSharedClauses(): SharedClauses {
  return byKind[useSession().programmeKind];
}
