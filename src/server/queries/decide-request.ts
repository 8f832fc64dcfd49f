// The account, its grant and the query, put as the regulation's engine asks for them.
import { isoDateOf } from '#domain/kernel';
import { addressOf, type DecideRequest, type Grant } from '#domain/query';
import type { QueryFacts } from '#domain/records';
import { isCurrent, type Grant as AccountGrant, type ProgrammeActor } from '#server/accounts';
import { dayInTaipei } from '#server/platform';

export function decideRequest(actor: ProgrammeActor, query: QueryFacts, at: Temporal.Instant): DecideRequest {
  return {
    at: at.epochMilliseconds,
    actor: {
      kind: 'person',
      account: actor.accountId,
      person: actor.personId,
      address: addressOf(actor.address),
      employment: actor.employment,
      vendor: false,
      location: 'office',
      passwordChangedOn: isoDateOf(actor.passwordChangedOn),
      citizenCertificate: false,
      grant: judgedGrant(actor, dayInTaipei(at)),
    },
    query: {
      operation: query.operation,
      purpose: query.purpose,
      fields: query.fields,
      caseNumber: query.caseNumber,
      reason: query.reason,
      subject: query.subject,
      citizenConsentOn: null,
      onBehalfOf: null,
      approval: null,
    },
    repealed: [],
  };
}

/** The grant that is current today, else the newest one, so that the refusal says it has ended. An auditor's grant is none to query by. */
function judgedGrant(actor: ProgrammeActor, today: string): Grant | null {
  const forQueries = actor.grants.filter(({ role }) => role !== 'auditor' && role !== 'supervisor');
  const grant = forQueries.find((candidate) => isCurrent(candidate, today)) ?? forQueries[0];
  return grant ? toGrant(grant) : null;
}

function toGrant({ role, from, until, revokedOn, purposes, operations }: AccountGrant): Grant | null {
  if (role === 'auditor' || role === 'supervisor') return null;
  const days = {
    from: isoDateOf(from),
    until: until === null ? null : isoDateOf(until),
    revokedOn: revokedOn === null ? null : isoDateOf(revokedOn),
  };
  return { role, ...days, purposes, operations, allowedAddresses: [], entrustedBy: null };
}
