// An office with office hours (TP-6.3) works by the government's calendar as soon as it is imported.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseOfficeCalendar } from '#domain/calendar';
import type { Regulation } from '#domain/regulations';
import { findRegulation } from '#regulations';
import { importCalendarInto, storedCalendarOf } from '#server';
import { findAccountByLogin, findProgrammeActor } from '#server/accounts';
import { dayInTaipei } from '#server/platform';
import { runQuery } from '#server/queries';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { officeCalendarRows, type Differences } from '../support/office-calendars.ts';
import { programmePath, queryInOrder } from '../support/test-client.ts';

let office: DemoOffice;
beforeAll(async () => {
  office = await openDemoOffice();
});
afterAll(() => office.close());

/** The demonstration's regulation, but with office hours. */
function withOfficeHours(): Regulation {
  const regulation = findRegulation('nantou-webir') ?? expect.unreachable();
  const clause = 'NW-4.1.2';
  return {
    ...regulation,
    refusals: { ...regulation.refusals, 'outside-office-hours': clause },
    settings: {
      ...regulation.settings,
      officeHours: { clause, source: 'text', value: { fromMinute: 480, untilMinute: 1080 } },
    },
  };
}

test('a holiday closes the office and a make-up working day opens it, from the next query on', async () => {
  const { installation, provider } = office;
  const regulation = withOfficeHours();
  const wednesday = weekdayAhead(3);
  const saturday = wednesday.add({ days: 3 });
  const ask = async (day: Temporal.ZonedDateTime) => {
    const now = day.toInstant();
    const who = (await findAccountByLogin(installation.database, 'user1', '10.20.30.11')) ?? expect.unreachable();
    const actor = await findProgrammeActor(installation.database, who, 'nantou-webir', dayInTaipei(now));
    const parts = { ...installation, provider, clock: { now: () => now } };
    const outcome = await runQuery(parts, [regulation], actor ?? expect.unreachable(), queryInOrder());
    return outcome.kind === 'refused' ? outcome.refusals.map(({ code }) => code) : outcome.kind;
  };
  expect([await ask(wednesday), await ask(saturday)]).toEqual(['answered', ['outside-office-hours']]);

  const [holiday, makeUp] = [wednesday, saturday].map((day) => day.toPlainDate().toString());
  await importYear(wednesday.year, { holidays: [holiday ?? ''], makeUpWorkingDays: [makeUp ?? ''] });
  expect([await ask(wednesday), await ask(saturday)]).toEqual([['outside-office-hours'], 'answered']);
  expect(await storedCalendarOf(installation)).toMatchObject({ years: [{ year: wednesday.year }], holidays: new Set([holiday]) });
});

test('the import stands in the log under the operator’s name', async () => {
  const chief = await office.signIn('chief');
  const { index } = await office.installation.database
    .selectFrom('record')
    .select('index')
    .where('programme_id', '=', 'nantou-webir')
    .where('type', '=', 'calendar-import')
    .executeTakeFirstOrThrow();
  const { status, body } = await chief.get(`${programmePath}/records/${index}`);
  expect([status, body.type, body.actor.name]).toEqual([200, 'calendar-import', '命令列']);
  expect(body.envelope.holidays).toHaveLength(1);
});

/** 10:00 in Taipei, in the coming seven days, both it and the Saturday after it in one year. */
function weekdayAhead(dayOfWeek: number): Temporal.ZonedDateTime {
  const now = office.clock.now().toZonedDateTimeISO('Asia/Taipei');
  const day = now.add({ days: (dayOfWeek - now.dayOfWeek + 7) % 7 });
  const ahead = day.month === 12 && day.day > 28 ? day.add({ days: 7 }) : day;
  return ahead.with({ hour: 10, minute: 0, second: 0 });
}

async function importYear(year: number, differences: Differences): Promise<void> {
  const parsed = parseOfficeCalendar(officeCalendarRows(year, differences));
  const calendar = parsed.kind === 'calendar' ? parsed.calendar : expect.unreachable();
  expect(await importCalendarInto(office.installation, calendar)).toEqual({ kind: 'imported' });
}
