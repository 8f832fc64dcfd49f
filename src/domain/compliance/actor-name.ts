// Who acts, by name: a regulation calls its roles and parties by names of its own, in Chinese; in English, ours stand for the roles.
import type { Regulation, Wording } from '#domain/regulations';
import { roleNames } from './names.ts';

/** @param code a role, or a party of the regulation */
export function actorName({ roles, parties }: Regulation, code: string): Wording {
  const names: Readonly<Record<string, Wording>> = roleNames;
  const ours = names[code];
  const zh = roles.find((rule) => rule.role === code)?.name ?? parties.find((party) => party.code === code)?.name ?? ours?.zh ?? code;
  return { zh, en: ours?.en ?? zh };
}
