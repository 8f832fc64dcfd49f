import { expect, test } from 'vitest';
import { decide } from '#domain/query';
import { exampleRequest } from '../../test/support/example-regulation.ts';
import { taipeiWebir } from './taipei-webir.ts';

const refusedCodes = (at: string) => decide(taipeiWebir, { ...exampleRequest, at: Date.parse(at) }).refusals.map(({ code }) => code);

test('it refuses on these grounds, on these clauses', () => {
  expect(taipeiWebir.refusals).toEqual({
    'not-in-force': 'TP-0',
    'case-number-missing': 'TP-6.1',
    'reason-missing': 'TP-6.1',
    'purpose-not-allowed': 'TP-3',
    'purpose-not-granted': 'TP-6.3',
    'operation-not-granted': 'TP-6.3',
    'field-not-needed': 'TP-6.3',
    'grant-missing': 'TP-5.3',
    'grant-not-current': 'TP-5.4',
    'not-in-service': 'TP-5.4',
    vendor: 'TP-5.5',
    'outside-office': 'TP-6.3',
    'outside-office-hours': 'TP-6.3',
    'password-too-old': 'TP-5.6',
    'certificate-missing': 'TP-5.3',
    'proxy-letter-missing': 'TP-6.2',
    'entrusting-consent-missing': 'TP-4',
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

test.each([
  ['social-assistance', { kind: 'law', code: 'social-assistance-44-3' }, all],
  ['elderly-welfare', { kind: 'law', code: 'elderly-welfare-12-1' }, all],
  ['disability-benefits', { kind: 'law', code: 'disability-rights-71-1' }, all],
] as const)('%s stands on its basis and needs its fields', (code, basis, needs) => {
  expect(taipeiWebir.purposes.find((purpose) => purpose.code === code)).toMatchObject({ basis, needs });
});

test('it has these purposes and operations, and no other', () => {
  expect(taipeiWebir.purposes.map(({ code }) => code)).toEqual(['social-assistance', 'elderly-welfare', 'disability-benefits']);
  expect(taipeiWebir.operations.map(({ code, fields }) => [code, fields.map((field) => field.code)])).toEqual([
    ['insured-history', all.slice(0, 4)],
    ['benefit-payments', all.slice(4, 7)],
    ['pension-status', all.slice(7)],
  ]);
});

test('every clause of it is in the catalogue', () => {
  const clauses =
    'TP-0 TP-2 TP-3 TP-4 TP-5.1 TP-5.2 TP-5.3 TP-5.4 TP-5.5 TP-5.6 TP-6.1 TP-6.2 TP-6.3 TP-6.4 TP-6.5 TP-6.6 TP-7.1 TP-7.2 TP-7.3 TP-7.4 TP-8.1.1 TP-8.1.2 TP-8.1.3 TP-8.1.4 TP-8.1.5 TP-8.1.6 TP-8.2';
  expect(taipeiWebir.clauses.map(({ id }) => id)).toEqual(clauses.split(' '));
});

test('it applies at any time before it ceased on 2021-01-14', () => {
  expect(refusedCodes('2021-01-13T23:59:59+08:00')).not.toContain('not-in-force');
  expect(refusedCodes('1999-01-01T10:00:00+08:00')).not.toContain('not-in-force');
  expect(refusedCodes('2021-01-14T00:00:00+08:00')).toEqual(['not-in-force']);
});

test('office hours are 08:00 to 18:00 by default; rows are compared, not sampled', () => {
  expect(taipeiWebir.settings.officeHours).toEqual({ value: { fromMinute: 480, untilMinute: 1080 }, source: 'default', clause: 'TP-6.3' });
  expect([taipeiWebir.sampling, taipeiWebir.comparesEveryRow]).toEqual([null, 'TP-8.1.2']);
});
