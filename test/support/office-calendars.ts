// Office calendars as their publisher writes them, made here from what differs from the week. What differs in 2025 and 2026 is
// from the Executive Yuan's letters of 114-06-13 (115年辦公日曆表) and the revised calendar of 114.
import type { OfficeCalendarRow } from '#domain/calendar';

export interface Differences {
  readonly holidays: readonly string[];
  readonly makeUpWorkingDays: readonly string[];
}

/** 總放假日數 115 日, and three more by 紀念日及節日實施條例 of 114-05-28 */
export const differences2025: Differences = {
  holidays: days(2025, '01-01 01-27 01-28 01-29 01-30 01-31 02-28 04-03 04-04 05-30 09-29 10-06 10-10 10-24 12-25'),
  makeUpWorkingDays: ['2025-02-08'],
};

/** 總放假日數 120 日 */
export const differences2026: Differences = {
  holidays: days(2026, '01-01 02-16 02-17 02-18 02-19 02-20 02-27 04-03 04-06 05-01 06-19 09-25 09-28 10-09 10-26 12-25'),
  makeUpWorkingDays: [],
};

function days(year: number, list: string): string[] {
  return list.split(' ').map((day) => `${year}-${day}`);
}

/** Every day of the year. */
export function officeCalendarRows(year: number, { holidays, makeUpWorkingDays }: Differences): OfficeCalendarRow[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, days) => {
    const date = first.add({ days });
    const iso = date.toString();
    const isOff = holidays.includes(iso) || (date.dayOfWeek > 5 && !makeUpWorkingDays.includes(iso));
    return { 西元日期: iso.replaceAll('-', ''), 星期: '一二三四五六日'.charAt(date.dayOfWeek - 1), 是否放假: isOff ? '2' : '0' };
  });
}

/** The file, with its byte-order mark and Windows line ends as it is published. */
export function officeCalendarCsv(year: number, differences: Differences): string {
  const rows = officeCalendarRows(year, differences).map((row) => `${row.西元日期},${row.星期},${row.是否放假},`);
  return ['\ufeff西元日期,星期,是否放假,備註', ...rows, ''].join('\r\n');
}
