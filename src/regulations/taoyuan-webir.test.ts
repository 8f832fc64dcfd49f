import { expect, test } from 'vitest';
import { decide } from '#domain/query';
import { exampleRequest } from '../../test/support/example-regulation.ts';
import { taoyuanWebir } from './taoyuan-webir.ts';

const refusedCodes = (at: string) => decide(taoyuanWebir, { ...exampleRequest, at: Date.parse(at) }).refusals.map(({ code }) => code);

test('it refuses on these grounds, on these clauses', () => {
  expect(taoyuanWebir.refusals).toEqual({
    'not-in-force': 'TY-0',
    'purpose-not-allowed': 'TY-4.5.2',
    'purpose-not-granted': 'TY-4.5.1',
    'operation-not-granted': 'TY-4.5.1',
    'field-not-needed': 'TY-4.5.1',
    'legal-basis-repealed': 'TY-4.5.2',
    'consent-missing': 'TY-4.5.2',
    'grant-missing': 'TY-5.2',
    'grant-not-current': 'TY-4.4',
    'not-in-service': 'TY-4.4',
    'password-too-old': 'TY-7',
    'certificate-missing': 'TY-5.2',
    'entrusting-consent-missing': 'TY-9',
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
  ['labor-mediation', { kind: 'law', code: 'labor-standards-70' }, history],
  ['citizen-consent', { kind: 'consent' }, all],
] as const)('%s stands on its basis and needs its fields', (code, basis, needs) => {
  expect(taoyuanWebir.purposes.find((purpose) => purpose.code === code)).toMatchObject({ basis, needs });
});

test('it has these purposes and operations, and no other', () => {
  expect(taoyuanWebir.purposes.map(({ code }) => code)).toEqual([
    'social-assistance',
    'elderly-welfare',
    'disability-benefits',
    'labor-mediation',
    'citizen-consent',
  ]);
  expect(taoyuanWebir.operations.map(({ code, fields }) => [code, fields.map((field) => field.code)])).toEqual([
    ['insured-history', all.slice(0, 4)],
    ['benefit-payments', all.slice(4, 7)],
    ['pension-status', all.slice(7)],
  ]);
});

test('every clause of it is in the catalogue', () => {
  const clauses =
    'TY-0 TY-2 TY-3 TY-4.1 TY-4.2 TY-4.3 TY-4.4 TY-4.5.1 TY-4.5.2 TY-4.5.3 TY-5.1 TY-5.2 TY-6.1 TY-6.2 TY-7 TY-8.1.1 TY-8.1.2 TY-8.2 TY-8.3 TY-9 TY-10';
  expect(taoyuanWebir.clauses.map(({ id }) => id)).toEqual(clauses.split(' '));
});

test('it is always in force', () => {
  for (const at of ['1999-01-01T10:00:00+08:00', '2099-01-01T10:00:00+08:00']) expect(refusedCodes(at)).not.toContain('not-in-force');
});

test('the citizen agreeing stands in for the basis; rows are compared, not sampled', () => {
  expect(taoyuanWebir.consentReplacesBasis).toBe(true);
  expect([taoyuanWebir.sampling, taoyuanWebir.comparesEveryRow]).toEqual([null, 'TY-8.1.1']);
});
