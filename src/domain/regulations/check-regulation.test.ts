import { expect, test } from 'vitest';
import { exampleRegulation as example } from '../../../test/support/example-regulation.ts';
import { checkRegulation, contradictionsIn } from './check-regulation.ts';
import type { ClauseAnswer } from './clause.ts';
import { RegulationContradiction } from './contradiction.ts';
import { indispensableRefusals, refusalCodes, type RefusalCode } from './refusal-code.ts';
import type { Regulation } from './regulation.ts';
import { settingNames, type Settings } from './settings.ts';

const [firstPurpose, ...otherPurposes] = example.purposes as [Regulation['purposes'][number], ...Regulation['purposes']]; // it has three

/** The ground gone, and its clause resting on something else. */
function withoutGround(code: RefusalCode): Pick<Regulation, 'refusals' | 'clauses'> {
  const { [code]: clauseOfIt, ...refusals } = example.refusals;
  const answers: readonly ClauseAnswer[] = [{ by: 'control', parts: ['grants'] }];
  return { refusals, clauses: example.clauses.map((clause) => (clause.id === clauseOfIt ? { ...clause, answers } : clause)) };
}

function withSetting<Name extends keyof Settings>(name: Name, value: NonNullable<Settings[Name]>['value']): Pick<Regulation, 'settings'> {
  return { settings: { ...example.settings, [name]: { ...example.settings[name], value } } };
}

const sampling = example.sampling ?? expect.unreachable();

test('a regulation that agrees with itself has no contradictions', () => {
  expect(contradictionsIn(example)).toEqual([]);
  expect(() => checkRegulation(example)).not.toThrow();
});

/** What is changed, the clause that is named, and the words that tell which check found it. */
const broken: readonly (readonly [string, Partial<Regulation>, string, RegExp])[] = [
  ['an id that is no file name', { id: 'Example' }, 'EX', /Example is no file name/],
  ['a successor that is no file name', { replacedBy: 'Later' }, 'EX', /Later is no file name/],
  ['a successor of a regulation that goes on', { ceasedOn: null }, 'EX', /has not ceased/],
  ['a regulation that replaces itself', { replacedBy: 'example' }, 'EX', /by itself/],
  ['a day of issue that does not exist', { issuedOn: '2020-02-30' }, 'EX', /no day/],
  ['ceased before it was issued', { ceasedOn: '2019-12-31' }, 'EX', /ceased before/],
  ['no purposes', { purposes: [], legalBases: [], ...withoutGround('consent-missing') }, 'EX', /no purpose/],
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
  ['a basis twice', { legalBases: [...example.legalBases, ...example.legalBases.slice(0, 1)] }, 'EX-4', /basis act-1 is given twice/],
  ['a purpose twice', { purposes: [firstPurpose, ...example.purposes] }, 'EX-4', /twice/],
  ['a purpose that needs nothing', { purposes: [{ ...firstPurpose, needs: [] }, ...otherPurposes] }, 'EX-4', /needs no field/],
  ['a purpose that needs an unknown field', { purposes: [{ ...firstPurpose, needs: ['z9'] }, ...otherPurposes] }, 'EX-4', /z9/],
  ['an operation without fields', { operations: [...example.operations, { code: 'op-c', name: '丙', fields: [] }] }, 'op-c', /no field/],
  [
    'an operation twice',
    { operations: [...example.operations, { code: 'op-b', name: '丙', fields: [{ code: 'c1', name: '丙一' }] }] },
    'op-b',
    /twice/,
  ],
  [
    'a field in two operations',
    { operations: [...example.operations, { code: 'op-c', name: '丙', fields: [{ code: 'b1', name: '乙一' }] }] },
    'b1',
    /twice/,
  ],
  ['office hours without the refusal', withoutGround('outside-office-hours'), 'EX', /never refuses for outside-office-hours/],
  ['consent without a purpose on consent', { purposes: example.purposes.filter(({ code }) => code !== 'agreed') }, 'EX-9', /consent/],
  ['a purpose on consent without the refusal', withoutGround('consent-missing'), 'EX', /never refuses for consent-missing/],
  ['client services without allowed addresses', withoutGround('address-not-allowed'), 'EX', /never refuses for address-not-allowed/],
  ['office hours that end before they begin', withSetting('officeHours', { fromMinute: 1080, untilMinute: 480 }), 'EX-16', /span/],
  ['office hours beyond the day', withSetting('officeHours', { fromMinute: 480, untilMinute: 1441 }), 'EX-16', /span/],
  ['a password that never ages', withSetting('passwordMaximumAgeMonths', 0), 'EX-17', /longest/],
  ['a password age of minus a day', withSetting('passwordMinimumAgeDays', -1), 'EX-17', /negative/],
  ['a password that can never be changed in time', withSetting('passwordMinimumAgeDays', 84), 'EX-17', /too old before/],
  ['a password of seven characters', withSetting('passwordMinimumLength', 7), 'EX-17', /eight/],
  ['a password of no kind', withSetting('passwordCharacterKinds', []), 'EX-17', /no kind/],
  ['a kind of character twice', withSetting('passwordCharacterKinds', ['upper', 'digit', 'upper']), 'EX-17', /twice/],
  ['half a remembered password', withSetting('passwordsRemembered', 0.5), 'EX-17', /remembered/],
  ['no idle timeout', withSetting('idleTimeoutMinutes', 0), 'EX-30', /idle/],
  ['an idle timeout of more than an hour', withSetting('idleTimeoutMinutes', 61), 'EX-30', /idle/],
  ['a sampling rate of 0', { sampling: { ...sampling, ratePercent: 0 } }, 'EX-32', /rate/],
  ['a sampling rate of more than all', { sampling: { ...sampling, ratePercent: 101 } }, 'EX-32', /rate/],
  ['a smallest sample of 0', { sampling: { ...sampling, minimumRows: 0 } }, 'EX-32', /smallest sample/],
  ['neither a sample nor a comparison', { sampling: null }, 'EX', /either/],
  ['both a sample and a comparison', { comparison: { clause: 'EX-32', against: 'register' } }, 'EX-32', /either/],
];

test.each(broken)('%s is named, and nothing else', (_, change, clause, what) => {
  expect(contradictionsIn({ ...example, ...change })).toEqual([{ clause, what: expect.stringMatching(what) }]);
});

test.each(indispensableRefusals)('a regulation that never refuses for %s does not load', (code) => {
  expect(contradictionsIn({ ...example, ...withoutGround(code) })).toEqual([{ clause: 'EX', what: `it never refuses for ${code}` }]);
});

test.each(['', 'ex', '?', 'E-X'])('the prefix %j is not of capital letters', (prefix) => {
  expect(contradictionsIn({ ...example, prefix })).toContainEqual({ clause: prefix, what: 'the prefix is not of capital letters' });
});

test('what no regulation may leave open', () => {
  expect(indispensableRefusals).toEqual([
    'not-in-force',
    'purpose-not-allowed',
    'purpose-not-granted',
    'operation-not-granted',
    'field-not-needed',
    'grant-missing',
    'grant-not-current',
    'not-in-service',
  ]);
});

test('the error names the file and every clause', () => {
  const error = (() => {
    try {
      checkRegulation({ ...example, sampling: null, issuedOn: '2020-02-30' });
    } catch (thrown) {
      return thrown;
    }
    return undefined;
  })();
  expect(error).toBeInstanceOf(RegulationContradiction);
  expect((error as RegulationContradiction).contradictions).toHaveLength(2);
  expect((error as RegulationContradiction).message).toContain('src/regulations/example.ts');
});

test('every code has its row in the order of refusals, and every setting its name', () => {
  expect(new Set(refusalCodes).size).toBe(refusalCodes.length);
  expect(Object.keys(example.refusals)).toEqual([...refusalCodes]);
  expect(Object.keys(example.settings)).toEqual([...settingNames]);
});
