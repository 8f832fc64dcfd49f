// Who closes months and prints their lists (NW-5.2; on a platform NV-5.1).
import type { Role } from '#contract';

const closers: ReadonlySet<Role> = new Set(['chief-manager', 'unit-manager', 'project-officer']);

export function closesMonths(roles: readonly Role[]): boolean {
  return roles.some((role) => closers.has(role));
}
