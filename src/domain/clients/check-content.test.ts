import { expect, test } from 'vitest';
import { examplePlatform } from '../../../test/support/example-platform.ts';
import { exampleClauses } from '../../../test/support/example-regulation.ts';
import { checkContent, clientClauses, type ServiceContent } from './index.ts';

const clauses = clientClauses(examplePlatform)!; // it has the form
const content: ServiceContent = {
  name: '系統',
  unit: '科',
  purposes: ['narrow'],
  operations: ['op-a'],
  claims: ['a1'],
  addresses: [],
  from: '2026-11-01',
  until: '2027-10-31',
  requestsPerDay: 10,
  personsPerDay: 10,
  contact: { name: '甲', reachedBy: '1' },
  certificate: null,
};
const check = (changes: Partial<ServiceContent>) => checkContent(examplePlatform, clauses, { ...content, ...changes }, '2026-11-15');

test('what is in order has no fault', () => {
  expect(check({})).toEqual([]);
  expect(check({ purposes: ['narrow', 'wide'], operations: ['op-a', 'op-b'], claims: ['a1', 'a2', 'b1'] })).toEqual([]);
  expect(check({ until: '2026-11-15' })).toEqual([]);
  expect(check({ from: '2026-11-15', until: '2026-11-15' })).toEqual([]);
});

test.each<[string, Partial<ServiceContent>, string, string, string]>([
  ['no purpose', { purposes: [], claims: [] }, 'purposes', 'missing', exampleClauses['purpose-not-allowed']],
  ['a purpose twice', { purposes: ['narrow', 'narrow'] }, 'purposes', 'given-twice', exampleClauses['purpose-not-allowed']],
  ['an unknown purpose', { purposes: ['narrow', 'constructor'] }, 'purposes', 'unknown-purpose', exampleClauses['purpose-not-allowed']],
  ['no operation', { operations: [], claims: [] }, 'operations', 'missing', 'EX-31'],
  ['an operation twice', { operations: ['op-a', 'op-a'] }, 'operations', 'given-twice', 'EX-31'],
  ['an unknown operation', { operations: ['op-a', 'op-z'] }, 'operations', 'unknown-operation', 'EX-31'],
  ['no claim', { claims: [] }, 'claims', 'missing', exampleClauses['field-not-needed']],
  ['a claim twice', { claims: ['a1', 'a1'] }, 'claims', 'given-twice', exampleClauses['field-not-needed']],
  ['a claim that the purpose does not need', { claims: ['a1', 'a2'] }, 'claims', 'claim-not-needed', exampleClauses['field-not-needed']],
  ['a claim of an operation not applied for', { purposes: ['wide'], claims: ['b1'] }, 'claims', 'claim-not-needed', exampleClauses['field-not-needed']],
  ['a period that ends before it begins', { from: '2026-12-02', until: '2026-12-01' }, 'until', 'ends-before-it-begins', exampleClauses['grant-not-current']],
  ['a period that is over', { until: '2026-11-14' }, 'until', 'period-over', exampleClauses['grant-not-current']],
  ['a period of a year and a day', { until: '2027-11-01' }, 'until', 'period-too-long', exampleClauses['grant-not-current']],
  ['more persons than requests', { personsPerDay: 11 }, 'personsPerDay', 'more-persons-than-requests', 'EX-31'],
])('%s', (_what, changes, field, code, clause) => {
  expect(check(changes)).toContainEqual({ field, code, clause });
  // Without a purpose or an operation no claim can be needed: that is said once.
  expect(check(changes).filter((fault) => fault.field !== 'claims' || field === 'claims')).toHaveLength(1);
}); // prettier-ignore
