import { expect, test } from 'vitest';
import { exampleRegulation as example } from '../../../test/support/example-regulation.ts';
import { checkRegulation, contradictionsIn, RegulationContradiction } from './check-regulation.ts';
import { refusalCodes } from './refusal-code.ts';
import type { Regulation } from './regulation.ts';

const [firstPurpose, ...otherPurposes] = example.purposes as [Regulation['purposes'][number], ...Regulation['purposes']]; // it has three
const [firstClause, ...otherClauses] = example.clauses as [Regulation['clauses'][number], ...Regulation['clauses']]; // it has one per code

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = value;
  return rest;
}

test('a regulation that agrees with itself has no contradictions', () => {
  expect(contradictionsIn(example)).toEqual([]);
  expect(() => checkRegulation(example)).not.toThrow();
});

/** What is changed, the clause that is named, and the one word that tells which check found it. */
const broken: readonly (readonly [string, Partial<Regulation>, string, RegExp])[] = [
  ['an id that is no file name', { id: 'Example' }, 'EX', /file name/],
  ['a day of issue that does not exist', { issuedOn: '2020-02-30' }, 'EX', /no day/],
  ['ceased before it was issued', { ceasedOn: '2019-12-31' }, 'EX', /ceased/],
  [
    'no purposes',
    {
      purposes: [],
      legalBases: [],
      refusals: without(example.refusals, 'consent-missing'),
      clauses: example.clauses.map((clause) =>
        clause.id === 'EX-9' ? { ...clause, answers: [{ by: 'not-yet', missing: 'it' }] } : clause,
      ),
    },
    'EX',
    /no purpose/,
  ],
  [
    'a purpose without its basis',
    {
      purposes: [
        { ...firstPurpose, basis: { kind: 'law', code: 'act-2' } },
        { ...firstPurpose, code: 'x', basis: { kind: 'law', code: 'act-9' } },
        ...otherPurposes,
      ],
      legalBases: example.legalBases.slice(1),
    },
    'EX-4',
    /act-9/,
  ],
  [
    'a basis that nothing stands on',
    { legalBases: [...example.legalBases, { code: 'act-3', name: '第三法', clause: 'EX-5' }] },
    'EX-5',
    /act-3/,
  ],
  ['a purpose twice', { purposes: [firstPurpose, ...example.purposes] }, 'EX-4', /twice/],
  ['a purpose that needs nothing', { purposes: [{ ...firstPurpose, needs: [] }, ...otherPurposes] }, 'EX-4', /needs no field/],
  ['a purpose that needs an unknown field', { purposes: [{ ...firstPurpose, needs: ['z9'] }, ...otherPurposes] }, 'EX-4', /z9/],
  ['an operation without fields', { operations: [...example.operations, { code: 'op-c', name: '丙', fields: [] }] }, 'op-c', /no field/],
  [
    'a field in two operations',
    { operations: [...example.operations, { code: 'op-c', name: '丙', fields: [{ code: 'b1', name: '乙一' }] }] },
    'b1',
    /twice/,
  ],
  [
    'office hours without the refusal',
    {
      refusals: without(example.refusals, 'outside-office-hours'),
      clauses: example.clauses.filter(({ id }) => id !== 'EX-16'),
      settings: { ...example.settings, officeHours: { value: { fromMinute: 480, untilMinute: 1080 }, source: 'text', clause: 'EX-1' } },
    },
    'EX',
    /outside-office-hours/,
  ],
  ['the refusal without office hours', { settings: { ...example.settings, officeHours: null } }, 'EX-16', /office hours/],
  [
    'office hours that end before they begin',
    { settings: { ...example.settings, officeHours: { value: { fromMinute: 1080, untilMinute: 480 }, source: 'text', clause: 'EX-16' } } },
    'EX-16',
    /span/,
  ],
  [
    'allowed addresses without client services',
    { roles: example.roles.filter(({ role }) => role !== 'client-service') },
    'EX-21',
    /client-service/,
  ],
  ['consent without a purpose on consent', { purposes: example.purposes.filter(({ code }) => code !== 'agreed') }, 'EX-9', /consent/],
  [
    'a password that never ages',
    { settings: { ...example.settings, passwordMaximumAgeMonths: { value: 0, source: 'text', clause: 'EX-17' } } },
    'EX-17',
    /longest/,
  ],
  [
    'a sampling rate of 0',
    { sampling: { clause: 'EX-1', per: 'month', ratePercent: 0, minimumRows: 10, barsPreviousAuditor: true } },
    'EX-1',
    /rate/,
  ],
  [
    'a smallest sample of 0',
    { sampling: { clause: 'EX-1', per: 'month', ratePercent: 3, minimumRows: 0, barsPreviousAuditor: true } },
    'EX-1',
    /smallest sample/,
  ],
  ['neither a sample nor a comparison', { sampling: null }, 'EX', /either/],
  ['both a sample and a comparison', { comparesEveryRow: 'EX-1' }, 'EX-1', /either/],
  ['a retention of no years', { retention: [{ recordClass: 'query-log', atLeastYears: 0, clause: 'EX-2' }] }, 'EX-2', /less than one year/],
  ['a duty twice', { duties: [...example.duties, ...example.duties] }, 'EX-1', /twice/],
  [
    'a duty on a clause that is not there',
    { duties: [{ code: 'x', clause: 'EX-99', name: '無', per: 'year', due: { kind: 'within' }, source: 'text' }] },
    'EX-99',
    /no such clause/,
  ],
  [
    'a refusal on a clause that is not there',
    { refusals: { ...example.refusals, vendor: 'EX-99' }, clauses: example.clauses.filter(({ id }) => id !== 'EX-14') },
    'EX-99',
    /no such clause/,
  ],
  [
    'a refusal that its clause does not name',
    { clauses: [{ ...firstClause, answers: [{ by: 'not-yet', missing: 'all of it' }] }, ...otherClauses] },
    'EX-1',
    /doesn't name/,
  ],
  [
    'a clause that nothing answers',
    { clauses: [...example.clauses, { id: 'EX-50', kinds: ['P'], wording: { zh: '無', en: 'none' }, answers: [] }] },
    'EX-50',
    /nothing answers/,
  ],
  [
    'a clause that claims a refusal of another',
    {
      clauses: [
        ...example.clauses,
        { id: 'EX-50', kinds: ['P'], wording: { zh: '無', en: 'none' }, answers: [{ by: 'refusal', codes: ['vendor'] }] },
      ],
    },
    'EX-50',
    /vendor/,
  ],
  [
    'a clause that rests on no part',
    {
      clauses: [...example.clauses, { id: 'EX-50', kinds: ['P'], wording: { zh: '無', en: 'none' }, answers: [{ by: 'part', parts: [] }] }],
    },
    'EX-50',
    /no part/,
  ],
  [
    'a clause that hides what is missing',
    {
      clauses: [
        ...example.clauses,
        { id: 'EX-50', kinds: ['P'], wording: { zh: '無', en: 'none' }, answers: [{ by: 'not-yet', missing: ' ' }] },
      ],
    },
    'EX-50',
    /missing/,
  ],
  ['a clause twice', { clauses: [...example.clauses, firstClause] }, 'EX-1', /twice/],
  [
    'a clause of another regulation',
    {
      clauses: [
        ...example.clauses,
        { id: 'XX-1', kinds: ['P'], wording: { zh: '無', en: 'none' }, answers: [{ by: 'not-yet', missing: 'it' }] },
      ],
    },
    'XX-1',
    /no clause number/,
  ],
  [
    'a clause without words',
    {
      clauses: [
        ...example.clauses,
        { id: 'EX-50', kinds: ['P'], wording: { zh: '', en: 'none' }, answers: [{ by: 'not-yet', missing: 'it' }] },
      ],
    },
    'EX-50',
    /blank/,
  ],
];

test.each(broken)('%s is named, and nothing else', (_, change, clause, what) => {
  expect(contradictionsIn({ ...example, ...change })).toEqual([{ clause, what: expect.stringMatching(what) }]);
});

test.each([
  'not-in-force',
  'purpose-not-allowed',
  'purpose-not-granted',
  'operation-not-granted',
  'field-not-needed',
  'grant-missing',
  'grant-not-current',
  'not-in-service',
] as const)('a regulation that never refuses for %s does not load', (code) => {
  const clauses = example.clauses.map((clause) =>
    clause.id === example.refusals[code] ? { ...clause, answers: [{ by: 'not-yet', missing: 'it' } as const] } : clause,
  );
  expect(contradictionsIn({ ...example, refusals: without(example.refusals, code), clauses })).toEqual([
    { clause: 'EX', what: `it never refuses for ${code}` },
  ]);
});

test('the error names the file and every clause', () => {
  const broken = { ...example, sampling: null, issuedOn: '2020-02-30' as const };
  const error = (() => {
    try {
      checkRegulation(broken);
    } catch (thrown) {
      return thrown;
    }
    return undefined;
  })();
  expect(error).toBeInstanceOf(RegulationContradiction);
  expect((error as RegulationContradiction).contradictions).toHaveLength(2);
  expect((error as RegulationContradiction).message).toContain('src/regulations/example.ts');
});

test('every code has its row in the order of refusals', () => {
  expect(new Set(refusalCodes).size).toBe(refusalCodes.length);
  expect(Object.keys(example.refusals)).toEqual([...refusalCodes]);
});
