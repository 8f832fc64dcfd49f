// A birth date as registers and people write it, in the one form that is digested and compared: `1986-01-02`. Years of the Republic, years
// before it (民國前1年 is 1911: there is no year 0) and Gregorian ones. Six digits are refused: `860102` may be of either calendar.
import { daysInMonth, isCalendarDay, isoDate, parseDate, type IsoDate } from '#domain/kernel';

export type BirthDateCode = 'birth-date-missing' | 'birth-date-malformed' | 'birth-date-out-of-range';

export type ReadBirthDate = { readonly kind: 'day'; readonly day: IsoDate } | { readonly kind: 'fault'; readonly code: BirthDateCode };

/** Nobody in a register was born earlier; an earlier year is a year in the wrong calendar. */
const earliestDay = '1850-01-01';
const maxLength = 64;

const missing = { kind: 'fault', code: 'birth-date-missing' } as const;
const malformed = { kind: 'fault', code: 'birth-date-malformed' } as const;
const outOfRange = { kind: 'fault', code: 'birth-date-out-of-range' } as const;

/**
 * `0750102`, `75/01/02`, `075.1.2`, `民國75年1月2日`, `民國前3年1月2日`, `民前3/1/2`, `-3/1/2`, `-0030102`, `1986-01-02`, `1986/1/2`, `19860102`;
 * in full-width characters too. Whether the day lies in the future is for whoever knows what day it is.
 */
export function parseBirthDate(text: string): ReadBirthDate {
  const day = dayOfPlainForm(text) ?? (text.length > maxLength ? undefined : (dayBeforeRepublic(text) ?? dayOfAnyForm(text)));
  if (day !== undefined) return day < earliestDay ? outOfRange : { kind: 'day', day };
  return text.length <= maxLength && text.trim() === '' ? missing : malformed;
}

const rocEpoch = 1911;
const zero = 48;
const twoDigits = Array.from({ length: 32 }, (_, value) => String(value).padStart(2, '0'));

/** Seven half-width digits, eight, or `1986-01-02`: what files hold, read without a pattern, since an import reads millions of them. */
function dayOfPlainForm(text: string): IsoDate | undefined {
  const { length } = text;
  if (length === 7) return dayOf(numberAt(text, 0, 3) + rocEpoch, numberAt(text, 3, 2), numberAt(text, 5, 2), rocEpoch + 1);
  if (length === 8) return dayOf(numberAt(text, 0, 4), numberAt(text, 4, 2), numberAt(text, 6, 2), 1_000);
  if (length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  return dayOf(numberAt(text, 0, 4), numberAt(text, 5, 2), numberAt(text, 8, 2), 1_000);
}

/** NaN, which no comparison holds for, where a character is no digit. */
function numberAt(text: string, from: number, digits: number): number {
  let value = 0;
  for (let at = from; at < from + digits; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function dayOf(year: number, month: number, day: number, earliestYear: number): IsoDate | undefined {
  if (!(year >= earliestYear && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return undefined;
  return `${year}-${twoDigits[month]}-${twoDigits[day]}` as IsoDate; // a year of four digits, and a day of that month
}

const beforeRepublic = [
  /^(?:(?:中華)?(?:民國前|民前)|-)(?<year>\d{1,2})([/.-])(?<month>\d{1,2})\2(?<day>\d{1,2})$/,
  /^(?:中華)?(?:民國前|民前)(?<year>\d{1,2})年(?<month>\d{1,2})月(?<day>\d{1,2})日$/,
  /^(?:(?:中華)?(?:民國前|民前)|-)(?<year>\d{3})(?<month>\d\d)(?<day>\d\d)$/,
];

function dayBeforeRepublic(text: string): IsoDate | undefined {
  if (!/[前\-－−]/u.test(text)) return undefined;
  const plain = text.normalize('NFKC').replaceAll('−', '-').replaceAll(/\s/gu, '');
  for (const form of beforeRepublic) {
    const parts = form.exec(plain)?.groups;
    if (!parts) continue;
    const day = { year: rocEpoch + 1 - Number(parts['year']), month: Number(parts['month']), day: Number(parts['day']) };
    return Number(parts['year']) > 0 && isCalendarDay(day) ? (isoDate(day) as IsoDate) : undefined; // isoDate writes that form
  }
  return undefined;
}

function dayOfAnyForm(text: string): IsoDate | undefined {
  const day = parseDate(text);
  return day && (isoDate(day) as IsoDate); // isoDate writes that form
}
