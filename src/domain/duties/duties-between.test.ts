import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutiesByTemporal, exampleDuty, regulationWith } from '../../../test/support/duty-oracle.ts';
import { isoDateOf, type IsoDate } from '#domain/kernel';
import type { DutyDue, DutyPeriod } from '#domain/regulations';
import { dutiesBetween } from './duties-between.ts';

const within: DutyDue = { kind: 'within' };
const monthAfter: DutyDue = { kind: 'month-after' };
const daysAfter = (days: number): DutyDue => ({ kind: 'days-after', days });

/** Period, opening and due day of one duty's periods. */
function listed(per: DutyPeriod, due: DutyDue, from: IsoDate, to: IsoDate): readonly string[] {
  return dutiesBetween(regulationWith([exampleDuty(per, due)]), from, to).map(
    ({ period, opensOn, dueOn }) => `${period} ${opensOn} ${dueOn}`,
  );
}

describe('each period, and when what concerns it is due', () => {
  test.each<readonly [string, DutyPeriod, DutyDue, IsoDate, IsoDate, readonly string[]]>([
    ['within the month', 'month', within, '2026-01-01', '2026-02-28', ['2026-01 2026-01-01 2026-01-31', '2026-02 2026-02-01 2026-02-28']],
    ['the month after', 'month', monthAfter, '2026-02-01', '2026-02-28', ['2026-01 2026-02-01 2026-02-28']],
    ['the month after, over a leap day', 'month', monthAfter, '2024-02-01', '2024-03-30', ['2024-01 2024-02-01 2024-02-29']],
    ['the month after, over a year’s end', 'month', monthAfter, '2026-01-31', '2026-01-31', ['2025-12 2026-01-01 2026-01-31']],
    ['the tenth', 'month', { kind: 'day-of-month-after', day: 10 }, '2026-01-10', '2026-01-10', ['2025-12 2026-01-01 2026-01-10']],
    ['so many days after', 'month', daysAfter(45), '2026-03-17', '2026-03-17', ['2026-01 2026-02-01 2026-03-17']],
    ['the first day after', 'month', daysAfter(1), '2026-02-01', '2026-02-01', ['2026-01 2026-02-01 2026-02-01']],
    ['a quarter', 'quarter', monthAfter, '2026-01-01', '2026-04-30', ['2025-Q4 2026-01-01 2026-01-31', '2026-Q1 2026-04-01 2026-04-30']],
    ['a half-year', 'half-year', within, '2026-01-01', '2026-12-31', ['2026-H1 2026-01-01 2026-06-30', '2026-H2 2026-07-01 2026-12-31']],
    ['a year', 'year', within, '2026-01-01', '2026-12-31', ['2026 2026-01-01 2026-12-31']],
    [
      'a day of the year after',
      'year',
      { kind: 'day-of-year-after', month: 3, day: 31 },
      '2026-01-01',
      '2026-12-31',
      ['2025 2026-01-01 2026-03-31'],
    ],
    // ISO 8601: a year that begins on a Thursday (2026), or a leap year that begins on a Wednesday (2020), has 53 weeks.
    ['a week of another year', 'week', within, '2026-01-04', '2026-01-04', ['2026-W01 2025-12-29 2026-01-04']],
    ['a 53rd week', 'week', within, '2021-01-01', '2021-01-10', ['2020-W53 2020-12-28 2021-01-03', '2021-W01 2021-01-04 2021-01-10']],
    ['so many days after a week', 'week', daysAfter(7), '2027-01-09', '2027-01-10', ['2026-W53 2027-01-04 2027-01-10']],
    ['the fifth week', 'week', within, '2026-02-01', '2026-02-07', ['2026-W05 2026-01-26 2026-02-01']],
  ])('%s', (_, per, due, from, to, expected) => {
    expect(listed(per, due, from, to)).toEqual(expected);
  });

  test('a duty carries its clause and code', () => {
    expect(dutiesBetween(regulationWith([exampleDuty('month', within, 'deletion')]), '2026-01-01', '2026-01-31')).toEqual([
      { clause: 'EX-1', code: 'deletion', period: '2026-01', opensOn: '2026-01-01', dueOn: '2026-01-31' },
    ]);
  });
});

describe('what a span lists', () => {
  test('both its days are in it', () => {
    expect(listed('month', within, '2026-01-31', '2026-02-28')).toHaveLength(2);
    expect(listed('month', within, '2026-02-01', '2026-02-27')).toEqual([]);
  });

  test('in the order of due days, on one day in the order of the regulation', () => {
    const regulation = regulationWith([
      exampleDuty('year', within, 'b'),
      exampleDuty('month', within, 'a'),
      exampleDuty('week', daysAfter(4), 'c'),
    ]);
    const duties = dutiesBetween(regulation, '2026-11-29', '2026-12-31');
    expect(duties.map(({ code, dueOn }) => `${code} ${dueOn}`)).toEqual([
      'a 2026-11-30',
      'c 2026-12-03',
      'c 2026-12-10',
      'c 2026-12-17',
      'c 2026-12-24',
      'b 2026-12-31',
      'a 2026-12-31',
      'c 2026-12-31',
    ]);
  });

  test.each<readonly [string, IsoDate, number]>([
    ['on the first day of a period', '2026-03-01', 1],
    ['a day later', '2026-03-02', 0],
  ])('a regulation issued %s', (_, issuedOn, count) => {
    const regulation = regulationWith([exampleDuty('month', monthAfter)], { issuedOn });
    expect(dutiesBetween(regulation, '2026-01-01', '2026-04-30')).toHaveLength(count);
  });

  test.each<readonly [string, IsoDate, number]>([
    ['on the day it is due', '2026-03-31', 2],
    ['a day later', '2026-04-01', 3],
    ['before it all', '2025-01-01', 0],
  ])('a regulation that ceased %s', (_, ceasedOn, count) => {
    const regulation = regulationWith([exampleDuty('month', within)], { ceasedOn });
    expect(dutiesBetween(regulation, '2026-01-01', '2026-03-31')).toHaveLength(count);
  });

  test('the ends of the calendar', () => {
    expect(listed('month', monthAfter, '0001-01-01', '0001-02-28')).toEqual(['0001-01 0001-02-01 0001-02-28']);
    expect(listed('week', within, '0001-01-01', '0001-01-07')).toEqual(['0001-W01 0001-01-01 0001-01-07']);
    expect(listed('month', monthAfter, '9999-12-01', '9999-12-31')).toEqual(['9999-11 9999-12-01 9999-12-31']);
    expect(listed('week', daysAfter(1_000_000_000), '9999-12-31', '9999-12-31')).toEqual([]);
  });

  test.each<readonly [IsoDate, IsoDate]>([
    ['2026-01-02', '2026-01-01'],
    ['2026-02-29', '2026-12-31'],
    ['2026-01-01', '2026-13-01'],
    ['0000-01-01', '2026-01-01'],
  ])('%s to %s is the caller’s fault', (from, to) => {
    expect(() => dutiesBetween(regulationWith([]), from, to)).toThrow(RangeError);
  });
});

const someDay = fc
  .integer({ min: 0, max: 80_000 })
  .map((days) => isoDateOf(Temporal.PlainDate.from('1900-01-01').add({ days }).toString()));
const someDue = (per: DutyPeriod): fc.Arbitrary<DutyDue> =>
  fc.oneof(
    fc.constant(within),
    fc.constant(monthAfter),
    fc.integer({ min: 1, max: 28 }).map((day) => ({ kind: 'day-of-month-after' as const, day })),
    fc.integer({ min: 1, max: 90 }).map(daysAfter),
    ...(per === 'year'
      ? [
          fc.record({
            kind: fc.constant('day-of-year-after' as const),
            month: fc.integer({ min: 1, max: 12 }),
            day: fc.integer({ min: 1, max: 28 }),
          }),
        ]
      : []),
  );
const someDuty = fc
  .constantFrom<DutyPeriod>('week', 'month', 'quarter', 'half-year', 'year')
  .chain((per) => someDue(per).map((due) => exampleDuty(per, due)));

test('the same as Temporal’s calendar says, whatever the duties, the span and the life of the regulation', () => {
  fc.assert(
    fc.property(
      fc.array(someDuty, { maxLength: 3 }),
      fc.option(someDay),
      fc.option(someDay),
      someDay,
      fc.integer({ min: 0, max: 1200 }),
      (duties, issuedOn, ceasedOn, from, days) => {
        const to = isoDateOf(Temporal.PlainDate.from(from).add({ days }).toString());
        for (const life of [{}, { issuedOn }, { ceasedOn }, { issuedOn: from }, { ceasedOn: to }]) {
          const regulation = regulationWith(duties, life);
          expect(dutiesBetween(regulation, from, to)).toEqual(dutiesByTemporal(regulation, from, to));
        }
      },
    ),
  );
});
