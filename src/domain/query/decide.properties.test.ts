// What holds of every decision under every regulation there is, whatever is asked.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { daysOf, requestsUnder } from '../../../test/support/requests-under.ts';
import type { IsoDate } from '#domain/kernel';
import { refusalCodes, type Regulation } from '#domain/regulations';
import { regulations } from '#regulations';
import { decideUnder } from './decide-under.ts';
import { decide } from './decide.ts';
import type { Actor, DecideRequest, Grant, Query } from './decide-request.ts';
import { taipeiMoment } from './instant.ts';
import { parseDecideRequest } from './parse-decide-request.ts';

const all = [exampleRegulation, ...regulations];
const runs = { numRuns: 200 };
const fewRuns = { numRuns: 40 };

const ofGrant = (request: DecideRequest, change: (grant: Grant) => Partial<Grant>): DecideRequest => {
  const { grant } = request.actor;
  return grant === null ? request : { ...request, actor: { ...request.actor, grant: { ...grant, ...change(grant) } } };
};
const ofActor = (request: DecideRequest, change: Partial<Extract<Actor, { kind: 'person' }>>): DecideRequest =>
  request.actor.kind === 'person' ? { ...request, actor: { ...request.actor, ...change } } : request;
const ofQuery = (request: DecideRequest, change: Partial<Query>): DecideRequest => ({ ...request, query: { ...request.query, ...change } });
const earlier = (one: IsoDate | null, other: IsoDate): IsoDate => (one === null || other < one ? other : one);
const later = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? other : one);

/** Facts that can only take away. */
const restrictions: Readonly<Record<string, (request: DecideRequest, day: IsoDate, regulation: Regulation) => DecideRequest>> = {
  'a basis is repealed': (request, on, { legalBases }) => ({
    ...request,
    repealed: [...request.repealed, ...legalBases.map(({ code: basis }) => ({ basis, on }))],
  }),
  'no grant': (request) => ({ ...request, actor: { ...request.actor, grant: null } }),
  'revoked, or revoked earlier': (request, day) => ofGrant(request, ({ revokedOn }) => ({ revokedOn: earlier(revokedOn, day) })),
  'an end, or an earlier one': (request, day) => ofGrant(request, ({ until }) => ({ until: earlier(until, day) })),
  'a later beginning': (request, day) => ofGrant(request, ({ from }) => ({ from: later(from, day) })),
  'fewer purposes': (request) => ofGrant(request, ({ purposes }) => ({ purposes: purposes.slice(1) })),
  'fewer operations': (request) => ofGrant(request, ({ operations }) => ({ operations: operations.slice(1) })),
  'fewer addresses': (request) => ofGrant(request, ({ allowedAddresses }) => ({ allowedAddresses: allowedAddresses.slice(1) })),
  entrusted: (request) =>
    ofGrant(request, ({ entrustedBy }) => ({ entrustedBy: { authority: '甲局', ...entrustedBy, consentedOn: null } })),
  'left the service': (request) => ofActor(request, { employment: 'left' }),
  suspended: (request) => ofActor(request, { employment: 'suspended' }),
  "a vendor's person": (request) => ofActor(request, { vendor: true }),
  'out of office': (request) => ofActor(request, { location: 'outside' }),
  'an old password': (request) => ofActor(request, { passwordChangedOn: '2001-01-01' }),
  'no certificate': (request) => ofActor(request, { citizenCertificate: false }),
  'no case number': (request) => ofQuery(request, { caseNumber: null }),
  'no reason': (request) => ofQuery(request, { reason: null }),
  'no consent': (request) => ofQuery(request, { citizenConsentOn: null }),
  'for somebody else': (request) => ofQuery(request, { onBehalfOf: { account: 'u-9', letterFiledOn: null } }),
  'no approval': (request) => ofQuery(request, { approval: null }),
  'approved by themselves': (request, on) => ofQuery(request, { approval: { approvedBy: request.actor.person, on } }),
};

describe.each(all.map((regulation) => [regulation.id, regulation] as const))('%s', (_, regulation) => {
  const requests = requestsUnder(regulation);

  test('allows nothing without a current grant, to nobody who is not in service, and no field that the purpose does not need', () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(requests, (request) => {
        const { allowed, fields } = decide(regulation, request);
        seen.add(allowed);
        if (!allowed) return;
        const { day } = taipeiMoment(request.at);
        const { actor, query } = request;
        expect(actor.grant).not.toBeNull();
        const { from = '', until = null, revokedOn = null, operations = [] } = actor.grant ?? {};
        expect(from <= day && (until === null || day <= until) && (revokedOn === null || day < revokedOn)).toBe(true);
        if (actor.kind === 'person') expect(actor.employment).toBe('active');
        expect(operations).toContain(query.operation);
        const needs = regulation.purposes.find(({ code }) => code === query.purpose)?.needs ?? [];
        expect(needs).toEqual(expect.arrayContaining([...fields]));
      }),
      runs,
    );
    expect(seen.size).toBe(2); // else it would have said nothing
  });

  test('lists each refusal once, in the order of the codes, on its own clause; and releases what was asked, or nothing', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { allowed, refusals, fields } = decide(regulation, request);
        const codes = refusals.map(({ code }) => code);
        expect(codes).toEqual(refusalCodes.filter((code) => codes.includes(code)));
        for (const { code, clause } of refusals) expect(clause).toBe(regulation.refusals[code]);
        expect(allowed).toBe(refusals.length === 0);
        expect(fields).toEqual(allowed ? request.query.fields : []);
      }),
      runs,
    );
  });

  test.each(Object.entries(restrictions))('%s: never turns a refusal into a permission and adds no field', (__, restrict) => {
    fc.assert(
      fc.property(requests, daysOf(regulation), (request, day) => {
        const before = decide(regulation, request);
        const after = decide(regulation, restrict(request, day, regulation));
        expect(before.fields).toEqual(expect.arrayContaining([...after.fields]));
        if (!before.allowed) expect(after.allowed).toBe(false);
      }),
      fewRuns,
    );
  });

  test('decides alike in whatever order keys, purposes, operations and repealed bases are written', () => {
    fc.assert(
      fc.property(requests, fc.infiniteStream(fc.integer()), (request, numbers) => {
        const { approval, ...query } = request.query;
        const hasApproval = regulation.refusals['approval-missing'] !== undefined;
        const json = {
          ...request,
          regulation: regulation.id,
          at: new Date(request.at).toISOString(),
          query: hasApproval ? { ...query, approval } : query,
        };
        const read = (value: unknown) => {
          const parsed = parseDecideRequest(value, all);
          return parsed.kind === 'request' ? decide(parsed.regulation, parsed.request) : parsed;
        };
        expect(read(json)).toEqual(decide(regulation, request));
        expect(read(reordered(json, numbers))).toEqual(read(json));
      }),
      runs,
    );
  });

  test.each(all.map((other) => [other.id, other] as const))(
    'with %s beside it: the refusals of both, whichever comes first',
    (__, other) => {
      fc.assert(
        fc.property(requests, (request) => {
          const [one, two] = [decide(regulation, request), decide(other, request)];
          const both = decideUnder([regulation, other], request);
          expect(both.allowed).toBe(one.allowed && two.allowed);
          expect(both.refusals).toEqual([...one.refusals, ...two.refusals]);
          expect(decideUnder([other, regulation], request).fields).toEqual(both.fields);
        }),
        fewRuns,
      );
    },
  );
});

/** The same value with the keys of its objects, and its lists other than the fields asked for, in another order. */
function reordered(value: unknown, numbers: Iterator<number>, key = ''): unknown {
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => [Number(numbers.next().value), item] as const)
      .toSorted(([one], [other]) => one - other)
      .map(([, item]) => item);
  if (Array.isArray(value)) return key === 'fields' ? value : shuffled(value.map((item: unknown) => reordered(item, numbers)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(shuffled(Object.entries(value)).map(([name, item]) => [name, reordered(item, numbers, name)]));
}
