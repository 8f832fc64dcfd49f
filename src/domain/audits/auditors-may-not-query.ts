// Whether a regulation keeps whoever queries from auditing. Everybody in the list held a role that queries, so it does where users
// may not be auditors, or none of its roles that query may; a manager alone who may not be one says nothing of the others.
import { grantRoles, type Regulation, type Role } from '#domain/regulations';

export function auditorsMayNotQuery({ roles }: Pick<Regulation, 'roles'>): boolean {
  const fromAuditor = roles.filter(({ role }) => role === 'auditor').flatMap(({ mayNotAlsoBe }) => mayNotAlsoBe);
  const towardsAuditor = roles.filter(({ mayNotAlsoBe }) => mayNotAlsoBe.includes('auditor')).map(({ role }) => role);
  const apart = new Set<Role>([...fromAuditor, ...towardsAuditor]);
  const querying = roles.map(({ role }) => role).filter((role) => grantRoles.some((each) => each === role));
  return apart.has('user') || (querying.length > 0 && querying.every((role) => apart.has(role)));
}
