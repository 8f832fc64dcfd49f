import { describe, expect, test } from 'vitest';
import { afterFailure, isLocked, type SignInCount } from './lock-out.ts';
import { brokenPasswordRules } from './password-rules.ts';
import { baselinePolicy, signInPolicy } from './sign-in-policy.ts';

test.each([
  ['Tr0ub4dor&horse', []],
  ['Sh0rt!pass', ['length']],
  ['alllower-12345', ['upper']],
  ['ALLUPPER-12345', ['lower']],
  ['NoDigitsHere!!x', ['digit']],
  ['NoSymbolsHere123', ['symbol']],
  ['MyPassword-2026x', ['guessable']],
  ['wang.Xm-99-tulip', ['guessable']],
  ['Aaaaa-1x-tulips', ['guessable']],
  ['Ｐａｓｓｗｏｒｄ-2026x', ['guessable']],
  ['密碼-Tulips-20-26', []],
  [`${'Aa1-'.repeat(33)}`, ['length']],
  ['', ['length', 'upper', 'lower', 'digit', 'symbol']],
])('%s breaks %j', (password, broken) => {
  expect(brokenPasswordRules({ password, login: 'wang.xm', leastLength: 12 })).toEqual(broken);
});

test('the fifth failure locks for fifteen minutes, and a lock that ran out starts anew', () => {
  let count: SignInCount = { failedSignIns: 0, lockedUntilMs: null };
  for (let failure = 1; failure <= 4; failure += 1) count = afterFailure(count, 1_000);
  expect(isLocked(count, 1_000)).toBe(false);
  count = afterFailure(count, 1_000);
  expect(isLocked(count, 1_000 + 15 * 60_000 - 1)).toBe(true);
  expect(isLocked(count, 1_000 + 15 * 60_000)).toBe(false);
  expect(afterFailure(count, 2_000_000)).toEqual({ failedSignIns: 1, lockedUntilMs: null });
});

describe('the policy', () => {
  const asked = (length: number, remembered: number, days: number, minutes: number) =>
    signInPolicy({
      passwordMinimumLength: { value: length, from: [] },
      passwordsRemembered: { value: remembered, from: [] },
      passwordMinimumAgeDays: { value: days, from: [] },
      idleTimeoutMinutes: { value: minutes, from: [] },
    });

  test('is never below the baseline', () => {
    expect(asked(8, 0, 0, 60)).toEqual(baselinePolicy);
  });

  test('is as strict as the strictest regulation', () => {
    expect(asked(14, 5, 2, 10)).toEqual({ password: { leastLength: 14, remembered: 5, shortestAgeDays: 2 }, longestIdleSeconds: 600 });
    expect(brokenPasswordRules({ password: 'Tr0ub4dor&hor', login: 'x', leastLength: 14 })).toEqual(['length']);
  });
});
