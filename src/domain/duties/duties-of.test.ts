import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleDuty, regulationWith } from '../../../test/support/duty-oracle.ts';
import { addDays, isoDateOf } from '#domain/kernel';
import type { DutyDue, DutyPeriod, Regulation } from '#domain/regulations';
import { dutiesBetween, dutiesOf, type ProgrammeDuty } from './duties-between.ts';

const within: DutyDue = { kind: 'within' };
const tenth: DutyDue = { kind: 'day-of-month-after', day: 10 };
const monthAfter: DutyDue = { kind: 'month-after' };

type Life = Partial<Pick<Regulation, 'issuedOn' | 'ceasedOn'>>;
const one = (per: DutyPeriod, due: DutyDue, life: Life = {}) => regulationWith([exampleDuty(per, due, 'audit')], { id: 'one', ...life });
const two = (per: DutyPeriod, due: DutyDue, life: Life = {}) => regulationWith([exampleDuty(per, due, 'audit')], { id: 'two', ...life });

function listed(regulations: readonly Regulation[]): readonly string[] {
  return dutiesOf(regulations, '2026-01-01', '2026-06-30').map(({ regulation, period, dueOn }) => `${regulation} ${period} ${dueOn}`);
}

describe('where two regulations ask for the same', () => {
  test('the more frequent holds, also where it is due later', () => {
    const expected = ['two 2025-12 2026-01-31', 'two 2026-01 2026-02-28', 'two 2026-02 2026-03-31', 'two 2026-03 2026-04-30'];
    expect(listed([one('quarter', within), two('month', monthAfter)]).slice(0, 4)).toEqual(expected);
    expect(listed([two('month', monthAfter), one('quarter', within)])).toEqual(listed([one('quarter', within), two('month', monthAfter)]));
  });

  test('of two equally frequent the one due earlier holds', () => {
    const expected = ['one 2025-Q4 2026-01-10', 'one 2026-Q1 2026-04-10'];
    expect(listed([one('quarter', tenth), two('quarter', monthAfter)])).toEqual(expected);
    expect(listed([two('quarter', monthAfter), one('quarter', tenth)])).toEqual(expected);
  });

  test('of two that are alike the one listed first holds', () => {
    expect(listed([one('half-year', within), two('half-year', within)])).toEqual(['one 2026-H1 2026-06-30']);
    expect(listed([two('half-year', within), one('half-year', within)])).toEqual(['two 2026-H1 2026-06-30']);
    expect(listed([one('half-year', within), one('half-year', within)])).toEqual(['one 2026-H1 2026-06-30']);
  });

  test('duties of other codes all stand, on one day in the order of the regulations', () => {
    const other = regulationWith([exampleDuty('half-year', within, 'review')], { id: 'other' });
    expect(listed([other, one('half-year', within)])).toEqual(['other 2026-H1 2026-06-30', 'one 2026-H1 2026-06-30']);
  });
});

describe('the stricter duty holds only for what it covers', () => {
  test('one issued within the period leaves the other its duty', () => {
    const halfYear = 'one 2026-H1 2026-06-30';
    expect(listed([one('half-year', within), two('month', within, { issuedOn: '2026-01-01' })])).not.toContain(halfYear);
    expect(listed([one('half-year', within), two('month', within, { issuedOn: '2026-01-02' })])).toContain(halfYear);
  });

  test('one that ceases before its last duty of the period leaves the other its duty', () => {
    const halfYear = 'one 2026-H1 2026-06-30';
    expect(listed([one('half-year', within), two('month', within, { ceasedOn: '2026-07-01' })])).not.toContain(halfYear);
    expect(listed([one('half-year', within), two('month', within, { ceasedOn: '2026-06-30' })])).toContain(halfYear);
  });

  test('weeks cover a month with the first and the last that reach into it', () => {
    // 2026-04-01 is a Wednesday: the week that reaches into April from March begins on 2026-03-30.
    const april = 'one 2026-04 2026-04-30';
    expect(listed([one('month', within), two('week', within, { issuedOn: '2026-03-30' })])).not.toContain(april);
    expect(listed([one('month', within), two('week', within, { issuedOn: '2026-03-31' })])).toContain(april);
  });
});

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(isoDateOf('2024-01-01'), days));
const regulation = fc
  .record({
    per: fc.constantFrom<DutyPeriod>('week', 'month', 'quarter', 'half-year', 'year'),
    issuedOn: fc.option(day),
    ceasedOn: fc.option(day),
  })
  .map(({ per, ...life }) => [exampleDuty(per, within), life] as const);
const programme = fc
  .array(regulation, { minLength: 1, maxLength: 4 })
  .map((all) => all.map(([duty, life], at) => regulationWith([duty], { id: `r-${at}`, ...life })));

describe('whatever the regulations', () => {
  test('one alone gives its own duties', () => {
    fc.assert(
      fc.property(programme, day, day, ([alone], a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const own = dutiesBetween(alone!, from, to).map((duty) => ({ regulation: 'r-0', ...duty }));
        expect(dutiesOf([alone!], from, to)).toEqual(own);
      }),
    );
  });

  test('two spans side by side list what the whole one does', () => {
    fc.assert(
      fc.property(programme, day, (all, middle) => {
        const parts = [...dutiesOf(all, '2023-01-01', middle), ...dutiesOf(all, addDays(middle, 1), '2030-12-31')];
        expect(parts).toEqual(dutiesOf(all, '2023-01-01', '2030-12-31'));
      }),
    );
  });

  test('a duty that is left out is done, day by day, by one at least as frequent that is listed', () => {
    fc.assert(
      fc.property(programme, (all) => {
        const kept = dutiesOf(all, '2022-01-01', '2031-12-31');
        const isKept = new Set(kept.map(keyOf));
        for (const each of all) {
          for (const duty of dutiesBetween(each, '2023-01-01', '2030-12-31')) {
            if (isKept.has(keyOf({ regulation: each.id, ...duty }))) continue;
            // Each of these is done within its period, which therefore runs from opening to due day.
            const doing = kept.filter(({ opensOn, dueOn }) => opensOn <= duty.dueOn && dueOn >= duty.opensOn);
            for (let on = duty.opensOn; on <= duty.dueOn; on = addDays(on, 1))
              expect(doing.some(({ opensOn, dueOn }) => opensOn <= on && on <= dueOn)).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

function keyOf({ regulation, period }: ProgrammeDuty): string {
  return `${regulation} ${period}`;
}
