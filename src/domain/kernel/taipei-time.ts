// The civil time of Taiwan from an instant. UTC+8 all year: daylight saving was last observed in 1979 (IANA time zone database,
// Asia/Taipei), and no record of this system is older. So no time zone data is needed, and a browser and the server agree.
import { formatRocDate } from './calendar-day.ts';

export type TaipeiDateTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const taipeiOffsetMs = 8 * 60 * 60 * 1000;

/** Fractions of a second are cut off. An instant that is no instant (NaN, or outside what Date can hold) is a RangeError. */
export function taipeiDateTime(epochMs: number): TaipeiDateTime {
  const shifted = new Date(epochMs + taipeiOffsetMs);
  if (Number.isNaN(shifted.getTime())) throw new RangeError('no such instant');
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

/** `2026-11`: the month a record belongs to. */
export function monthInTaipei(epochMs: number): string {
  const { year, month } = taipeiDateTime(epochMs);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** `115/11/22 13:05:09` */
export function formatRocDateTime(epochMs: number): string {
  const at = taipeiDateTime(epochMs);
  const time = [at.hour, at.minute, at.second].map((part) => String(part).padStart(2, '0')).join(':');
  return `${formatRocDate(at)} ${time}`;
}
