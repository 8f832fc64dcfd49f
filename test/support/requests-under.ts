// Arbitrary requests under a regulation: of the form, mostly in order, each time with other things wrong, so that about a third are
// allowed. Built from the regulation's own codes, so that it serves any regulation.
import fc from 'fast-check';
import { isoDateOf, type IsoDate } from '#domain/kernel';
import { parseIpAddress, type Actor, type DecideRequest, type Grant, type IpAddress, type Query } from '#domain/query';
import { grantRoles, type Regulation } from '#domain/regulations';

/** Days around the requests. */
export function daysOf(regulation: Regulation): fc.Arbitrary<IsoDate> {
  const middle = middayOf(regulation).toPlainDate();
  return fc.integer({ min: -400, max: 400 }).map((days) => isoDateOf(middle.add({ days }).toString()));
}

export function requestsUnder(regulation: Regulation): fc.Arbitrary<DecideRequest> {
  const midday = middayOf(regulation).epochMilliseconds;
  const day = daysOf(regulation);
  const yearMs = 365 * 24 * 3_600_000;
  return fc.record({
    at: mostly(midday, fc.integer({ min: midday - yearMs, max: midday + yearMs })),
    actor: actorsUnder(regulation, day),
    query: queriesUnder(regulation, day),
    repealed: mostly([], fc.array(fc.record({ basis: codeOf(regulation.legalBases), on: day }), { maxLength: 3 })),
  });
}

/** Noon on a Monday in March, some years before a regulation's end. */
function middayOf({ ceasedOn }: Regulation): Temporal.ZonedDateTime {
  const year = ceasedOn === null ? 2026 : Number(ceasedOn.slice(0, 4)) - 2;
  const first = Temporal.PlainDate.from({ year, month: 3, day: 1 });
  return first.add({ days: 8 - first.dayOfWeek }).toZonedDateTime({ timeZone: 'Asia/Taipei', plainTime: '12:00' });
}

function mostly<T>(good: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return mostlyOf(fc.constant(good), other);
}

function mostlyOf<T, U>(good: fc.Arbitrary<T>, other: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: 15, arbitrary: good }, { weight: 1, arbitrary: other });
}

function codeOf(items: readonly { readonly code: string }[]): fc.Arbitrary<string> {
  return fc.constantFrom(...items.map(({ code }) => code));
}

function queriesUnder({ purposes, operations }: Regulation, day: fc.Arbitrary<IsoDate>): fc.Arbitrary<Query> {
  return fc
    .record({ purpose: fc.constantFrom(...purposes), operation: fc.constantFrom(...operations) })
    .filter(({ purpose, operation }) => operation.fields.some(({ code }) => purpose.needs.includes(code)))
    .chain(({ purpose, operation }) => {
      const codes = operation.fields.map(({ code }) => code);
      const needed = codes.filter((code) => purpose.needs.includes(code));
      const past = isoDateOf('2015-01-01');
      return fc.record({
        operation: fc.constant(operation.code),
        purpose: mostly(purpose.code, fc.constantFrom('constructor', ...purposes.map(({ code }) => code))),
        fields: mostly(needed, fc.shuffledSubarray(codes, { minLength: 1 })),
        caseNumber: mostly<string | null>('社助-115-1', fc.constantFrom(null, '', ' －')),
        reason: mostly<string | null>('資格審查', fc.constantFrom(null, '查')),
        subject: fc.constant('A123456789'),
        citizenConsentOn: mostly<IsoDate | null>(past, fc.option(day)),
        onBehalfOf: mostly<Query['onBehalfOf']>(null, fc.record({ account: fc.constant('u-9'), letterFiledOn: fc.option(day) })),
        approval: mostly<Query['approval']>(
          { approvedBy: 'p-9', on: past },
          fc.option(fc.record({ approvedBy: fc.constantFrom('p-1', 'p-9'), on: day })),
        ),
      });
    });
}

function actorsUnder(regulation: Regulation, day: fc.Arbitrary<IsoDate>): fc.Arbitrary<Actor> {
  const roles = new Set(regulation.roles.map(({ role }) => role));
  const grantable = grantRoles.filter((role) => roles.has(role));
  const own = { account: fc.constant('u-1'), person: fc.constant('p-1'), address: addresses };
  const person = fc.record({
    ...own,
    kind: fc.constant('person' as const),
    grant: grantsUnder(
      regulation,
      grantable.filter((role) => role !== 'client-service'),
      day,
    ),
    employment: mostly('active', fc.constantFrom('suspended', 'transferred', 'left')),
    vendor: mostly(false, fc.constant(true)),
    location: mostly('office', fc.constant('outside')),
    passwordChangedOn: mostly<IsoDate | null>(
      null,
      day.map((each) => isoDateOf(`${Number(each.slice(0, 4)) - 3}${each.slice(4)}`.replace('-02-29', '-02-28'))),
    ),
    citizenCertificate: mostly(true, fc.constant(false)),
  }) as fc.Arbitrary<Actor>; // fast-check widens the constants
  if (!roles.has('client-service')) return person;
  return fc.oneof(
    person,
    fc.record({ ...own, kind: fc.constant('client-service' as const), grant: grantsUnder(regulation, ['client-service'], day) }),
  );
}

const addresses = fc.constantFrom('192.0.2.1', '2001:db8::1').map((text) => parseIpAddress(text) as IpAddress); // both are addresses

function grantsUnder(regulation: Regulation, roles: readonly Grant['role'][], day: fc.Arbitrary<IsoDate>): fc.Arbitrary<Grant | null> {
  const purposes = regulation.purposes.map(({ code }) => code);
  const operations = regulation.operations.map(({ code }) => code);
  const grant: fc.Arbitrary<Grant> = fc
    .record({
      role: fc.constantFrom(...roles),
      from: mostly(isoDateOf('2016-01-01'), day),
      until: mostly<IsoDate | null>(null, fc.option(day)),
      revokedOn: mostly<IsoDate | null>(null, fc.option(day)),
      purposes: mostly(purposes, fc.subarray(purposes)),
      operations: mostly(operations, fc.subarray(operations)),
      allowedAddresses: fc.uniqueArray(addresses, { maxLength: 2 }),
      entrustedBy: mostly<Grant['entrustedBy']>(null, fc.record({ authority: fc.constant('甲局'), consentedOn: fc.option(day) })),
    })
    .filter(({ from, until }) => until === null || from <= until);
  return mostlyOf(grant, fc.constant(null));
}
