import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differences2025, differences2026, officeCalendarRows } from '../../../test/support/office-calendars.ts';
import { isWorkingDay, parseOfficeCalendar, type CalendarFault, type OfficeCalendarRow } from './index.ts';

const rows2026 = officeCalendarRows(2026, differences2026);

function calendarOf(rows: readonly OfficeCalendarRow[]) {
  const parsed = parseOfficeCalendar(rows);
  return parsed.kind === 'calendar' ? parsed.calendar : expect.unreachable(JSON.stringify(parsed.fault));
}

const plain = ({ years, holidays, makeUpWorkingDays }: ReturnType<typeof calendarOf>) => ({
  years,
  holidays: [...holidays],
  makeUpWorkingDays: [...makeUpWorkingDays],
});

describe('what differs from the week', () => {
  test.each([
    [2025, differences2025, 115 + 3],
    [2026, differences2026, 120],
  ])('in %i', (year, differences, daysOff) => {
    const rows = officeCalendarRows(year, differences);
    expect(rows.filter((row) => row.是否放假 === '2')).toHaveLength(daysOff); // as the Executive Yuan announced it
    expect(plain(calendarOf(rows))).toEqual({ years: [year], ...differences });
  });

  test('in two years of one file, in whatever order their days come', () => {
    const rows = [...rows2026, ...officeCalendarRows(2025, differences2025)];
    expect(plain(calendarOf(rows.toReversed()))).toEqual({
      years: [2025, 2026],
      holidays: [...differences2025.holidays, ...differences2026.holidays],
      makeUpWorkingDays: differences2025.makeUpWorkingDays,
    });
  });

  test('in a leap year of 366 days', () => {
    const rows = officeCalendarRows(2024, { holidays: [], makeUpWorkingDays: ['2024-02-17'] });
    expect(rows).toHaveLength(366);
    expect(plain(calendarOf(rows))).toEqual({ years: [2024], holidays: [], makeUpWorkingDays: ['2024-02-17'] });
  });

  test('spaces around a value are none of it', () => {
    const spaced = rows2026.map((row) => ({ 西元日期: ` ${row.西元日期}`, 星期: `${row.星期} `, 是否放假: ` ${row.是否放假} ` }));
    expect(calendarOf(spaced)).toEqual(calendarOf(rows2026));
  });
});

describe('a calendar that is not whole is refused', () => {
  const changed = (row: number, change: Partial<OfficeCalendarRow>) =>
    rows2026.map((each, at) => (at === row ? { ...each, ...change } : each));
  const tooMany = Array.from({ length: 21 }, (_, at) => officeCalendarRows(2020 + at, { holidays: [], makeUpWorkingDays: [] })).flat();

  test.each<readonly [string, readonly OfficeCalendarRow[], CalendarFault]>([
    ['no row', [], { code: 'no-days' }],
    ['more than twenty years', tooMany, { code: 'too-many-rows' }],
    ['a day of the Republic', changed(0, { 西元日期: '1150101' }), { code: 'not-a-day', row: 0, field: '西元日期' }],
    ['a day with dashes', changed(0, { 西元日期: '2026-01-01' }), { code: 'not-a-day', row: 0, field: '西元日期' }],
    ['a day that no year has', changed(58, { 西元日期: '20260229' }), { code: 'not-a-day', row: 58, field: '西元日期' }],
    ['full-width digits', changed(1, { 西元日期: '２０２６０１０２' }), { code: 'not-a-day', row: 1, field: '西元日期' }],
    ['a day twice', changed(9, rows2026[8] ?? {}), { code: 'given-twice', row: 9, field: '西元日期' }],
    ['another weekday', changed(3, { 星期: '一' }), { code: 'not-its-weekday', row: 3, field: '星期' }],
    ['no weekday', changed(3, { 星期: '' }), { code: 'not-its-weekday', row: 3, field: '星期' }],
    ['neither 0 nor 2', changed(4, { 是否放假: '1' }), { code: 'neither-0-nor-2', row: 4, field: '是否放假' }],
    ['neither of them', changed(4, { 是否放假: '' }), { code: 'neither-0-nor-2', row: 4, field: '是否放假' }],
    ['the last day missing', rows2026.slice(0, -1), { code: 'day-missing', day: '2026-12-31' }],
    ['a day missing', rows2026.toSpliced(58, 1), { code: 'day-missing', day: '2026-02-28' }],
    [
      'a day of the next year',
      [...rows2026, { 西元日期: '20270101', 星期: '五', 是否放假: '2' }],
      { code: 'day-missing', day: '2027-01-02' },
    ],
  ])('%s', (_, rows, fault) => {
    expect(parseOfficeCalendar(rows)).toEqual({ kind: 'malformed', fault });
  });
});

const year = fc.integer({ min: 1912, max: 2200 });
const dayOf = (of: number) => fc.integer({ min: 0, max: 364 }).map((days) => Temporal.PlainDate.from({ year: of, month: 1, day: 1 }).add({ days }).toString()); // prettier-ignore

test('whatever differs is what is read, and nothing else', () => {
  fc.assert(
    fc.property(
      year.chain((of) => fc.tuple(fc.constant(of), fc.uniqueArray(dayOf(of), { maxLength: 40 }))),
      ([of, days]) => {
        const isWeekend = (day: string) => Temporal.PlainDate.from(day).dayOfWeek > 5;
        const differences = {
          holidays: days.filter((day) => !isWeekend(day)).toSorted(),
          makeUpWorkingDays: days.filter(isWeekend).toSorted(),
        };
        const rows = officeCalendarRows(of, differences);
        const calendar = calendarOf(rows);
        expect(plain(calendar)).toEqual({ years: [of], ...differences });
        for (const { 西元日期: date, 是否放假: off } of rows) {
          const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` as `${number}-${number}-${number}`;
          expect(isWorkingDay(day, calendar)).toBe(off === '0');
        }
      },
    ),
    { numRuns: 20 },
  );
});

test('anything else is refused, never read as a calendar, and never throws', () => {
  const field = fc.oneof(fc.string(), fc.constantFrom('20260101', '20261231', '四', '日', '0', '2', ''));
  const row = fc.record({ 西元日期: field, 星期: field, 是否放假: field });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 400 }), (rows) => {
      expect(parseOfficeCalendar(rows).kind).toBe('malformed');
    }),
  );
});

test('any one value changed to another is refused, or is another calendar by that one day', () => {
  const place = fc.tuple(fc.nat(364), fc.constantFrom('西元日期', '星期', '是否放假'), fc.oneof(fc.string(), fc.constantFrom('0', '2')));
  fc.assert(
    fc.property(place, ([at, column, value]) => {
      const parsed = parseOfficeCalendar(rows2026.map((row, place) => (place === at ? { ...row, [column]: value } : row)));
      if (column !== '是否放假' || !['0', '2'].includes(value.trim())) {
        const isSame = value.trim() === rows2026[at]?.[column as keyof OfficeCalendarRow];
        expect(parsed.kind).toBe(isSame ? 'calendar' : 'malformed');
      } else {
        const { holidays, makeUpWorkingDays } = parsed.kind === 'calendar' ? parsed.calendar : expect.unreachable();
        const changes = Number(value.trim() !== rows2026[at]?.是否放假);
        const { size } = holidays.symmetricDifference(new Set(differences2026.holidays));
        expect(size + makeUpWorkingDays.size).toBe(changes);
      }
    }),
  );
});
