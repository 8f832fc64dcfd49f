// Reading client services, applications and reviews of one programme for somebody signed in. Nothing of it is personal data of citizens,
// and nothing is a key, so a reading makes no record.
import type { AddressReview, ClientServiceDetail, ClientServiceSummary, ServiceApplication } from '#contract';
import { toBase64 } from '#domain/kernel';
import type { ProgrammeActor } from '#server/accounts';
import type { Database } from '#server/platform';
import { nowOf, platformOf, type ClientParts } from './client-parts.ts';
import { applicationView, detailView, findNames, summaryView, type LastUses } from './client-views.ts';
import { openReview } from './review-addresses.ts';
import { findApplications, findService, findServices } from './stored-services.ts';

/** undefined, here and below: the programme knows no client services, or not this one. */
export async function viewServices(parts: ClientParts, actor: ProgrammeActor): Promise<ClientServiceSummary[] | undefined> {
  const platform = platformOf(parts, actor.programme);
  if (!platform) return undefined;
  const { database } = parts;
  const programme = actor.programme.id;
  const [services, applications, used] = await Promise.all([
    findServices(database, { programme }),
    findApplications(database, programme, platform.regulation),
    findLastUses(database, programme),
  ]);
  return services.map((service) => summaryView(service, applications, used));
}

/** No address is on the list twice. */
async function findLastUses(database: Database, programme: string): Promise<LastUses> {
  const rows = await database
    .selectFrom('client_address')
    .select(['address', 'last_used_on'])
    .where('programme_id', '=', programme)
    .execute();
  return new Map(rows.map(({ address, last_used_on }) => [address, last_used_on]));
}

export async function viewService(parts: ClientParts, actor: ProgrammeActor, id: string): Promise<ClientServiceDetail | undefined> {
  const platform = platformOf(parts, actor.programme);
  if (!platform) return undefined;
  const { database } = parts;
  const programme = actor.programme.id;
  const stored = await findService(database, programme, id);
  if (!stored) return undefined;
  const applications = await findApplications(database, programme, platform.regulation, { service: id });
  const happened = [...stored.events, ...applications.flatMap(({ events }) => events)];
  const names = await findNames(database, happened.map(({ account }) => account)); // prettier-ignore
  const used = await findLastUses(database, programme);
  return detailView(stored, { applications, actor, names, used, clauses: platform.clauses });
}

export async function viewApplications(
  parts: ClientParts,
  actor: ProgrammeActor,
  application?: string,
): Promise<ServiceApplication[] | undefined> {
  const platform = platformOf(parts, actor.programme);
  if (!platform) return undefined;
  const which = application === undefined ? {} : { application };
  const found = await findApplications(parts.database, actor.programme.id, platform.regulation, which);
  const names = await findNames(parts.database, found.flatMap(({ events }) => events.map(({ account }) => account))); // prettier-ignore
  return found.map((each) => applicationView(each, actor, names));
}

export async function viewReview(parts: ClientParts, actor: ProgrammeActor): Promise<AddressReview | undefined> {
  const platform = platformOf(parts, actor.programme);
  const review = platform && (await openReview(parts.database, actor.programme.id, platform, nowOf(parts).day));
  if (!review) return undefined;
  const { duty, addresses, findings, digest, services } = review;
  const reviews = await findReviews(parts, actor.programme.id);
  const nameOf = (id: string): string => services.find((service) => service.id === id)?.service.content?.name ?? '';
  return {
    period: duty.period,
    clause: duty.clause,
    dueOn: duty.dueOn,
    reviewed: reviews.some(({ period }) => period === duty.period),
    addresses,
    findings: findings.map((finding) => ({ ...finding, name: nameOf(finding.service), clause: duty.clause })),
    digest,
    reviews,
  };
}

async function findReviews({ database }: ClientParts, programme: string): Promise<AddressReview['reviews']> {
  const rows = await database
    .selectFrom('address_review')
    .innerJoin('account', 'account.id', 'address_review.reviewer_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['period', 'reviewed_at', 'name', 'document', 'signature', 'record_index'])
    .where('programme_id', '=', programme)
    .orderBy('period', 'desc')
    .execute();
  return rows.map(({ period, reviewed_at, name, document, signature, record_index }) => ({
    period,
    by: name,
    at: reviewed_at.toISOString(),
    index: record_index,
    document: document.toString('utf8'),
    signature: toBase64(signature),
  }));
}
