import { expect, test } from 'vitest';
import { decide, parseIpAddress, type DecideRequest } from '#domain/query';
import { isoDateOf } from '#domain/kernel';
import { findRegulation } from '#regulations';
import { demoOffice } from '../office/office-plan.ts';
import { planDemoPast, planDemoQueries } from './demo-plans.ts';
import type { PastQuery } from './plan-past-queries.ts';
import type { PlannedQuery } from './plan-queries.ts';

const found = findRegulation('nantou-webir');
if (!found) throw new Error('no nantou-webir');
const regulation = found;
const past = planDemoPast({ regulation, month: '2026-10' });

test('a month of an office: 240 queries on working days, within office hours, in the order of time', () => {
  expect(past).toHaveLength(240);
  const times = past.map(({ at }) => at.epochMilliseconds);
  expect(times).toEqual([...new Set(times)].toSorted((one, other) => one - other));
  for (const { at } of past) {
    const local = at.toZonedDateTimeISO('Asia/Taipei');
    expect(local.toPlainDate().toString().slice(0, 7)).toBe('2026-10');
    expect(local.dayOfWeek).toBeLessThanOrEqual(5);
    expect(local.hour >= 8 && local.hour < 18 && local.hour !== 12).toBe(true);
  }
});

test('every user asks; most is answered, some is refused, some finds nobody', () => {
  const users = demoOffice.staff.filter(({ role }) => role === 'user').map(({ login }) => login);
  expect(new Set(past.map(({ login }) => login))).toEqual(new Set(users));
  const count = (expected: PlannedQuery['expected']) => past.filter((query) => query.expected === expected).length;
  expect(count('answered')).toBeGreaterThan(180);
  expect(count('refused')).toBeGreaterThan(5);
  expect(count('not-found')).toBeGreaterThan(5);
});

/** As the query service asks the engine. */
function requestOf(query: PastQuery): DecideRequest {
  const member = demoOffice.staff.find(({ login }) => login === query.login);
  const address = parseIpAddress('10.0.0.1');
  if (!member || !address) throw new Error('no such member of staff');
  const { purposes, operations } = member;
  const since = isoDateOf('2026-10-01');
  return {
    at: query.at.epochMilliseconds,
    actor: {
      kind: 'person',
      account: member.account,
      person: member.person,
      address,
      employment: 'active',
      vendor: false,
      location: 'office',
      passwordChangedOn: since,
      citizenCertificate: false,
      grant: { role: 'user', from: since, until: null, revokedOn: null, purposes, operations, allowedAddresses: [], entrustedBy: null },
    },
    query: { ...query, citizenConsentOn: null, onBehalfOf: null, approval: null },
    repealed: [],
  };
}

test('the regulation refuses exactly what the plan means it to refuse, on more than one ground', () => {
  const grounds = new Set<string>();
  for (const query of planDemoPast({ regulation, month: '2026-10', count: 2_000 })) {
    const decision = decide(regulation, requestOf(query));
    expect({ query, allowed: decision.allowed }).toEqual({ query, allowed: query.expected !== 'refused' });
    for (const { code } of decision.refusals) grounds.add(code);
  }
  expect([...grounds]).toEqual(
    expect.arrayContaining(['case-number-missing', 'reason-missing', 'purpose-not-granted', 'field-not-needed']),
  );
});

test('plans repeat; another month or seed gives another', () => {
  expect(planDemoPast({ regulation, month: '2026-10' })).toEqual(past);
  expect(planDemoPast({ regulation, month: '2026-09' }).map(({ subject }) => subject)).not.toEqual(past.map(({ subject }) => subject));
  const now = (seed: string) => planDemoQueries({ regulation, count: 20, seed, day: '2026-11-22' });
  expect(now('a')).toEqual(now('a'));
  expect(now('a')).not.toEqual(now('b'));
  expect(now('a')).toHaveLength(20);
});

test('case numbers carry the prefix of the business and the year of the Republic', () => {
  const numbers = past.map(({ caseNumber }) => caseNumber).filter(Boolean);
  expect(numbers.every((text) => /^(社助|老福|身障|身保|勞資)-115-\d{6}$/.test(text))).toBe(true);
});
