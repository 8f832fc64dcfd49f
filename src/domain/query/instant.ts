// Instants as requests write them (RFC 3339, section 5.6), and the day and time they are in Taiwan.
import { daysInMonth, isoDate, taipeiDateTime } from '#domain/kernel';
import { parseIsoDate, type IsoDate } from '#domain/kernel';

const form = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.(\d+))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

/** Milliseconds since 1970-01-01T00:00Z; undefined where the text is no instant, lacks its offset or lies after the year 9999 in Taiwan. */
export function parseInstant(text: string): number | undefined {
  const parts = text.length <= 64 ? form.exec(text) : null;
  const date = parts ? parseIsoDate(parts[1] ?? '') : undefined;
  if (!parts || !date) return undefined;
  const isLeapSecond = parts[4] === '60';
  const offsetMinutes = (parts[6] === '-' ? -1 : 1) * (Number(parts[7] ?? 0) * 60 + Number(parts[8] ?? 0));
  const wholeSecondMs = Date.parse(`${date}T${parts[2]}:${parts[3]}:${isLeapSecond ? '59' : parts[4]}Z`) - offsetMinutes * 60_000;
  if (wholeSecondMs >= endOfDates || (isLeapSecond && !canHaveLeapSecond(wholeSecondMs))) return undefined;
  return wholeSecondMs + Number((parts[5] ?? '').slice(0, 3).padEnd(3, '0'));
}

const taipeiOffsetMs = 8 * 60 * 60 * 1000;
const endOfDates = Date.UTC(10_000, 0, 1) - taipeiOffsetMs;

/** Leap seconds come at 23:59:60 UTC on a month's last day; here they count as the second before them. */
function canHaveLeapSecond(epochMs: number): boolean {
  const utc = new Date(epochMs);
  const isLastDay = utc.getUTCDate() === daysInMonth(utc.getUTCFullYear(), utc.getUTCMonth() + 1);
  return isLastDay && utc.getUTCHours() === 23 && utc.getUTCMinutes() === 59;
}

/** A moment in Taiwan's civil time. */
export interface TaipeiMoment {
  readonly day: IsoDate;
  /** Minutes after midnight, seconds cut off: enough for boundaries on whole minutes. */
  readonly minuteOfDay: number;
}

export function taipeiMoment(epochMs: number): TaipeiMoment {
  const at = taipeiDateTime(epochMs);
  return { day: isoDate(at) as IsoDate, minuteOfDay: at.hour * 60 + at.minute };
}
