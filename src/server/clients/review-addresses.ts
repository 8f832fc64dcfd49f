// The half-yearly review of addresses (NV-3.8): duplicate and idle ones are found, removed all in one step, and the review is signed with
// the password again, once for each half-year. Removal, document and record commit together.
import { addressReviewDocument, clientClauses, reviewDigest, type ReviewedAddress, type ServiceHappening } from '#domain/clients';
import { dutiesBetween, type Duty } from '#domain/duties';
import { addMonths, toBase64, utf8, type IsoDate } from '#domain/kernel';
import type { IpAddress } from '#domain/query';
import type { Regulation } from '#domain/regulations';
import { reviewAddresses } from '#domain/verification';
import { actorFacts, provePassword, type ProgrammeActor } from '#server/accounts';
import { sha256 } from '#server/keys';
import { dayInTaipei, type Database, type Transaction } from '#server/platform';
import { notFound, type NotDone } from './client-outcome.ts';
import { nowOf, platformOf, type ClientParts, type Moment, type Platform } from './client-parts.ts';
import { findServices, type StoredService } from './stored-services.ts';
import { changeClients, writeChange } from './write-change.ts';

export interface OpenReview {
  readonly duty: Duty;
  /** On the allow-list of services that are in use or suspended. */
  readonly addresses: number;
  readonly findings: readonly ReviewedAddress[];
  readonly digest: string;
  readonly services: readonly StoredService[];
}

/** undefined: the regulation asks for no such review. */
export async function openReview(
  database: Database,
  programme: string,
  { regulation }: Pick<Platform, 'regulation'>,
  today: IsoDate,
): Promise<OpenReview | undefined> {
  const duty = dutyToday(regulation, today);
  const clauses = clientClauses(regulation);
  if (!duty || !clauses) return undefined;
  const stored = await findServices(database, { programme });
  const services = stored.filter(({ service }) => service.state === 'in-use' || service.state === 'suspended');
  const used = await lastUses(database, programme);
  const findings = reviewAddresses(
    services.map(({ id, service }) => ({ service: id, addresses: service.addresses })),
    (_service, address) => used.get(address) ?? null,
    { today, clause: clauses.review },
  ).map(({ service, address, code, lastUsedAt }): ReviewedAddress => ({
    service,
    address,
    found: code,
    lastUsedOn: lastUsedAt === null ? null : dayInTaipei(Temporal.Instant.fromEpochMilliseconds(lastUsedAt)),
  }));
  const addresses = services.reduce((sum, { service }) => sum + service.addresses.length, 0);
  return { duty, addresses, findings, digest: reviewDigest(duty.period, findings, sha256), services };
}

export type ReviewSigned =
  | { readonly kind: 'signed' }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'already-reviewed' | 'not-this-period' | 'findings-changed'; readonly clause: string }
  | NotDone;

export interface ReviewOrder {
  readonly period: string;
  /** Of the findings that the signer saw. */
  readonly digest: string;
  readonly password: string;
}

export async function signReview(
  parts: ClientParts,
  actor: ProgrammeActor,
  { period, digest, password }: ReviewOrder,
): Promise<ReviewSigned> {
  const platform = platformOf(parts, actor.programme);
  if (!platform) return notFound;
  if (!(await provePassword(parts, actor, password, 'address-review'))) return { kind: 'wrong-password' };
  const { origin } = await parts.ledger.state(actor.programme.id);
  return changeClients(parts, async (tx): Promise<ReviewSigned> => {
    const moment = nowOf(parts);
    const review = await openReview(tx, actor.programme.id, platform, moment.day);
    if (!review) return notFound;
    const { clause } = review.duty;
    if (review.duty.period !== period) return { kind: 'not-this-period', clause };
    if (await wasReviewed(tx, actor.programme.id, period)) return { kind: 'already-reviewed', clause };
    if (review.digest !== digest) return { kind: 'findings-changed', clause };
    await writeReview(parts, tx, actor, { origin, review, moment });
    return { kind: 'signed' };
  });
}

interface SignedReview {
  readonly origin: string;
  readonly review: OpenReview;
  readonly moment: Moment;
}

async function writeReview(
  parts: ClientParts,
  tx: Transaction,
  actor: ProgrammeActor,
  { origin, review, moment }: SignedReview,
): Promise<void> {
  const { programme } = actor;
  const { duty, addresses, findings, services } = review;
  const document = utf8(
    addressReviewDocument({
      origin,
      programme: programme.id,
      regulation: programme.regulation,
      clause: duty.clause,
      period: duty.period,
      reviewer: { account: actor.accountId, login: actor.login, name: actor.name },
      signedAt: moment.instant.toString(),
      addresses,
      findings,
    }),
  );
  const signature = (await parts.ledger.receiptKey(programme.id)).sign(document);
  const removed = Map.groupBy(findings, ({ service }) => service);
  const receipt = await writeChange(parts, tx, {
    programme: programme.id,
    regulation: programme.regulation,
    clause: duty.clause,
    moment,
    actor: actorFacts(actor),
    services: services.flatMap((before) => {
      const found = removed.get(before.id);
      return found ? [{ before, happened: [removal(duty.period, found)] }] : [];
    }),
    record: {
      type: 'address-review',
      envelope: {
        period: duty.period,
        addresses,
        removed: findings.map(({ service, address, found }) => ({ service, address, found })),
        documentDigest: toBase64(sha256(document)),
        signature: toBase64(signature),
      },
      subject: {},
    },
  });
  await tx
    .insertInto('address_review')
    .values({
      programme_id: programme.id,
      period: duty.period,
      reviewed_at: moment.instant.toString(),
      reviewer_id: actor.accountId,
      document: Buffer.from(document),
      signature: Buffer.from(signature),
      record_index: receipt.index,
    })
    .execute();
}

/** An address may be both: it is removed once. */
function removal(review: string, found: readonly ReviewedAddress[]): ServiceHappening {
  return { kind: 'addresses-removed', addresses: [...new Set(found.map(({ address }) => address))], review };
}

async function wasReviewed(tx: Transaction, programme: string, period: string): Promise<boolean> {
  const query = tx.selectFrom('address_review').select('period').where('programme_id', '=', programme).where('period', '=', period);
  return (await query.executeTakeFirst()) !== undefined;
}

function dutyToday(regulation: Regulation, today: IsoDate): Duty | undefined {
  const rule = regulation.duties.find(({ through }) => through === 'address-review');
  return dutiesBetween(regulation, today, addMonths(today, 12)).find(({ code, opensOn }) => code === rule?.code && opensOn <= today);
}

/** The beginning of the day of the last use, in Taiwan. No address is on the list twice, so it needs no service beside it. */
async function lastUses(database: Database, programme: string): Promise<ReadonlyMap<IpAddress, number>> {
  const rows = await database
    .selectFrom('client_address')
    .select(['address', 'last_used_on'])
    .where('programme_id', '=', programme)
    .execute();
  const used = rows.filter(({ last_used_on }) => last_used_on !== null);
  return new Map(used.map(({ address, last_used_on }) => [address as IpAddress, Date.parse(`${last_used_on}T00:00:00+08:00`)])); // only checked ones are written
}
