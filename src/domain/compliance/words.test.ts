import { expect, test } from 'vitest';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { deadlineWords, dueWords, keepWords, samplingWords, settingWords } from './words.ts';

test.each([
  [{ per: 'year', due: { kind: 'within' } }, '每年一次，期末前完成', 'every year, by its last day'],
  [{ per: 'month', due: { kind: 'month-after' } }, '每月，次月底前', 'every month, by the end of the month after'],
  [{ per: 'half-year', due: { kind: 'month-after' } }, '每半年，期滿次月底前', 'every half-year, by the end of the month after'],
  [{ per: 'month', due: { kind: 'day-of-month-after', day: 10 } }, '每月，次月 10 日前', 'every month, by day 10 of the month after'],
  [{ per: 'week', due: { kind: 'days-after', days: 1 } }, '每週，期滿後 1 日內', 'every week, within 1 day after'],
  [
    { per: 'year', due: { kind: 'day-of-year-after', month: 3, day: 31 } },
    '每年，次年 3 月 31 日前',
    'every year, by 3/31 of the year after',
  ],
] as const)('%j', (duty, zh, en) => {
  expect(dueWords(duty)).toEqual({ zh, en });
});

test.each([
  [null, '依個案所定期限'],
  [0, '即時'],
  [7, '7 日內'],
])('a deadline of %j days is %s', (withinDays, zh) => {
  expect(deadlineWords({ withinDays }).zh).toBe(zh);
});

test.each([
  [{ kind: 'years', atLeast: 5, from: 'cancellation' }, '至少 5 年，自註銷日起算', 'at least 5 years from cancellation'],
  [{ kind: 'until', event: 'basis-repealed' }, '至法令依據廢止為止', 'until the legal basis is repealed'],
] as const)('%j', (keep, zh, en) => {
  expect(keepWords(keep)).toEqual({ zh, en });
});

test('a sampling rule says rate, smallest sample and period', () => {
  const rule = { clause: 'EX-1', per: 'half-year', ratePercent: 3, minimumRows: 10, barsPreviousAuditor: null } as const;
  expect(samplingWords(rule).zh).toBe('每半年抽查 3%，至少 10 筆；未達 10 筆者全數查核');
});

test('parameters carry their units; office hours that a regulation does not know are none', () => {
  const text = <T>(value: T) => ({ value, source: 'text', clause: 'EX-1' }) as const;
  const settings = {
    ...exampleRegulation.settings,
    passwordMaximumAgeMonths: text(3),
    passwordCharacterKinds: text(['upper', 'digit'] as const),
    officeHours: text({ fromMinute: 480, untilMinute: 1_050 }),
  };
  expect(settingWords(settings, 'passwordMaximumAgeMonths')).toEqual({ zh: '3 個月', en: '3 months' });
  expect(settingWords(settings, 'passwordCharacterKinds')?.zh).toBe('大寫英文、數字');
  expect(settingWords(settings, 'officeHours')?.zh).toBe('上班日 08:00 至 17:30');
  expect(settingWords({ ...settings, officeHours: null }, 'officeHours')).toBeUndefined();
});
