import { expect, test } from 'vitest';
import { decide } from '#domain/query';
import { exampleRequest } from '../../test/support/example-regulation.ts';
import { nantouVerification } from './nantou-verification.ts';

const refusedCodes = (at: string) => decide(nantouVerification, { ...exampleRequest, at: Date.parse(at) }).refusals.map(({ code }) => code);

test('it refuses on these grounds, on these clauses', () => {
  expect(nantouVerification.refusals).toEqual({
    'not-in-force': 'NV-0',
    'case-number-missing': 'NV-4.2.1',
    'reason-missing': 'NV-4.2.1',
    'purpose-not-allowed': 'NV-2.4',
    'purpose-not-granted': 'NV-4.1.2',
    'operation-not-granted': 'NV-3.3',
    'field-not-needed': 'NV-2.4',
    'grant-missing': 'NV-3.3',
    'grant-not-current': 'NV-4.1.2',
    'not-in-service': 'NV-3.6',
    'personal-account': 'NV-3.2',
    'password-too-old': 'NV-3.5',
    'address-not-allowed': 'NV-3.7',
  });
});

const all = ['county-resident', 'indigenous', 'elderly-living-alone', 'disability', 'low-income', 'name-matches', 'birth-date-matches'];

test.each([['eligibility', { kind: 'law', code: 'nantou-verification-plan' }, all]] as const)(
  '%s stands on its basis and needs its fields',
  (code, basis, needs) => {
    expect(nantouVerification.purposes.find((purpose) => purpose.code === code)).toMatchObject({ basis, needs });
  },
);

test('it has these purposes and operations, and no other', () => {
  expect(nantouVerification.purposes.map(({ code }) => code)).toEqual(['eligibility']);
  expect(nantouVerification.operations.map(({ code, fields }) => [code, fields.map((field) => field.code)])).toEqual([['verify', all]]);
});

test('every clause of it is in the catalogue', () => {
  const clauses =
    'NV-0 NV-2.4 NV-3.1 NV-3.2 NV-3.3 NV-3.4 NV-3.5 NV-3.6 NV-3.7 NV-3.8 NV-3.9 NV-3.10 NV-4.1.1 NV-4.1.2 NV-4.1.3 NV-4.1.4 NV-4.1.5 NV-4.2.1 NV-4.2.2 NV-4.2.3 NV-4.2.4 NV-4.2.5 NV-4.3 NV-4.4 NV-5.1 NV-5.2 NV-5.3 NV-5.4 NV-5.5 NV-5.6 NV-6';
  expect(nantouVerification.clauses.map(({ id }) => id)).toEqual(clauses.split(' '));
});

test('it applies from 2024-10-25 on', () => {
  expect(refusedCodes('2024-10-24T23:59:59+08:00')).toEqual(['not-in-force']);
  expect(refusedCodes('2024-10-25T00:00:00+08:00')).not.toContain('not-in-force');
});

test('a list of a month: 3 %, at least 10 rows, never the same auditor twice in a row', () => {
  expect(nantouVerification.sampling).toEqual({
    clause: 'NV-5.1',
    per: 'month',
    ratePercent: 3,
    minimumRows: 10,
    barsPreviousAuditor: true,
  });
});

test('only its officers and client services have roles to query by', () => {
  expect(nantouVerification.roles.map(({ role }) => role)).toEqual(['project-officer', 'responsible-person', 'client-service', 'auditor']);
});
