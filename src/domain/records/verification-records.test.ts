import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, type JsonObject } from '#domain/kernel';
import { actorCompartment } from './actor-facts.ts';
import { foldQueries } from './fold-queries.ts';
import { MalformedRecord } from './record-fields.ts';
import { readVerification, verificationCompartments, type VerificationFacts } from './verification-records.ts';

const facts: VerificationFacts = {
  query: {
    regulation: 'nantou-verification',
    furtherRegulations: [],
    purpose: 'eligibility',
    legalBasis: 'nantou-verification-plan',
    operation: 'verify',
    fields: ['county-resident', 'name-matches'],
    subject: 'A000000000',
    caseNumber: '社助-115-1',
    reason: '審查',
  },
  name: '王小明',
  birthDate: undefined,
  answers: { 'county-resident': true, 'name-matches': false },
  asOf: '2026-10-31',
  snapshot: 'import-1',
  requestDigest: 'x',
};

const stored = (value: JsonObject): JsonObject => JSON.parse(canonicalJson(value)) as JsonObject;

test('what is written is read back, whichever condition was given', () => {
  const optional = fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined });
  fc.assert(
    fc.property(optional, optional, fc.boolean(), (name, birthDate, answer) => {
      const written = { ...facts, name, birthDate, answers: { ...facts.answers, 'name-matches': answer } };
      const { envelope, subject } = verificationCompartments(written);
      expect(readVerification(stored(envelope), stored(subject))).toEqual(written);
    }),
  );
});

test('its keys stand in canonical order, so that writing them needs no sorting', () => {
  for (const further of [[], ['another-regulation']]) {
    const written = { ...facts, birthDate: '75/1/2', query: { ...facts.query, furtherRegulations: further } };
    const { envelope, subject } = verificationCompartments(written);
    expect(JSON.stringify(envelope)).toBe(canonicalJson(envelope));
    expect(JSON.stringify(subject)).toBe(canonicalJson(subject));
  }
});

test('the envelope holds nothing of the person', () => {
  expect(JSON.stringify(verificationCompartments(facts).envelope)).not.toMatch(/A000000000|王小明|社助|審查|true|false/);
});

test.each<readonly [string, (envelope: Record<string, unknown>, subject: Record<string, unknown>) => void]>([
  ['a claim without its answer', (_, subject) => void (subject['answers'] = { 'county-resident': true })],
  ['an answer to a claim not asked', (_, subject) => void (subject['answers'] = { ...facts.answers, disability: true })],
  ['an answer that is no yes or no', (_, subject) => void (subject['answers'] = { ...facts.answers, 'name-matches': null })],
  ['answers that are none', (_, subject) => void (subject['answers'] = [true, false])],
  ['another count', (envelope) => void (envelope['count'] = 1)],
  ['no day', (envelope) => void delete envelope['asOf']],
  ['a name that is no text', (_, subject) => void (subject['name'] = 1)],
])('a record with %s is named, not guessed at', (_, break_) => {
  const { envelope, subject } = verificationCompartments(facts);
  const [a, c] = [{ ...envelope }, { ...subject }];
  break_(a, c);
  expect(() => readVerification(a as JsonObject, c as JsonObject)).toThrow(MalformedRecord);
});

test('a verification is a query of its own on the month’s list', () => {
  const actor = actorCompartment({
    account: 's',
    login: 'k',
    person: 's',
    name: '系統',
    unit: '科',
    organisation: '府',
    address: '192.0.2.1',
  });
  const record = {
    index: 3,
    type: 'verification',
    at: { epochMilliseconds: 1 },
    actor,
    intentIndex: undefined,
    ...verificationCompartments(facts),
  };
  expect(foldQueries([record])).toMatchObject([{ index: 3, query: facts.query, result: { kind: 'answered', count: 2 } }]);
});
