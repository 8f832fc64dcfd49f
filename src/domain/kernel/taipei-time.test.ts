import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRocDateTime, monthInTaipei, taipeiDateTime } from './taipei-time.ts';

const since1980 = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2100, 0, 1) });

describe('the civil time of Taiwan', () => {
  test('agrees with the time zone database since 1980', () => {
    fc.assert(
      fc.property(since1980, (epochMs) => {
        const { year, month, day, hour, minute, second } =
          Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO('Asia/Taipei');
        expect(taipeiDateTime(epochMs)).toEqual({ year, month, day, hour, minute, second });
        expect(monthInTaipei(epochMs)).toBe(`${year}-${String(month).padStart(2, '0')}`);
      }),
    );
  });

  test('a month begins at midnight in Taipei, not in Greenwich', () => {
    const midnight = Date.parse('2026-12-01T00:00:00+08:00');
    expect([monthInTaipei(midnight - 1), monthInTaipei(midnight)]).toEqual(['2026-11', '2026-12']);
  });

  test('is written with the year of the Republic', () => {
    expect(formatRocDateTime(Date.parse('2026-11-22T13:05:09.999+08:00'))).toBe('115/11/22 13:05:09');
    expect(formatRocDateTime(Date.parse('2025-12-31T16:00:00Z'))).toBe('115/01/01 00:00:00');
  });

  test('what is no instant is refused', () => expect(() => taipeiDateTime(Number.NaN)).toThrow(RangeError));
});
