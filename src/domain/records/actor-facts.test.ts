import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleRequest } from '../../../test/support/example-regulation.ts';
import { canonicalJson, isoDateOf, type JsonObject } from '#domain/kernel';
import { parseIpAddress, requestOf, standingOf, type DecideRequest, type Grant } from '#domain/query';
import { grantRoles } from '#domain/regulations';
import { actorCompartment, readActor, readActorStanding, type ActorFacts } from './actor-facts.ts';
import { foldQueries } from './fold-queries.ts';
import { intentCompartments } from './query-records.ts';
import { MalformedRecord } from './record-fields.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 20 });
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => isoDateOf(new Date(days * 86_400_000).toISOString().slice(0, 10)));
const dayOrNull = fc.option(anyDay);
const anyAddress = fc.oneof(fc.ipV4(), fc.ipV6()).map((written) => parseIpAddress(written) ?? expect.unreachable());
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });

const anyGrant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...grantRoles),
  from: anyDay,
  until: dayOrNull,
  revokedOn: dayOrNull,
  purposes: list(anyText),
  operations: list(anyText),
  allowedAddresses: list(anyAddress),
  entrustedBy: fc.option(fc.record({ authority: anyText, consentedOn: dayOrNull })),
});
const identity = { account: anyText, person: anyText, address: anyAddress, grant: fc.option(anyGrant) };
const anyActor: fc.Arbitrary<DecideRequest['actor']> = fc.oneof(
  fc.record({ ...identity, kind: fc.constant('client-service' as const) }),
  fc.record({
    ...identity,
    kind: fc.constant('person' as const),
    employment: fc.constantFrom('active', 'suspended', 'transferred', 'left'),
    vendor: fc.boolean(),
    location: fc.constantFrom('office', 'outside'),
    passwordChangedOn: dayOrNull,
    citizenCertificate: fc.boolean(),
  }),
);
const anyRequest: fc.Arbitrary<DecideRequest> = fc.record({
  at: fc.integer({ min: 0, max: 4e12 }),
  actor: anyActor,
  query: fc.record({
    operation: anyText,
    purpose: anyText,
    fields: list(anyText),
    caseNumber: anyText,
    reason: anyText,
    subject: anyText,
    citizenConsentOn: dayOrNull,
    onBehalfOf: fc.option(fc.record({ account: anyText, letterFiledOn: dayOrNull })),
    approval: fc.option(fc.record({ approvedBy: anyText, on: anyDay })),
  }),
  repealed: list(fc.record({ basis: anyText, on: anyDay })),
});

const facts: ActorFacts = { account: 'u-1', login: 'lin', person: 'p-1', name: '林', unit: '科', organisation: '府', address: '192.0.2.1' };

test('whatever was judged is read back from its record and can be judged again', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const { account, person, address } = request.actor;
      const { operation, purpose, fields, subject, caseNumber, reason } = request.query;
      const asked = { operation, purpose, fields, subject, caseNumber: caseNumber ?? '', reason: reason ?? '' };
      const record = {
        ...intentCompartments({ regulation: 'example', furtherRegulations: ['other'], legalBasis: '', ...asked }),
        actor: actorCompartment({ ...facts, account, person, address }, standingOf(request)),
      };
      const stored = JSON.parse(canonicalJson(record)) as typeof record; // as it was written
      const [query] = foldQueries([{ ...stored, index: 0, type: 'intent', at: { epochMilliseconds: request.at }, intentIndex: undefined }]);
      const { atMs, actor, standing } = query ?? expect.unreachable();
      const found = { ...actor, address: parseIpAddress(actor.address) ?? expect.unreachable() };
      expect(query?.query.furtherRegulations).toEqual(['other']);
      expect(requestOf(atMs, found, asked, standing ?? expect.unreachable())).toEqual(request);
    }),
  );
});

test('a record from before standings were kept has none, and says who acted all the same', () => {
  const compartment = actorCompartment(facts);
  expect(compartment).not.toHaveProperty('standing');
  expect(readActorStanding(compartment)).toBeUndefined();
  expect(readActor(compartment)).toEqual(facts);
});

test.each(['vendor', 'grant', 'repealed'])('a standing without %s is named as malformed', (key) => {
  const { [key]: _, ...rest } = standingOf(exampleRequest) as unknown as JsonObject;
  expect(() => readActorStanding({ standing: rest })).toThrow(new MalformedRecord(`standing.${key}`));
});
