// Everything the program does by a regulation, it does by one that it has never heard of. docs/adding-a-regulation.md shows its rows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assignAuditors, auditorsMayNotQuery, requiredSample, unassignedText } from '#domain/audits';
import { dutiesBetween } from '#domain/duties';
import { decide, parseDecideRequest } from '#domain/query';
import { checkRegulation, clauseState, mayFoundProgramme, parseRegulation } from '#domain/regulations';
import { retentionOf } from '#domain/retention';
import fifth from './support/yunling-land.ts';

test('it agrees with itself, and a programme may be founded under it from its day on', () => {
  expect(() => checkRegulation(fifth)).not.toThrow();
  expect(mayFoundProgramme(fifth, '2026-01-05')).toBe(true);
  expect(mayFoundProgramme(fifth, '2026-01-04')).toMatchObject({ clause: 'YL-1' });
});

test('it is read from JSON as it was written', () => {
  expect(parseRegulation(JSON.parse(JSON.stringify(fifth)))).toStrictEqual({ kind: 'regulation', regulation: fifth });
});

const query = {
  operation: 'land-title',
  purpose: 'tax-relief',
  fields: ['parcel'],
  caseNumber: '稅字1150000123',
  reason: null,
  subject: 'A123456789',
};

function judged(change: object) {
  const request = {
    regulation: 'yunling-land',
    at: '2026-03-02T10:15:00+08:00',
    actor: {
      account: 'u-1',
      person: 'p-1',
      kind: 'person',
      employment: 'active',
      vendor: false,
      location: 'office',
      address: '192.0.2.1',
      passwordChangedOn: '2026-01-15',
      citizenCertificate: false,
      grant: { role: 'user', from: '2026-01-05', until: null, revokedOn: null, purposes: ['tax-relief'], operations: ['land-title'] },
    },
    query: { ...query, ...change },
  };
  const parsed = parseDecideRequest(request, [fifth]);
  return parsed.kind === 'request' ? decide(parsed.regulation, parsed.request) : parsed;
}

test.each([
  ['the supervisor', { approvedBy: 'p-9', on: '2026-03-02' }, []],
  ['nobody', null, ['YL-3.2']],
  ['who asks', { approvedBy: 'p-1', on: '2026-03-02' }, ['YL-3.2']],
  ['somebody, only tomorrow', { approvedBy: 'p-9', on: '2026-03-03' }, ['YL-3.2']],
])('a query approved by %s', (_, approval, clauses) => {
  expect(judged({ approval })).toMatchObject({ allowed: clauses.length === 0, refusals: clauses.map((clause) => ({ clause })) });
});

test('its other grounds cite their clauses, and what it does not ask for is not missed', () => {
  const approval = { approvedBy: 'p-9', on: '2026-03-02' };
  expect(judged({ approval, caseNumber: null, fields: ['parcel', 'mortgage'] })).toMatchObject({
    refusals: [
      { code: 'case-number-missing', clause: 'YL-3.1' },
      { code: 'field-not-needed', clause: 'YL-3.1' },
    ],
  });
  expect(judged({})).toEqual({ kind: 'malformed', place: 'query.approval', code: 'missing-key' });
});

test('its weeks, months and quarters fall due', () => {
  expect(dutiesBetween(fifth, '2026-03-20', '2026-04-06')).toEqual([
    { clause: 'YL-4.2', code: 'sample-audit', period: '2026-02', opensOn: '2026-03-01', dueOn: '2026-03-20' },
    { clause: 'YL-4.1', code: 'weekly-query-log', period: '2026-W11', opensOn: '2026-03-16', dueOn: '2026-03-22' },
    { clause: 'YL-4.1', code: 'weekly-query-log', period: '2026-W12', opensOn: '2026-03-23', dueOn: '2026-03-29' },
    { clause: 'YL-4.1', code: 'weekly-query-log', period: '2026-W13', opensOn: '2026-03-30', dueOn: '2026-04-05' },
  ]);
  // The first quarter began before the regulation was issued.
  expect(dutiesBetween(fifth, '2026-03-31', '2026-06-30').filter(({ code }) => code === 'account-review')).toEqual([
    { clause: 'YL-4.3', code: 'account-review', period: '2026-Q2', opensOn: '2026-04-01', dueOn: '2026-06-30' },
  ]);
});

test('its records end when it says', () => {
  const facts = { createdOn: '2026-03-02', cancelledOn: '2027-06-30' } as const;
  expect(retentionOf([fifth], 'application-form', facts)).toMatchObject({ kind: 'on', from: '2032-07-01', clause: 'YL-2.1' });
  expect(retentionOf([fifth], 'account-review', facts)).toMatchObject({ kind: 'on', from: '2028-03-03', clause: 'YL-4.3' });
  expect(retentionOf([fifth], 'raw-import', facts)).toEqual({ kind: 'unruled' });
});

test('who queries under it audits nobody', () => {
  const rule = fifth.sampling ?? expect.unreachable();
  expect([requiredSample(rule, 15), requiredSample(rule, 300), requiredSample(rule, 401)]).toEqual([15, 20, 21]);
  const assigned = (auditors: readonly string[]) =>
    assignAuditors({
      rows: [{ id: 'r-1', person: 'p-1' }],
      auditors: auditors.map((person) => ({ id: `a-${person}`, person })),
      previous: [],
      barsPreviousAuditor: rule.barsPreviousAuditor !== null,
      auditorsMayNotQuery: auditorsMayNotQuery(fifth),
      queriers: new Set(['p-1', 'p-2']),
    });
  expect(assigned(['p-2', 'p-7']).assignments).toEqual([{ person: 'p-1', auditor: 'a-p-7', ids: ['r-1'] }]);
  const { assignments, unassigned } = assigned(['p-2']);
  expect(assignments).toEqual([]);
  expect(unassigned).toEqual([{ person: 'p-1', reason: 'only-queriers' }]);
  expect(unassigned.map(({ reason }) => unassignedText(reason)).join()).toContain('查核');
});

test('it says of each clause how far the program answers it', () => {
  const stateOf = (id: string) => fifth.clauses.filter((clause) => clause.id === id).map((clause) => clauseState(fifth, clause).state);
  expect(stateOf('YL-3.1')).toEqual(['works']); // the decision is built
  expect(stateOf('YL-4.2')).toEqual(['works']); // so are the sample and its due dates
  for (const { id, state, byHand } of fifth.clauses.map((clause) => ({ id: clause.id, ...clauseState(fifth, clause) })))
    expect([id, byHand.length > 0]).toEqual([id, state !== 'works']);
});

test('the rows that docs/adding-a-regulation.md shows are its own', () => {
  const [page, here] = ['../docs/adding-a-regulation.md', 'support/yunling-land.ts'].map((path) =>
    readFileSync(join(import.meta.dirname, path), 'utf8'),
  ) as [string, string]; // two of two
  const flat = (text: string) => text.replaceAll(/^ +/gm, '').trim();
  const snippets = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, snippet = '']) => flat(snippet));
  expect(snippets.length).toBeGreaterThanOrEqual(8);
  expect(snippets.filter((snippet) => !flat(here).includes(snippet))).toEqual([]);
});
