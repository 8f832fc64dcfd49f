// The parts of a request as JSON: as somebody writes one to have it judged, and as the log keeps the facts it was judged on.
import { date, keyed, listOf, oneOf, orNull, ShapeError, text, trueOrFalse, type Reader } from '#domain/kernel';
import { grantRoles } from '#domain/regulations';
import type { Grant } from './decide-request.ts';
import { parseIpAddress, type IpAddress } from './ip-address.ts';

export const address: Reader<IpAddress> = (value, place) => {
  const found = parseIpAddress(text(value, place));
  if (found === undefined) throw new ShapeError(place, 'not-an-address');
  return found;
};

const grantShape = keyed(
  {
    role: oneOf(...grantRoles),
    from: date,
    until: orNull(date),
    revokedOn: orNull(date),
    purposes: listOf(text),
    operations: listOf(text),
  },
  { allowedAddresses: listOf(address), entrustedBy: orNull(keyed({ authority: text, consentedOn: orNull(date) })) },
);

export const grant: Reader<Grant> = (value, place) => {
  const read = grantShape(value, place);
  return { ...read, allowedAddresses: read.allowedAddresses ?? [], entrustedBy: read.entrustedBy ?? null };
};

export const actorKind = oneOf('person', 'client-service');

/** What only a person has. */
export const personFacts = {
  employment: oneOf('active', 'suspended', 'transferred', 'left'),
  vendor: trueOrFalse,
  location: oneOf('office', 'outside'),
  passwordChangedOn: orNull(date),
  citizenCertificate: trueOrFalse,
};

export const onBehalfOf = keyed({ account: text, letterFiledOn: orNull(date) });
export const approval = keyed({ approvedBy: text, on: date });
export const repealedBases = listOf(keyed({ basis: text, on: date }));
