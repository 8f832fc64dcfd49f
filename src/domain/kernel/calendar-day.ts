// Days of the civil calendar and how government writes them: years of the Republic (民國, Gregorian year − 1911).
// Plain arithmetic, so that it runs in browsers without Temporal; a Temporal.PlainDate fits CalendarDay as it is.

export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

const rocEpoch = 1911;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the day exists, in the years 1 to 9999. */
export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  if (![year, month, day].every(Number.isInteger)) return false;
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `2026-11-22` */
export function isoDate({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** `115/11/22`. Before 1912 there is no year of the Republic: written as `1911-12-31`. */
export function formatRocDate(day: CalendarDay): string {
  if (day.year <= rocEpoch) return isoDate(day);
  return `${day.year - rocEpoch}/${twoDigits(day.month)}/${twoDigits(day.day)}`;
}

/** `中華民國115年3月2日`. Before 1912: `西元1911年12月31日`. */
export function formatRocLong({ year, month, day }: CalendarDay): string {
  const written = year <= rocEpoch ? `西元${year}年` : `中華民國${year - rocEpoch}年`;
  return `${written}${month}月${day}日`;
}

const rocPrefix = '(?:(?:中華)?民國)';
const forms: readonly RegExp[] = [
  new RegExp(`^${rocPrefix}?(?<roc>\\d{3})(?<month>\\d\\d)(?<day>\\d\\d)$`),
  new RegExp(`^${rocPrefix}?(?<roc>\\d{1,3})([/.-])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})$`),
  new RegExp(`^${rocPrefix}?(?<roc>\\d{1,3})年(?<month>\\d{1,2})月(?<day>\\d{1,2})日$`),
  /^(?<year>[1-9]\d{3})(?<month>\d\d)(?<day>\d\d)$/,
  /^(?<year>[1-9]\d{3})([/.-])(?<month>\d{1,2})\2(?<day>\d{1,2})$/,
  /^(?<year>[1-9]\d{3})年(?<month>\d{1,2})月(?<day>\d{1,2})日$/,
];

/**
 * Reads a day as people write it: `1151122`, `115/11/22`, `115.3.2`, `115-11-22`, `民國115年3月2日`, `2026-11-22`, `2026/3/2`,
 * `20261122`, in full-width characters too, with spaces around the parts. Undefined where it is no such form or no day of the calendar.
 */
export function parseDate(text: string): CalendarDay | undefined {
  if (text.length > 64) return undefined;
  const plain = text
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replaceAll(/[‐-―−]/gu, '-')
    .trim()
    .replaceAll(/(?<=\D)\s+|\s+(?=\D)/gu, '');
  for (const form of forms) {
    const parts = form.exec(plain)?.groups;
    if (!parts) continue;
    const day = {
      year: parts['roc'] ? Number(parts['roc']) + rocEpoch : Number(parts['year']),
      month: Number(parts['month']),
      day: Number(parts['day']),
    };
    return isCalendarDay(day) && Number(parts['roc'] ?? 1) > 0 ? day : undefined;
  }
  return undefined;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
