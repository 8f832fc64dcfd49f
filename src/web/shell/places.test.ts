import { expect, test } from 'vitest';
import { pagePatterns, paths } from '../paths.ts';
import { zhTW } from '../texts/zh-TW.ts';
import { homeFor, isOfKind, placesFor, type Visitor } from './places.ts';

const visitor = (programmeKind: Visitor['programmeKind'], ...roles: Visitor['roles']): Visitor => ({
  programmeKind,
  roles,
  mustChangePassword: false,
});
const open = (who: Visitor) =>
  placesFor(who, zhTW.shell)
    .filter((place) => place.disabledReason === undefined)
    .map((place) => place.label);

test('each role sees the places of its duty', () => {
  expect(open(visitor('queries', 'user'))).toEqual(['查詢', '我的查詢紀錄', '規定', '查驗證明', '變更密碼']);
  expect(open(visitor('queries', 'unit-manager'))).toEqual(['查詢', '我的查詢紀錄', '月結', '規定', '查驗證明', '變更密碼']);
  expect(open(visitor('queries', 'chief-manager'))).toEqual(open(visitor('queries', 'unit-manager')));
  expect(open(visitor('queries', 'auditor'))).toEqual(['查核抽樣', '規定', '查驗證明', '變更密碼']);
  expect(open(visitor('queries'))).toEqual(['規定', '查驗證明', '變更密碼']);
});

test('an auditor sees that querying exists, and why it is not theirs', () => {
  expect(placesFor(visitor('queries', 'auditor'), zhTW.shell)[0]).toMatchObject({
    to: pagePatterns.query,
    disabledReason: zhTW.shell.auditorsDontQuery,
  });
});

test.each(['project-officer', 'responsible-person', 'supervisor', 'auditor'] as const)(
  'where other systems ask, the %s sees client services and no query',
  (role) => {
    const places = placesFor(visitor('verification', role), zhTW.shell);
    expect(places.map(({ label }) => label)).toEqual(expect.arrayContaining(['介接服務', '介接位址清查']));
    expect(places.map(({ to }) => to)).not.toContain(pagePatterns.query);
    expect(places.map(({ to }) => to)).not.toContain(pagePatterns.history);
  },
);

test('on a platform the project officer closes the months, and the auditors draw from them', () => {
  expect(open(visitor('verification', 'project-officer'))).toContain('月結');
  expect(open(visitor('verification', 'responsible-person', 'supervisor'))).not.toContain('月結');
  expect(open(visitor('verification', 'auditor'))).toContain('查核抽樣');
});

test('whoever holds nothing on a platform sees none of its places', () => {
  expect(open(visitor('verification'))).toEqual(['規定', '查驗證明', '變更密碼']);
});

test('pages of one kind of programme are closed to the people of the other', () => {
  for (const page of [paths.services(), paths.newService(), paths.application('ap-1'), paths.addressReview()])
    expect([page, isOfKind(page, 'queries'), isOfKind(page, 'verification')]).toEqual([page, false, true]);
  for (const page of [paths.query(), paths.history()])
    expect([page, isOfKind(page, 'queries'), isOfKind(page, 'verification')]).toEqual([page, true, false]);
  for (const page of [paths.home(), paths.months(), paths.record(3), paths.regulations(), paths.password(), '/query-other'])
    expect([page, isOfKind(page, 'queries'), isOfKind(page, 'verification')]).toEqual([page, true, true]);
});

test('the day begins where the work is', () => {
  expect(homeFor(visitor('queries', 'unit-manager', 'user'))).toBe(pagePatterns.query);
  expect(homeFor(visitor('queries', 'chief-manager'))).toBe(pagePatterns.months);
  expect(homeFor(visitor('queries', 'auditor'))).toBe(pagePatterns.months);
  expect(homeFor(visitor('queries'))).toBe(pagePatterns.password);
  expect(homeFor(visitor('verification', 'supervisor'))).toBe(pagePatterns.services);
  expect(homeFor(visitor('verification'))).toBe(pagePatterns.password);
});

test('with a password to change first, nothing else is open', () => {
  for (const kind of ['queries', 'verification'] as const) {
    const places = placesFor({ ...visitor(kind, 'user', 'unit-manager', 'auditor'), mustChangePassword: true }, zhTW.shell);
    expect(places.filter((place) => place.disabledReason === undefined).map((place) => place.to)).toEqual([pagePatterns.password]);
  }
});
