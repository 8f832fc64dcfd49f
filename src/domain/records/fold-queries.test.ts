import { expect, test } from 'vitest';
import { actorCompartment } from './actor-facts.ts';
import { foldQueries, type FoldedRecord } from './fold-queries.ts';
import { intentCompartments, outcomeCompartments, refusedCompartments, type QueryFacts } from './query-records.ts';

const actor = actorCompartment({
  account: 'u-1',
  login: 'lin',
  person: 'p-1',
  name: '林',
  unit: '社會救助科',
  organisation: '府',
  address: '',
});
const query: QueryFacts = {
  regulation: 'nantou-webir',
  furtherRegulations: [],
  purpose: 'social-assistance',
  legalBasis: 'social-assistance-44-3',
  operation: 'insured-history',
  fields: ['insured-unit'],
  subject: 'A000000000',
  caseNumber: '社助-115-1',
  reason: '審查',
};

const record = (index: number, type: string, parts: Pick<FoldedRecord, 'envelope' | 'subject'>, intentIndex?: number): FoldedRecord => ({
  index,
  type,
  at: { epochMilliseconds: index },
  actor,
  intentIndex,
  ...parts,
});

test('each intent meets its outcome, refusals stand alone, an intent without outcome stays open', () => {
  const queries = foldQueries([
    record(5, 'outcome', outcomeCompartments(query, 1, { kind: 'not-found' }), 1),
    record(0, 'intent', intentCompartments(query)),
    record(1, 'intent', intentCompartments(query)),
    record(2, 'refused', refusedCompartments(query, [{ clause: 'NW-4.1.1', code: 'case-number-missing' }])),
    record(3, 'log-read', { envelope: {}, subject: {} }),
    record(4, 'outcome', outcomeCompartments(query, 0, { kind: 'answered', count: 2, digest: 'x' }), 0),
    record(6, 'intent', intentCompartments(query)),
  ]);
  expect(queries.map((entry) => [entry.index, entry.result.kind])).toEqual([
    [0, 'answered'],
    [1, 'not-found'],
    [2, 'refused'],
    [6, 'open'],
  ]);
  expect(queries[0]?.query).toEqual(query);
});

test('a record of another shape is named, not guessed at', () => {
  expect(() => foldQueries([record(0, 'intent', { envelope: {}, subject: {} })])).toThrow('regulation');
});

test('the envelope carries no subject, case number or reason', () => {
  for (const parts of [
    intentCompartments(query),
    refusedCompartments(query, []),
    outcomeCompartments(query, 1, { kind: 'failed', code: 'provider-timeout' }),
  ]) {
    expect(JSON.stringify(parts.envelope)).not.toMatch(/A000000000|社助|審查/);
  }
});
