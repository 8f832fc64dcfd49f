import { describe, expect, test } from 'vitest';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import type { Regulation, SamplingRule } from './regulation.ts';
import type { Settings } from './settings.ts';
import { strictestSampling, strictestSettings, type GoverningRegulations } from './strictest.ts';

const text = { source: 'text' } as const;
const settings = (prefix: string, change: Partial<Settings>): Settings => ({
  passwordMaximumAgeMonths: { ...text, value: 3, clause: `${prefix}-1` },
  passwordMinimumAgeDays: { ...text, value: 1, clause: `${prefix}-2` },
  passwordMinimumLength: { ...text, value: 12, clause: `${prefix}-3` },
  passwordCharacterKinds: { ...text, value: ['digit'], clause: `${prefix}-4` },
  passwordsRemembered: { ...text, value: 3, clause: `${prefix}-5` },
  idleTimeoutMinutes: { ...text, value: 15, clause: `${prefix}-6` },
  officeHours: null,
  ...change,
});
const rule: SamplingRule = { clause: 'AA-7', per: 'half-year', ratePercent: 3, minimumRows: 10, barsPreviousAuditor: null };
const one = (change: Partial<Regulation>): Regulation => ({
  ...exampleRegulation,
  id: 'one',
  settings: settings('AA', {}),
  sampling: rule,
  ...change,
});
const two = (change: Partial<Regulation>): Regulation => ({
  ...exampleRegulation,
  id: 'two',
  settings: settings('BB', {}),
  sampling: rule,
  ...change,
});
const settingsOf = (mine: Partial<Settings>, theirs: Partial<Settings>) =>
  strictestSettings([one({ settings: settings('AA', mine) }), two({ settings: settings('BB', theirs) })]);

describe('settings', () => {
  test('of one regulation are its own', () => {
    const strictest = strictestSettings([one({})]);
    expect(strictest.passwordMinimumLength).toEqual({ value: 12, from: [{ regulation: 'one', clause: 'AA-3' }] });
    expect(strictest.officeHours).toBeNull();
  });

  test.each([
    ['passwordMaximumAgeMonths', 2, 'AA-1'],
    ['passwordMinimumAgeDays', 7, 'AA-2'],
    ['passwordMinimumLength', 16, 'AA-3'],
    ['passwordsRemembered', 5, 'AA-5'],
    ['idleTimeoutMinutes', 10, 'AA-6'],
  ] as const)('%s: %i is stricter, whichever comes first', (name, value, clause) => {
    const mine = one({ settings: settings('AA', { [name]: { ...text, value, clause } }) });
    const expected = { value, from: [{ regulation: 'one', clause }] };
    expect(strictestSettings([mine, two({})])[name]).toEqual(expected);
    expect(strictestSettings([two({}), mine])[name]).toEqual(expected);
  });

  test('the same in both comes from both', () => {
    expect(settingsOf({}, {}).idleTimeoutMinutes.from).toEqual([
      { regulation: 'one', clause: 'AA-6' },
      { regulation: 'two', clause: 'BB-6' },
    ]);
  });

  test('a minimum age that outlasts the maximum age of another gives way to the next longest', () => {
    const strictest = settingsOf(
      { passwordMaximumAgeMonths: { ...text, value: 12, clause: 'AA-1' }, passwordMinimumAgeDays: { ...text, value: 100, clause: 'AA-2' } },
      {},
    );
    expect(strictest.passwordMinimumAgeDays).toEqual({ value: 1, from: [{ regulation: 'two', clause: 'BB-2' }] });
  });

  test('kinds of characters add up, in one order', () => {
    const strictest = settingsOf({}, { passwordCharacterKinds: { ...text, value: ['symbol', 'upper'], clause: 'BB-4' } });
    expect(strictest.passwordCharacterKinds.value).toEqual(['upper', 'digit', 'symbol']);
    expect(strictest.passwordCharacterKinds.from).toHaveLength(2);
  });

  test.each([
    ['overlap', [480, 1020], [540, 1080], [540, 1020]],
    ['never meet', [480, 720], [780, 1080], [780, 780]],
  ] as const)('office hours that %s', (_, mine, theirs, expected) => {
    const hours = ([fromMinute, untilMinute]: readonly [number, number], clause: `${string}-${string}`) => ({
      ...text,
      value: { fromMinute, untilMinute },
      clause,
    });
    expect(settingsOf({ officeHours: hours(mine, 'AA-9') }, { officeHours: hours(theirs, 'BB-9') }).officeHours).toEqual({
      value: { fromMinute: expected[0], untilMinute: expected[1] },
      from: [
        { regulation: 'one', clause: 'AA-9' },
        { regulation: 'two', clause: 'BB-9' },
      ],
    });
    expect(settingsOf({}, { officeHours: hours(theirs, 'BB-9') }).officeHours?.value.fromMinute).toBe(theirs[0]);
  });
});

describe('sampling', () => {
  const samplingOf = (...rules: readonly [SamplingRule | null, ...(SamplingRule | null)[]]) => {
    const [first, ...others] = rules.map((sampling, at) => (at === 0 ? one({ sampling }) : two({ sampling })));
    return strictestSampling([first, ...others] as unknown as GoverningRegulations); // as many as rules, so one at least
  };

  test('of nobody is none', () => {
    expect(samplingOf(null, null)).toBeNull();
  });

  test('of one that samples and one that compares every row is the one', () => {
    expect(samplingOf(null, rule)).toEqual({
      ratePercent: { value: 3, from: [{ regulation: 'two', clause: 'AA-7' }] },
      minimumRows: { value: 10, from: [{ regulation: 'two', clause: 'AA-7' }] },
      per: { value: 'half-year', from: [{ regulation: 'two', clause: 'AA-7' }] },
      barsPreviousAuditor: { value: false, from: [] },
    });
  });

  test('takes the higher rate, the higher minimum, the shorter period and any bar, each with its clause', () => {
    const other: SamplingRule = { clause: 'BB-7', per: 'month', ratePercent: 2, minimumRows: 20, barsPreviousAuditor: 'BB-8' };
    expect(samplingOf(rule, other)).toEqual({
      ratePercent: { value: 3, from: [{ regulation: 'one', clause: 'AA-7' }] },
      minimumRows: { value: 20, from: [{ regulation: 'two', clause: 'BB-7' }] },
      per: { value: 'month', from: [{ regulation: 'two', clause: 'BB-7' }] },
      barsPreviousAuditor: { value: true, from: [{ regulation: 'two', clause: 'BB-8' }] },
    });
  });
});
