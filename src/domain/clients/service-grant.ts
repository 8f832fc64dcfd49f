// What a client service may do, as the engine of decisions judges it (NV-3.3, NV-3.7, NV-4.1.2). A suspended service's grant is revoked
// from the day of its suspension on: even where nobody looks at the suspension, nothing is allowed.
import { isoDate, isoDateOf, taipeiDateTime } from '#domain/kernel';
import type { Grant } from '#domain/query';
import type { ClientService } from './client-service.ts';

/** null: it was never set, or has ended. */
export function serviceGrant({ state, content, addresses, suspension }: ClientService): Grant | null {
  if (content === null || state === 'ended') return null;
  const { from, until, purposes, operations } = content;
  return {
    role: 'client-service',
    from,
    until,
    revokedOn: suspension && isoDateOf(isoDate(taipeiDateTime(suspension.at))),
    purposes,
    operations,
    allowedAddresses: addresses.map(({ address }) => address),
    entrustedBy: null,
  };
}
