import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import type { Keep, RecordClass, Regulation } from '#domain/regulations';
import type { RetentionFacts } from './retention-end.ts';
import { retentionOf, type Retention } from './retention-of.ts';

const ruled = (id: string, keep: Keep, recordClass: RecordClass = 'query-log'): Regulation => ({
  ...exampleRegulation,
  id,
  retention: [
    { recordClass: 'training-record', clause: 'EX-2', keep: { kind: 'years', atLeast: 99, from: 'creation' }, source: 'text' },
    { recordClass, clause: 'EX-1', keep, source: 'text' },
  ],
});
const years = (atLeast: number): Keep => ({ kind: 'years', atLeast, from: 'creation' });
const afterCancellation: Keep = { kind: 'years', atLeast: 3, from: 'cancellation' };
const monthEnd: Keep = { kind: 'until', event: 'month-end' };
const repealed: Keep = { kind: 'until', event: 'basis-repealed' };
const facts: RetentionFacts = { createdOn: '2026-03-02' };

const retention = (all: readonly Keep[], given = facts): Retention =>
  retentionOf(
    all.map((keep, at) => ruled(`r-${at}`, keep)),
    'query-log',
    given,
  );

describe('one regulation', () => {
  test('its rule, named with its clause', () => {
    const expected = { kind: 'on', from: '2031-03-03', destruction: 'allowed', regulation: 'r-0', clause: 'EX-1' };
    expect(retention([years(5)])).toEqual(expected);
  });

  test('a class that none rules is never destroyed by default', () => {
    const unruled = { kind: 'unruled' };
    expect(retentionOf([ruled('r-0', years(5))], 'incident-record', facts)).toEqual(unruled);
    expect(retentionOf([], 'query-log', facts)).toEqual(unruled);
  });

  test('one that says nothing of the class leaves it to the other', () => {
    const silent = ruled('silent', monthEnd, 'query-result');
    expect(retentionOf([silent, ruled('r-0', years(5))], 'query-log', facts)).toMatchObject({ regulation: 'r-0' });
  });
});

describe('several regulations: the stricter holds', () => {
  test.each<readonly [string, readonly Keep[], object]>([
    ['the longest of years', [years(3), years(5), years(4)], { from: '2031-03-03', regulation: 'r-1' }],
    ['of equal years the one listed first', [years(5), years(5)], { regulation: 'r-0' }],
    [
      'years whose start hasn’t come may turn out longest',
      [years(30), afterCancellation],
      { kind: 'waits', for: 'cancellation', regulation: 'r-1' },
    ],
    ['the earliest destruction', [repealed, monthEnd], { from: '2026-04-01', regulation: 'r-1' }],
    ['a destruction whose day hasn’t come', [repealed], { kind: 'waits', for: 'basis-repealed' }],
    ['years hold against destruction', [monthEnd, years(5)], { from: '2031-03-03', destruction: 'allowed', regulation: 'r-1' }],
    ['years that wait hold too', [afterCancellation, monthEnd], { kind: 'waits', for: 'cancellation', regulation: 'r-0' }],
  ])('%s', (_, all, expected) => {
    expect(retention(all)).toMatchObject(expected);
  });

  test('once the account is cancelled, the longest is what the days say', () => {
    const cancelled = { ...facts, cancelledOn: '2027-03-02' } as const;
    expect(retention([years(3), afterCancellation], cancelled)).toMatchObject({ from: '2030-03-03', regulation: 'r-1' });
    expect(retention([years(5), afterCancellation], cancelled)).toMatchObject({ from: '2031-03-03', regulation: 'r-0' });
  });
});

const keep = fc.oneof(fc.integer({ min: 1, max: 60 }).map(years), fc.constantFrom<Keep>(afterCancellation, monthEnd, repealed));
const dayOf = (end: Retention) => (end.kind === 'on' ? end.from : '9999-99-99');

test('another regulation never shortens what years demand, and never lengthens what "until" allows alone', () => {
  fc.assert(
    fc.property(fc.array(keep, { minLength: 1, maxLength: 4 }), keep, fc.boolean(), (all, more, isCancelled) => {
      const given: RetentionFacts = isCancelled ? { ...facts, cancelledOn: '2030-01-31' } : facts;
      const [before, after] = [retention(all, given), retention([...all, more], given)];
      if (more.kind === 'years' || all.some(({ kind }) => kind === 'years')) {
        const own = retention([more], given);
        expect(dayOf(after) >= (more.kind === 'years' ? dayOf(own) : dayOf(before))).toBe(true);
      } else expect(dayOf(after) <= dayOf(before)).toBe(true);
    }),
  );
});

test('the order of the regulations changes nothing but who is named among equals', () => {
  fc.assert(
    fc.property(fc.array(keep, { minLength: 1, maxLength: 5 }), (all) => {
      expect(dayOf(retention(all.toReversed()))).toBe(dayOf(retention(all)));
    }),
  );
});
