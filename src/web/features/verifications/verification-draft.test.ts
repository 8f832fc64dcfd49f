import { expect, test } from 'vitest';
import { claims } from '#domain/verification';
import {
  answersOf,
  chooseClaims,
  emptyDraft,
  missingParts,
  refusalsByPart,
  toBody,
  writeBirthDate,
  writeName,
} from './verification-draft.ts';

const day = { year: 1986, month: 1, day: 2 };
const filled = chooseClaims({ ...emptyDraft, caseNumber: ' 社助-1 ', reason: '資格審查', subject: ' A123456789 ' }, ['county-resident']);

test('typing what is to be compared asks its claim, emptying it asks no more', () => {
  const named = writeName(filled, '王小明');
  expect(named.claims).toEqual(['county-resident', 'name-matches']);
  expect(writeName(named, ' ').claims).toEqual(['county-resident']);
  const dated = writeBirthDate(named, day);
  expect(dated.claims).toEqual(['county-resident', 'name-matches', 'birth-date-matches']);
  expect(writeBirthDate(dated, null).claims).toEqual(['county-resident', 'name-matches']);
});

test('what is compared is sent only where its claim is asked', () => {
  const both = writeBirthDate(writeName(filled, ' 王小明 '), day);
  expect(toBody(both, 'r').subject).toEqual({ nationalId: 'A123456789', name: '王小明', birthDate: '1986-01-02' });
  expect(toBody(chooseClaims(both, ['county-resident']), 'r').subject).toEqual({ nationalId: 'A123456789' });
});

test.each([
  ['nothing', emptyDraft, ['subject', 'claims']],
  ['a claim without its name', chooseClaims(filled, ['name-matches']), ['name']],
  ['a claim without its birth date', chooseClaims(filled, ['birth-date-matches']), ['birthDate']],
  ['a birth date that is none', writeBirthDate(filled, 'unusable'), ['birthDate']],
  ['no case number: refused and recorded, not held back', { ...filled, caseNumber: '', reason: '' }, []],
] as const)('missing with %s', (_, draft, parts) => {
  expect(missingParts(draft)).toEqual(parts);
});

test('claims are sent and shown in one order', () => {
  expect(chooseClaims(emptyDraft, claims.toReversed()).claims).toEqual(claims);
  expect(answersOf({ 'low-income': false, 'county-resident': true })).toEqual([
    { claim: 'county-resident', holds: true },
    { claim: 'low-income', holds: false },
  ]);
});

test('a refusal stands beside the field that can answer it', () => {
  expect(
    refusalsByPart([
      { code: 'case-number-missing', message: '未填寫案號' },
      { code: 'not-in-force', message: '尚未施行' },
    ]),
  ).toEqual({
    caseNumber: '未填寫案號',
  });
});
