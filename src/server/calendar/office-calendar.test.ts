import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { differences2025, differences2026, officeCalendarRows, type Differences } from '../../../test/support/office-calendars.ts';
import { createScratchLedger, foundProgramme, recordRead, type ScratchLedger } from '../../../test/support/scratch-ledger.ts';
import { parseOfficeCalendar } from '#domain/calendar';
import { connectDatabase } from '#server/platform';
import { importOfficeCalendar, listCalendarYears, readOfficeCalendar } from './index.ts';

const clock = { now: () => Temporal.Instant.from('2026-11-22T02:00:00Z') };
const who = { account: 'command-line', login: 'operator', person: 'command-line', name: '命令列', unit: '系統管理', address: '' };

let scratch: ScratchLedger;
beforeAll(async () => {
  scratch = await createScratchLedger({ clock });
});
afterAll(() => scratch.drop());

function calendarOf(...years: [number, Differences][]) {
  const parsed = parseOfficeCalendar(years.flatMap(([year, differences]) => officeCalendarRows(year, differences)));
  return parsed.kind === 'calendar' ? parsed.calendar : expect.unreachable();
}

const importInto = (...years: [number, Differences][]) => importOfficeCalendar({ ...scratch, clock }, calendarOf(...years), who);

async function stored(database = scratch.database) {
  const { holidays, makeUpWorkingDays } = await readOfficeCalendar(database);
  return { holidays: [...holidays], makeUpWorkingDays: [...makeUpWorkingDays] };
}

async function importsIn(programme: string) {
  const read = await recordRead(scratch.ledger, programme, { kind: 'month', month: '2026-11' });
  return Array.fromAsync(scratch.ledger.findByMonth(read, ['calendar-import']));
}

test('without a programme there is no log to say so, and nothing is imported', async () => {
  expect(await importInto([2026, differences2026])).toEqual({ kind: 'no-programme' });
  expect([await stored(), await listCalendarYears(scratch.database)]).toEqual([{ holidays: [], makeUpWorkingDays: [] }, []]);
});

describe('with programmes', () => {
  const programmes = ['p-first', 'p-second'];
  beforeAll(async () => {
    for (const id of programmes) await foundProgramme(scratch.database, id);
  });

  test('what was imported is read at once, and stands in the log of each', async () => {
    await stored();
    expect(await importInto([2025, differences2025], [2026, differences2026])).toEqual({ kind: 'imported' });
    expect(await stored()).toEqual({
      holidays: [...differences2025.holidays, ...differences2026.holidays],
      makeUpWorkingDays: ['2025-02-08'],
    });
    expect(await listCalendarYears(scratch.database)).toEqual(
      [2025, 2026].map((year) => ({ year, importedAt: new Date('2026-11-22T02:00:00Z'), importedBy: 'operator' })),
    );
    for (const programme of programmes) {
      const records = await importsIn(programme);
      expect(records.map(({ envelope }) => [envelope['year'], envelope['holidays'], envelope['makeUpWorkingDays']])).toEqual([
        [2025, differences2025.holidays, ['2025-02-08']],
        [2026, differences2026.holidays, []],
      ]);
      expect(records[0]?.actor).toEqual({ ...who, organisation: '測試機關' });
    }
  });

  test('a year that is imported again is replaced, and no other', async () => {
    await importInto([2026, { holidays: ['2026-12-24'], makeUpWorkingDays: ['2026-12-26'] }]);
    expect(await stored()).toEqual({
      holidays: [...differences2025.holidays, '2026-12-24'],
      makeUpWorkingDays: ['2025-02-08', '2026-12-26'],
    });
  });

  test('where one log can’t say so, nothing is imported and no other log says so', async () => {
    const [before, said] = [await stored(), (await importsIn('p-first')).length];
    await scratch.pool.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger refuse before update on log_head for each row when (new.programme_id = 'p-second') execute function refuse()`);
    await expect(importInto([2026, differences2026])).rejects.toThrow();
    await scratch.pool.query('drop trigger refuse on log_head');
    expect(await stored(connectDatabase(scratch.pool))).toEqual(before);
    expect(await importsIn('p-first')).toHaveLength(said);
  });

  test('two imports at once: one of them stands, whole', async () => {
    const other = { holidays: ['2026-07-01'], makeUpWorkingDays: [] };
    await Promise.all([importInto([2026, differences2026]), importInto([2026, other])]);
    const days = (await stored()).holidays.filter((day) => day.startsWith('2026'));
    expect([differences2026.holidays, other.holidays]).toContainEqual(days);
  });
});

describe('how long a reading is kept', () => {
  afterEach(() => void vi.useRealTimers());

  test('what another process imports is seen within a minute', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const elsewhere = connectDatabase(scratch.pool); // reads on its own, as another process does
    const before = await stored(elsewhere);
    await importInto([2026, { holidays: ['2026-08-03'], makeUpWorkingDays: [] }]);
    vi.advanceTimersByTime(59_999);
    expect(await stored(elsewhere)).toEqual(before);
    vi.advanceTimersByTime(1);
    expect((await stored(elsewhere)).holidays).toContain('2026-08-03');
  });

  test('a reading that failed is not kept', async () => {
    const database = connectDatabase(scratch.pool);
    await scratch.pool.query('alter table office_calendar_day rename to gone');
    await expect(stored(database)).rejects.toThrow();
    await scratch.pool.query('alter table gone rename to office_calendar_day');
    expect((await stored(database)).holidays).toContain('2026-08-03');
  });
});
