// Where a person may go, by role. What teaches is shown disabled with its reason; what is none of one's business is left out.
import type { Role } from '#contract';
import { pagePatterns } from '../paths.ts';
import type { Texts } from '../texts/index.ts';
import type { IconName } from '../ui/index.ts';

export interface Place {
  readonly to: (typeof pagePatterns)['query' | 'history' | 'months' | 'regulations' | 'verify' | 'password'];
  readonly icon: IconName;
  readonly label: string;
  readonly disabledReason?: string;
}

const managers: readonly Role[] = ['unit-manager', 'chief-manager'];

export function placesFor(roles: readonly Role[], mustChangePassword: boolean, texts: Texts['shell']): Place[] {
  const has = (...wanted: readonly Role[]) => roles.some((role) => wanted.includes(role));
  const first = mustChangePassword ? { disabledReason: texts.passwordFirst } : {};
  const queries = has('user', ...managers);
  return [
    // Auditors see that querying exists and is not theirs: four eyes, not a missing feature.
    {
      to: pagePatterns.query,
      icon: 'search',
      label: texts.query,
      ...(queries ? {} : { disabledReason: has('auditor') ? texts.auditorsDontQuery : texts.noGrant }),
      ...first,
    },
    ...(queries ? [{ to: pagePatterns.history, icon: 'history', label: texts.history, ...first } as const] : []),
    ...(has(...managers) ? [{ to: pagePatterns.months, icon: 'month', label: texts.months, ...first } as const] : []),
    ...(has('auditor') ? [{ to: pagePatterns.months, icon: 'sample', label: texts.audits, ...first } as const] : []),
    { to: pagePatterns.regulations, icon: 'book', label: texts.regulations, ...first },
    { to: pagePatterns.verify, icon: 'check', label: texts.verify, ...first },
    { to: pagePatterns.password, icon: 'key', label: texts.password },
  ];
}

/** Where a person's day begins: those who query, at the query; those who close and check, at the months. */
export function homeFor(roles: readonly Role[]): Place['to'] {
  if (roles.includes('user')) return pagePatterns.query;
  return roles.length > 0 ? pagePatterns.months : pagePatterns.password;
}
