import { expect, test } from 'vitest';
import { exampleClauses, exampleRegulation, exampleRequest } from '../../../test/support/example-regulation.ts';
import type { Regulation } from '#domain/regulations';
import { decide } from './decide.ts';
import type { DecideRequest, Query } from './decide-request.ts';
import { decideUnder } from './decide-under.ts';

/** The same regulation for another city: its clauses begin with OT. */
function otherCity(change: Partial<Regulation>): Regulation {
  const refusals = Object.fromEntries(Object.entries(exampleClauses).map(([code, clause]) => [code, clause.replace('EX', 'OT')]));
  return { ...exampleRegulation, id: 'other', prefix: 'OT', refusals: refusals as Regulation['refusals'], ...change };
}

const query = (change: Partial<Query>): DecideRequest => ({ ...exampleRequest, query: { ...exampleRequest.query, ...change } });
const clauses = (request: DecideRequest, other: Partial<Regulation>) =>
  decideUnder([exampleRegulation, otherCity(other)], request).refusals.map(({ clause }) => clause);

test('under one regulation it is what that one says', () => {
  for (const request of [exampleRequest, query({ caseNumber: null, reason: null })])
    expect(decideUnder([exampleRegulation], request)).toEqual(decide(exampleRegulation, request));
});

test('allowed by both: the fields that both release', () => {
  expect(decideUnder([exampleRegulation, otherCity({})], exampleRequest)).toEqual({ allowed: true, refusals: [], fields: ['a2', 'a1'] });
});

test('what either refuses is refused, and the clause names which', () => {
  const narrow = exampleRegulation.purposes.map((purpose) => ({ ...purpose, needs: ['a1'] }));
  expect(clauses(exampleRequest, { purposes: narrow })).toEqual(['OT-7']);
  expect(clauses(query({ caseNumber: null }), { refusals: {} })).toEqual(['EX-2']);
});

test('what both refuse is refused by each', () => {
  expect(clauses(query({ caseNumber: null, reason: null }), {})).toEqual(['EX-2', 'EX-3', 'OT-2', 'OT-3']);
});

test('one of them no longer in force: nothing is allowed, and the other is judged as ever', () => {
  expect(clauses(query({ caseNumber: null }), { ceasedOn: '2026-03-02' })).toEqual(['EX-2', 'OT-1']);
});

test('not in force without a clause to say so is no permission', () => {
  const unsaid = otherCity({ ceasedOn: '2026-03-02', refusals: {} });
  expect(decideUnder([exampleRegulation, unsaid], exampleRequest)).toEqual({ allowed: false, refusals: [], fields: [] });
});
