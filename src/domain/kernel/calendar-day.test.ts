import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRocDate, formatRocLong, isCalendarDay, isoDate, parseDate } from './calendar-day.ts';

const anyDay = fc.record({
  year: fc.integer({ min: 0, max: 10_000 }),
  month: fc.integer({ min: 0, max: 13 }),
  day: fc.integer({ min: 0, max: 32 }),
});
const rocDay = fc
  .integer({ min: 0, max: 365 * 1_000 })
  .map((days) => Temporal.PlainDate.from('1912-01-01').add({ days }))
  .filter(({ year }) => year <= 1911 + 999);
const fullWidth = (text: string) => text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

describe('days of the calendar', () => {
  test('exist exactly where Temporal has them', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        let exists = day.year >= 1 && day.year <= 9_999;
        try {
          Temporal.PlainDate.from(day, { overflow: 'reject' });
        } catch {
          exists = false;
        }
        expect(isCalendarDay(day)).toBe(exists);
      }),
      { numRuns: 1_000 },
    );
    expect([2000, 2024, 1900, 2026].map((year) => isCalendarDay({ year, month: 2, day: 29 }))).toEqual([true, true, false, false]);
    expect(isCalendarDay({ year: 2026, month: 1.5, day: 1 })).toBe(false);
  });

  test('are written as government writes them', () => {
    expect(formatRocDate({ year: 2026, month: 3, day: 2 })).toBe('115/03/02');
    expect(formatRocDate(Temporal.PlainDate.from('2026-11-22'))).toBe('115/11/22');
    expect(formatRocLong({ year: 2026, month: 3, day: 2 })).toBe('中華民國115年3月2日');
    expect(isoDate({ year: 2026, month: 3, day: 2 })).toBe('2026-03-02');
    expect([formatRocDate({ year: 1912, month: 1, day: 1 }), formatRocDate({ year: 1911, month: 12, day: 31 })]).toEqual([
      '1/01/01',
      '1911-12-31',
    ]);
    expect(formatRocLong({ year: 1911, month: 12, day: 31 })).toBe('西元1911年12月31日');
  });

  test('the year of the Republic is that of the roc calendar', () => {
    fc.assert(
      fc.property(rocDay, (day) => {
        expect(formatRocDate(day).split('/')[0]).toBe(String(day.withCalendar('roc').year));
      }),
    );
  });

  test('every way of writing a day reads back as that day', () => {
    fc.assert(
      fc.property(rocDay, fc.boolean(), fc.constantFrom('', ' ', '\u3000 '), (date, wide, space) => {
        const { year, month, day } = date;
        const roc = year - 1911;
        const iso = isoDate(date);
        const forms = [
          `${String(roc).padStart(3, '0')}${iso.slice(5, 7)}${iso.slice(8)}`,
          formatRocDate(date),
          `${roc}.${month}.${day}`,
          `${roc}-${month}-${day}`,
          `民國${roc}年${month}月${day}日`,
          formatRocLong(date),
          `民國 ${roc} 年 ${month} 月 ${day} 日`,
          iso,
          `${year}/${month}/${day}`,
          iso.replaceAll('-', ''),
        ];
        for (const form of forms) expect(parseDate(space + (wide ? fullWidth(form) : form) + space), form).toEqual({ year, month, day });
      }),
    );
  });

  test.each([
    '1151122',
    '115/11/22',
    '115/11/22',
    '115.11.22',
    '115。11。22',
    '115-11-22',
    '民國115年11月22日',
    '2026-11-22',
    '2026−11−22',
  ])('%s', (text) => {
    expect(parseDate(text)).toEqual({ year: 2026, month: 11, day: 22 });
  });

  test.each([
    '115/13/40',
    '115/02/29',
    '1150229',
    '2026-02-29',
    '2100-02-29',
    '115/0/1',
    '115/1/0',
    '0/1/1',
    '0000101',
    '115/11-22',
    '115/11',
    '11511',
    '990101',
    '115/11/22x',
    '115/11/221',
    '1151/1/1/1',
    '民國2026年1月1日',
    '民國年1月1日',
    '明天',
    '',
    ' ',
    '115 11 22',
    '115/1 1/22',
    '0115-11-22',
    '-115/11/22',
    '115/11/22 10:15',
    `${' '.repeat(64)}115/11/22`,
  ])('%j is no day', (text) => expect(parseDate(text)).toBeUndefined());
});
