import { describe, expect, test } from 'vitest';
import { exampleRegulation, exampleRequest } from '../../../test/support/example-regulation.ts';
import { decide, standingOf, type DecideRequest, type Query } from '#domain/query';
import type { RecordedQuery } from '#domain/records';
import type { Regulation } from '#domain/regulations';
import { countReplay, joinReplays } from './count-replay.ts';
import { replayQueries } from './replay-queries.ts';

/** A request as it would be recorded, with what the example regulation made of it. */
function recorded(request: DecideRequest, index = 0, further: readonly string[] = []): RecordedQuery {
  const { actor, query, at } = request;
  const { refusals } = decide(exampleRegulation, request);
  return {
    index,
    atMs: at,
    actor: {
      account: actor.account,
      login: 'lin',
      person: actor.person,
      name: '林',
      unit: '科',
      organisation: '府',
      address: actor.address,
    },
    standing: standingOf(request),
    query: {
      regulation: exampleRegulation.id,
      furtherRegulations: further,
      legalBasis: '',
      operation: query.operation,
      purpose: query.purpose,
      fields: query.fields,
      subject: query.subject,
      caseNumber: query.caseNumber ?? '',
      reason: query.reason ?? '',
    },
    result: refusals.length === 0 ? { kind: 'open' } : { kind: 'refused', refusals },
  };
}

const query = (change: Partial<Query>): DecideRequest => ({ ...exampleRequest, query: { ...exampleRequest.query, ...change } });
const changed = (change: Partial<Regulation>): Regulation => ({ ...exampleRegulation, ...change });
const replay = (regulation: Regulation, ...queries: readonly RecordedQuery[]) => replayQueries(regulation, queries).differences;

const allowed = recorded(exampleRequest);
const refused = recorded(query({ caseNumber: null, reason: null }), 1);
const narrow = recorded(query({ purpose: 'narrow', fields: ['a1'] }), 2);

test('by the regulation that judged them, nothing comes out otherwise', () => {
  expect(replayQueries(exampleRegulation, [allowed, refused, narrow])).toEqual({ queries: 3, differences: [] });
});

test('a purpose taken away: its queries would be refused, by the clause; the others stay', () => {
  const without = changed({ purposes: exampleRegulation.purposes.filter(({ code }) => code !== 'narrow') });
  expect(replay(without, allowed, refused, narrow)).toEqual([
    {
      index: 2,
      atMs: exampleRequest.at,
      login: 'lin',
      recorded: { decision: 'allowed' },
      now: { decision: 'refused', refusals: [{ clause: 'EX-4', code: 'purpose-not-allowed' }] },
    },
  ]);
});

test('a ground taken away: what was refused on it alone would be allowed, what was refused on two would be refused on one', () => {
  const { 'reason-missing': _, ...refusals } = exampleRegulation.refusals;
  const noReason = recorded(query({ reason: null }), 3);
  expect(replay(changed({ refusals }), refused, noReason)).toMatchObject([
    { index: 1, recorded: { decision: 'refused' }, now: { decision: 'refused', refusals: [{ code: 'case-number-missing' }] } },
    { index: 3, now: { decision: 'allowed' } },
  ]);
});

test('the facts are those of then: a shorter password age is judged at the day of the query', () => {
  const { settings } = exampleRegulation;
  const oneMonth = { ...settings.passwordMaximumAgeMonths, value: 1 };
  const fresh = recorded({ ...exampleRequest, at: Date.parse('2026-02-13T10:00:00+08:00') }, 4); // changed on 2026-01-15
  expect(replay(changed({ settings: { ...settings, passwordMaximumAgeMonths: oneMonth } }), allowed, fresh)).toMatchObject([
    { index: 0, now: { refusals: [{ clause: 'EX-17', code: 'password-too-old' }] } },
  ]);
});

test('a clause that was renumbered is no difference', () => {
  expect(replay(changed({ refusals: { ...exampleRegulation.refusals, 'case-number-missing': 'EX-77' } }), allowed, refused)).toEqual([]);
});

test('office hours go by the calendar that is given', () => {
  const calendar = { holidays: new Set(['2026-03-02' as const]), makeUpWorkingDays: new Set<never>() };
  expect(replayQueries(exampleRegulation, [allowed], calendar).differences).toMatchObject([
    { now: { refusals: [{ code: 'outside-office-hours' }] } },
  ]);
});

describe('not judged, and never allowed', () => {
  test.each<readonly [string, RecordedQuery, Partial<Regulation>]>([
    ['unknown-operation', allowed, { operations: exampleRegulation.operations.slice(1) }],
    ['unknown-operation', refused, { operations: exampleRegulation.operations.slice(1) }],
    [
      'field-not-of-operation',
      allowed,
      { operations: exampleRegulation.operations.map((operation) => ({ ...operation, fields: operation.fields.slice(0, 1) })) },
    ],
    ['standing-not-recorded', { ...allowed, standing: undefined }, {}],
  ])('%s', (because, asked, change) => {
    expect(replay(changed(change), asked)).toMatchObject([{ now: { decision: 'not-judged', because } }]);
  });
});

describe('a query under two regulations', () => {
  const other = { clause: 'OT-1', code: 'certificate-missing' };
  const both: RecordedQuery = { ...recorded(exampleRequest, 5, ['other']), result: { kind: 'refused', refusals: [other] } };

  test('stays refused for what the other one refused', () => {
    expect(replay(exampleRegulation, both)).toEqual([]);
    expect(replay(changed({ purposes: [] }), both)).toMatchObject([
      { now: { refusals: [{ clause: 'EX-4', code: 'purpose-not-allowed' }, other] } },
    ]);
  });

  test('judged by a regulation that was neither of them, is judged by that one alone', () => {
    expect(replay(changed({ id: 'draft' }), both)).toMatchObject([{ now: { decision: 'allowed' } }]);
  });
});

test('figures, over several pieces', () => {
  const without = changed({ operations: exampleRegulation.operations.slice(0, 1), purposes: exampleRegulation.purposes.slice(0, 1) });
  const { 'reason-missing': _, ...refusals } = exampleRegulation.refusals;
  const pieces = [
    replayQueries(without, [allowed, refused, narrow]),
    replayQueries(without, [recorded(query({ operation: 'op-b', fields: ['b1'] }), 6)]),
    replayQueries(changed({ refusals }), [refused, recorded(query({ reason: null }), 7)]),
  ];
  expect(countReplay(joinReplays(pieces))).toEqual({
    queries: 6,
    same: 2,
    newlyAllowed: 1,
    newlyRefused: 1,
    otherGrounds: 1,
    notJudged: 1,
  });
});
