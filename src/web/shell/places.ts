// Where a person may go, by programme and role. What teaches is shown disabled with its reason; what is none of one's business is left out.
import type { Role, Session } from '#contract';
import { pagePatterns } from '../paths.ts';
import type { Texts } from '../texts/index.ts';
import type { IconName } from '../ui/index.ts';

export interface Place {
  readonly to: (typeof pagePatterns)[
    | 'query'
    | 'history'
    | 'months'
    | 'regulations'
    | 'verify'
    | 'password'
    | 'services'
    | 'addressReview'
    | 'verifications'
    | 'serviceUse'
    | 'households'];
  readonly icon: IconName;
  readonly label: string;
  readonly disabledReason?: string;
}

/** Whose places they are. */
export type Visitor = Pick<Session, 'programmeKind' | 'roles' | 'mustChangePassword'>;

const managers: readonly Role[] = ['unit-manager', 'chief-manager'];
/** Whom NV-3.2 lets verify by hand. */
const verifiers: readonly Role[] = ['project-officer', 'responsible-person'];
const platformStaff: readonly Role[] = ['project-officer', 'responsible-person', 'supervisor'];

export function placesFor(visitor: Visitor, texts: Texts['shell']): Place[] {
  const first = visitor.mustChangePassword ? { disabledReason: texts.passwordFirst } : {};
  const places = visitor.programmeKind === 'verification' ? platformPlaces(visitor, texts) : queryPlaces(visitor, texts);
  return [
    ...places.map((place) => ({ ...place, ...first })),
    { to: pagePatterns.regulations, icon: 'book', label: texts.regulations, ...first },
    { to: pagePatterns.verify, icon: 'check', label: texts.verify, ...first },
    { to: pagePatterns.password, icon: 'key', label: texts.password },
  ];
}

function queryPlaces({ roles }: Visitor, texts: Texts['shell']): Place[] {
  const queries = holds(roles, 'user', ...managers);
  return [
    // Auditors see that querying exists and is not theirs: four eyes, not a missing feature.
    {
      to: pagePatterns.query,
      icon: 'search',
      label: texts.query,
      ...(queries ? {} : { disabledReason: holds(roles, 'auditor') ? texts.auditorsDontQuery : texts.noGrant }),
    },
    ...(queries ? [{ to: pagePatterns.history, icon: 'history', label: texts.history } as const] : []),
    ...(holds(roles, ...managers) ? [{ to: pagePatterns.months, icon: 'month', label: texts.months } as const] : []),
    ...(holds(roles, 'auditor') ? [{ to: pagePatterns.months, icon: 'sample', label: texts.audits } as const] : []),
  ];
}

/** Where other systems ask, people govern who may. */
function platformPlaces({ roles }: Visitor, texts: Texts['shell']): Place[] {
  if (!holds(roles, 'auditor', ...platformStaff)) return [];
  return [
    { to: pagePatterns.services, icon: 'link', label: texts.services },
    { to: pagePatterns.addressReview, icon: 'review', label: texts.addressReview },
    { to: pagePatterns.serviceUse, icon: 'plot', label: texts.serviceUse },
    {
      to: pagePatterns.verifications,
      icon: 'search',
      label: texts.verifications,
      ...(holds(roles, ...verifiers) ? {} : { disabledReason: texts.verifiersOnly }),
    },
    { to: pagePatterns.households, icon: 'people', label: texts.households },
    ...(holds(roles, 'project-officer') ? [{ to: pagePatterns.months, icon: 'month', label: texts.months } as const] : []),
    ...(holds(roles, 'auditor') ? [{ to: pagePatterns.months, icon: 'sample', label: texts.audits } as const] : []),
  ];
}

function holds(roles: readonly Role[], ...wanted: readonly Role[]): boolean {
  return roles.some((role) => wanted.includes(role));
}

/** Where a person's day begins: those who query, at the query; those who close and check, at the months; a platform's, at its services. */
export function homeFor({ programmeKind, roles }: Visitor): Place['to'] {
  if (roles.length === 0) return pagePatterns.password;
  if (programmeKind === 'verification') return pagePatterns.services;
  return roles.includes('user') ? pagePatterns.query : pagePatterns.months;
}

/** Pages of the other kind of programme: for its people only. */
const pagesOf: Readonly<Record<Session['programmeKind'], readonly string[]>> = {
  queries: [pagePatterns.query, pagePatterns.history],
  verification: [
    pagePatterns.services,
    pagePatterns.addressReview,
    pagePatterns.verifications,
    pagePatterns.serviceUse,
    pagePatterns.households,
  ],
};

/** False: the page belongs to programmes of the other kind. */
export function isOfKind(pathname: string, kind: Session['programmeKind']): boolean {
  const others = pagesOf[kind === 'queries' ? 'verification' : 'queries'];
  return !others.some((page) => pathname === page || pathname.startsWith(`${page}/`));
}
