// What may be done with a service now, by the rules that the server judges by: a button that can't be used says why before it is pressed.
// Who proposed a resumption is the server's to know.
import type { ClientServiceDetail, Role } from '#contract';
import { mayChange, type ChangeVerdict, type ClientService, type ServiceChange } from '#domain/clients';
import { isoDateOf } from '#domain/kernel';
import { clauses } from './clauses.ts';

export function judgeChange(detail: ClientServiceDetail, change: ServiceChange, roles: readonly Role[], nowMs: number): ChangeVerdict {
  return mayChange(clauses, serviceOf(detail), change, { person: 'whoever looks', roles }, nowMs);
}

function serviceOf({ summary, content, keys, resumptionProposed }: ClientServiceDetail): ClientService {
  const { state, suspension, application } = summary;
  return {
    state,
    content: content && { ...content, addresses: [], from: isoDateOf(content.from), until: isoDateOf(content.until) },
    addresses: [],
    keys: keys.map(({ id, issuedAt, usableUntil }) => ({
      id,
      issuedAt: Date.parse(issuedAt),
      usableUntil: usableUntil === null ? null : Date.parse(usableUntil),
    })),
    suspension: suspension && { ...suspension, at: Date.parse(suspension.at) },
    proposedBy: resumptionProposed ? 'somebody' : null,
    application,
  };
}
