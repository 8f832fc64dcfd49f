// When each ground of refusal applies (the clauses are the regulation's own data). One row per code; a ground looks at nothing
// but the matter, so grounds are judged apart and all that apply are listed. Whether a regulation is in force is judged before them.
import { addMonths, type IsoDate } from '#domain/kernel';
import type { RefusalCode } from '#domain/regulations';
import type { Grant, PersonActor } from './decide-request.ts';
import type { Matter } from './matter.ts';
import { isWithinOfficeHours } from './office-hours.ts';

export type Ground = (matter: Matter) => boolean;

export const refusalGrounds: Readonly<Record<Exclude<RefusalCode, 'not-in-force'>, Ground>> = {
  'case-number-missing': ({ request }) => !/[\p{L}\p{N}]/u.test(request.query.caseNumber ?? ''),
  'reason-missing': ({ request }) => !/[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(request.query.reason ?? ''),
  'purpose-not-allowed': ({ purpose }) => purpose === undefined,
  'purpose-not-granted': ofGrant(
    (grant, { request, purpose }) => !standsOnConsent(purpose) && !grant.purposes.includes(request.query.purpose),
  ),
  'operation-not-granted': ofGrant((grant, { request, regulation }) => {
    const { operation } = request.query;
    return !grant.operations.includes(operation) || !regulation.operations.has(operation);
  }),
  'field-not-needed': ({ request, purpose }) => {
    if (purpose === undefined) return false; // refused as a purpose already, which says nothing of fields
    const needed = purpose.needs.get(request.query.operation);
    return !request.query.fields.every((field) => needed?.has(field));
  },
  'legal-basis-repealed': (matter) => {
    const { purpose, request, regulation, now } = matter;
    if (purpose?.basis === undefined || (regulation.source.consentReplacesBasis && hasConsent(matter))) return false;
    return request.repealed.some(({ basis, on }) => basis === purpose.basis && on <= now.day);
  },
  'consent-missing': (matter) => standsOnConsent(matter.purpose) && !hasConsent(matter),
  'grant-missing': ({ grant }) => grant === null,
  'grant-not-current': ofGrant(({ from, until, revokedOn }, { now }) => {
    return now.day < from || (until !== null && now.day > until) || isBy(revokedOn, now.day);
  }),
  'not-in-service': ofPerson((person) => person.employment !== 'active'),
  'personal-account': ofPerson((_, { grant, regulation }) => grant !== null && !regulation.personRoles.has(grant.role)),
  vendor: ofPerson((person) => person.vendor),
  'outside-office': ofPerson((person) => person.location !== 'office'),
  'outside-office-hours': ({ regulation, now, calendar }) => {
    const hours = regulation.source.settings.officeHours;
    return hours !== null && !isWithinOfficeHours(hours.value, now, calendar);
  },
  'password-too-old': ofPerson(({ passwordChangedOn }, { regulation, now }) => {
    const months = regulation.source.settings.passwordMaximumAgeMonths.value;
    return passwordChangedOn !== null && now.day > addMonths(passwordChangedOn, months);
  }),
  'certificate-missing': ofPerson((person) => !person.citizenCertificate),
  'proxy-letter-missing': ({ request, now }) => {
    const { onBehalfOf } = request.query;
    return onBehalfOf !== null && !isBy(onBehalfOf.letterFiledOn, now.day);
  },
  'entrusting-consent-missing': ofGrant(({ entrustedBy }, { now }) => entrustedBy !== null && !isBy(entrustedBy.consentedOn, now.day)),
  'address-not-allowed': ofGrant((grant, { request: { actor } }) => {
    return actor.kind === 'client-service' && !grant.allowedAddresses.includes(actor.address);
  }),
  'approval-missing': ({ request: { actor, query }, now }) => {
    if (query.approval === null || !isBy(query.approval.on, now.day)) return true;
    const { approvedBy } = query.approval;
    return approvedBy.trim() === '' || approvedBy === actor.person; // four eyes
  },
};

/** Without a grant only `grant-missing` is raised. */
function ofGrant(applies: (grant: Grant, matter: Matter) => boolean): Ground {
  return (matter) => matter.grant !== null && applies(matter.grant, matter);
}

function ofPerson(applies: (person: PersonActor, matter: Matter) => boolean): Ground {
  return (matter) => matter.request.actor.kind === 'person' && applies(matter.request.actor, matter);
}

function standsOnConsent(purpose: Matter['purpose']): boolean {
  return purpose !== undefined && purpose.basis === undefined;
}

function hasConsent({ request, now }: Matter): boolean {
  return isBy(request.query.citizenConsentOn, now.day);
}

/** Whether the date is known and not after the day. */
function isBy(date: IsoDate | null, day: IsoDate): boolean {
  return date !== null && date <= day;
}
