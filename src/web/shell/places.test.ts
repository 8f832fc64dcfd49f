import { expect, test } from 'vitest';
import { pagePatterns } from '../paths.ts';
import { zhTW } from '../texts/zh-TW.ts';
import { homeFor, placesFor } from './places.ts';

const open = (...roles: Parameters<typeof placesFor>[0]) =>
  placesFor(roles, false, zhTW.shell)
    .filter((place) => place.disabledReason === undefined)
    .map((place) => place.label);

test('each role sees the places of its duty', () => {
  expect(open('user')).toEqual(['查詢', '我的查詢紀錄', '規定', '查驗證明', '變更密碼']);
  expect(open('unit-manager')).toEqual(['查詢', '我的查詢紀錄', '月結', '規定', '查驗證明', '變更密碼']);
  expect(open('chief-manager')).toEqual(open('unit-manager'));
  expect(open('auditor')).toEqual(['查核抽樣', '規定', '查驗證明', '變更密碼']);
  expect(open()).toEqual(['規定', '查驗證明', '變更密碼']);
});

test('an auditor sees that querying exists, and why it is not theirs', () => {
  expect(placesFor(['auditor'], false, zhTW.shell)[0]).toMatchObject({
    to: pagePatterns.query,
    disabledReason: zhTW.shell.auditorsDontQuery,
  });
});

test('the day begins where the work is', () => {
  expect(homeFor(['unit-manager', 'user'])).toBe(pagePatterns.query);
  expect(homeFor(['chief-manager'])).toBe(pagePatterns.months);
  expect(homeFor(['auditor'])).toBe(pagePatterns.months);
  expect(homeFor([])).toBe(pagePatterns.password);
});

test('with a password to change first, nothing else is open', () => {
  const places = placesFor(['user', 'unit-manager', 'auditor'], true, zhTW.shell);
  expect(places.filter((place) => place.disabledReason === undefined).map((place) => place.to)).toEqual([pagePatterns.password]);
});
