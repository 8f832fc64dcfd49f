import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant, taipeiMoment } from './instant.ts';

describe('parseInstant', () => {
  test.each([
    ['2026-03-02T10:15:00+08:00', '2026-03-02T02:15:00.000Z'],
    ['2026-03-02T02:15:00Z', '2026-03-02T02:15:00.000Z'],
    ['2026-03-02t02:15:00z', '2026-03-02T02:15:00.000Z'],
    ['2026-03-02T02:15:00-00:00', '2026-03-02T02:15:00.000Z'],
    ['2026-03-02T00:00:00+14:00', '2026-03-01T10:00:00.000Z'],
    ['2026-03-02T23:30:00-05:30', '2026-03-03T05:00:00.000Z'],
    ['2026-03-02T10:15:00.5+08:00', '2026-03-02T02:15:00.500Z'],
    ['2026-03-02T17:59:59.99999999999999999999+08:00', '2026-03-02T09:59:59.999Z'],
    [`2026-03-02T17:59:59.${'9'.repeat(38)}+08:00`, '2026-03-02T09:59:59.999Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['2024-02-29T23:59:60Z', '2024-02-29T23:59:59.000Z'],
    ['2017-01-01T07:59:60+08:00', '2016-12-31T23:59:59.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('%s', (text, utc) => {
    expect(new Date(parseInstant(text) ?? Number.NaN).toISOString()).toBe(utc);
  });

  test.each(
    ['2026-03-02T10:15:00', '2026-03-02', '2026-03-02T10:15+08:00', '2026-03-02T10:15:00+0800', '2026-03-02T10:15:00+08', '2026-03-02 10:15:00+08:00', '2026-02-29T10:15:00Z']
      .concat(['2026-03-02T24:00:00Z', '2026-03-02T10:60:00Z', '2026-03-02T10:15:60+08:00', '2016-12-31T22:59:60Z', '2016-12-30T23:59:60Z', '2016-12-31T23:58:60Z', '2026-03-02T10:15:61Z', '2026-03-02T10:15:00+24:00', '2026-03-02T10:15:00+08:60', '2026-03-02T10:15:00.Z', '2026-03-02T10:15:00,5Z', '+2026-03-02T10:15:00Z', '2026-03-02T10:15:00Z ', '', `2026-03-02T17:59:59.${'9'.repeat(39)}+08:00`, '1772417700', '9999-12-31T16:00:00Z']), // prettier-ignore
  )('%j is no instant', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

test('a moment in Taiwan is what Temporal makes of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2200, 0, 1) }), (epochMs) => {
      const expected = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO('Asia/Taipei');
      expect(taipeiMoment(epochMs)).toEqual({
        day: expected.toPlainDate().toString(),
        minuteOfDay: expected.hour * 60 + expected.minute,
      });
    }),
  );
});
