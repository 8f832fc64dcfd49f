import { expect, test } from 'vitest';
import { decide } from '#domain/query';
import { exampleRequest } from '../../test/support/example-regulation.ts';
import { nantouWebir } from './nantou-webir.ts';

const refusedCodes = (at: string) => decide(nantouWebir, { ...exampleRequest, at: Date.parse(at) }).refusals.map(({ code }) => code);

test('it refuses on these grounds, on these clauses', () => {
  expect(nantouWebir.refusals).toEqual({
    'not-in-force': 'NW-0',
    'case-number-missing': 'NW-4.1.1',
    'reason-missing': 'NW-4.1.1',
    'purpose-not-allowed': 'NW-2',
    'purpose-not-granted': 'NW-4.1.2',
    'operation-not-granted': 'NW-4.1.2',
    'field-not-needed': 'NW-3.10',
    'legal-basis-repealed': 'NW-4.2',
    'grant-missing': 'NW-3.2',
    'grant-not-current': 'NW-3.3',
    'not-in-service': 'NW-3.3',
    'password-too-old': 'NW-3.4',
  });
});

const all = [
  'insured-unit',
  'insured-from',
  'insured-until',
  'insured-salary',
  'benefit-kind',
  'benefit-amount',
  'benefit-paid-on',
  'pension-kind',
  'pension-monthly',
];
const history = ['insured-unit', 'insured-from', 'insured-until', 'insured-salary'];

test.each([
  ['social-assistance', { kind: 'law', code: 'social-assistance-44-3' }, all],
  ['elderly-welfare', { kind: 'law', code: 'elderly-welfare-12-1' }, all],
  ['disability-benefits', { kind: 'law', code: 'disability-rights-71-1' }, all],
  ['disability-premium-subsidy', { kind: 'law', code: 'disability-premium-9' }, ['insured-unit', 'insured-from', 'insured-until']],
  ['labor-mediation', { kind: 'law', code: 'labor-standards-70' }, history],
] as const)('%s stands on its basis and needs its fields', (code, basis, needs) => {
  expect(nantouWebir.purposes.find((purpose) => purpose.code === code)).toMatchObject({ basis, needs });
});

test('it has these purposes and operations, and no other', () => {
  expect(nantouWebir.purposes.map(({ code }) => code)).toEqual([
    'social-assistance',
    'elderly-welfare',
    'disability-benefits',
    'disability-premium-subsidy',
    'labor-mediation',
  ]);
  expect(nantouWebir.operations.map(({ code, fields }) => [code, fields.map((field) => field.code)])).toEqual([
    ['insured-history', all.slice(0, 4)],
    ['benefit-payments', all.slice(4, 7)],
    ['pension-status', all.slice(7)],
  ]);
});

test('every clause of it is in the catalogue', () => {
  const clauses =
    'NW-0 NW-2 NW-3.1 NW-3.2 NW-3.3 NW-3.4 NW-3.5 NW-3.6 NW-3.7 NW-3.8 NW-3.9 NW-3.10 NW-4.1.1 NW-4.1.2 NW-4.1.3 NW-4.1.4 NW-4.1.5 NW-4.1.6 NW-4.2 NW-4.3.1 NW-4.3.2 NW-4.3.3 NW-4.3.4 NW-4.3.5 NW-4.3.6 NW-5.1 NW-5.2 NW-5.3 NW-5.4 NW-5.5 NW-6 NW-7 NW-8 NW-9';
  expect(nantouWebir.clauses.map(({ id }) => id)).toEqual(clauses.split(' '));
});

test('it applies from its issue on 2025-06-11 on', () => {
  expect(refusedCodes('2025-06-10T23:59:59+08:00')).toEqual(['not-in-force']);
  expect(refusedCodes('2025-06-11T00:00:00+08:00')).not.toContain('not-in-force');
});

test('a list of a half-year: 3 %, at least 10 rows', () => {
  expect(nantouWebir.sampling).toEqual({ clause: 'NW-5.2', per: 'half-year', ratePercent: 3, minimumRows: 10, barsPreviousAuditor: false });
});

test('passwords: three months are our default, the text gives no number', () => {
  expect(nantouWebir.settings.passwordMaximumAgeMonths).toEqual({ value: 3, source: 'default', clause: 'NW-3.4' });
});

test('every kind of record is kept five years at least', () => {
  for (const { atLeastYears } of nantouWebir.retention) expect(atLeastYears).toBe(5);
});
