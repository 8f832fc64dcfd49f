// What an application proposes, checked whole: its scope and period by the programme's regulation, its addresses against the allow-list
// as it stands (NV-3.7), its certificate against everybody's. Every fault is given, with its field and clause.
import { checkContent, type ServiceContent } from '#domain/clients';
import type { IpAddress } from '#domain/query';
import { checkAddresses } from '#domain/verification';
import type { Transaction } from '#server/platform';
import type { FieldFault } from './client-outcome.ts';
import type { ClientParts, Moment, Platform } from './client-parts.ts';
import { findServices } from './stored-services.ts';

/** As it came over the wire: addresses as they were written. */
export type ProposedContent = Omit<ServiceContent, 'addresses'> & { readonly addresses: readonly string[] };

export type CheckedContent = { readonly content: ServiceContent } | { readonly kind: 'malformed'; readonly faults: readonly FieldFault[] };

interface Place {
  readonly programme: string;
  readonly platform: Platform;
  readonly moment: Moment;
  /** Whose own addresses don't count as taken; undefined: a new service's. */
  readonly service: string | undefined;
}

export async function checkProposed(
  { demo }: Pick<ClientParts, 'demo'>,
  tx: Transaction,
  proposed: ProposedContent,
  { programme, platform, moment, service }: Place,
): Promise<CheckedContent> {
  const ofOthers = await addressesOfOthers(tx, programme, service);
  const checked = checkAddresses(proposed.addresses, { ofOthers, allowLoopback: demo, clause: platform.clauses.addresses });
  const faults: FieldFault[] = [...checkContent(platform.regulation, platform.clauses, proposed, moment.day)];
  if (proposed.certificate !== null && (await isOfAnother(tx, proposed.certificate, service)))
    faults.push({ field: 'certificate', code: 'certificate-of-another-service', clause: platform.clauses.setting });
  if (checked.kind === 'addresses')
    return faults.length === 0 ? { content: { ...proposed, addresses: checked.addresses } } : malformed(faults);
  for (const { code, at, clause } of checked.faults) faults.push({ field: at === null ? 'addresses' : `addresses.${at}`, code, clause });
  return malformed(faults);
}

function malformed(faults: readonly FieldFault[]): CheckedContent {
  return { kind: 'malformed', faults };
}

async function addressesOfOthers(tx: Transaction, programme: string, service: string | undefined): Promise<ReadonlySet<IpAddress>> {
  const rows = await tx
    .selectFrom('client_address')
    .select('address')
    .where('programme_id', '=', programme)
    .$if(service !== undefined, (query) => query.where('service_id', '<>', service ?? ''))
    .execute();
  return new Set(rows.map(({ address }) => address as IpAddress)); // only checked addresses are written
}

/** Of any programme: the certificate alone tells who asks. */
async function isOfAnother(tx: Transaction, certificate: string, service: string | undefined): Promise<boolean> {
  const services = await findServices(tx, {});
  return services.some(
    ({ id, service: { state, content } }) => id !== service && state !== 'ended' && content?.certificate === certificate,
  );
}
