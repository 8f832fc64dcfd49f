import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences2026, officeCalendarCsv } from '../../../test/support/office-calendars.ts';
import { InputError } from '../input/input-error.ts';
import { readOfficeCalendarFile } from './read-office-calendar.ts';
import { calendarText } from './show-calendar.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-calendar-'));
});
afterAll(() => rm(folder, { recursive: true }));

let written = 0;
async function fileOf(content: string | Uint8Array): Promise<string> {
  written += 1;
  const path = join(folder, `calendar-${written}.csv`);
  await writeFile(path, content);
  return path;
}

const published = officeCalendarCsv(2026, differences2026);
const expected = { years: [2026], holidays: new Set(differences2026.holidays), makeUpWorkingDays: new Set() };

test.each([
  ['as it is published', published],
  ['without a byte-order mark', published.slice(1)],
  ['with other line ends', published.replaceAll('\r\n', '\n')],
  ['with quotes', published.replaceAll(/[^,\r\n\ufeff]+/g, '"$&"')],
  ['with its notes', published.replace('20260101,四,2,', '20260101,四,2,開國紀念日')],
  ['in another order of columns', published.replaceAll(/^(\ufeff?)(.*),(.*),(.*),(.*)\r$/gm, '$1$5,$4,$3,$2\r')],
])('%s', async (_, csv) => {
  expect(await readOfficeCalendarFile(await fileOf(csv))).toEqual(expected);
});

test('in Big5', async () => {
  expect(await readOfficeCalendarFile(await fileOf(inBig5(published.slice(1))))).toEqual(expected);
});

/** The code points of CNS 11643's Big5 for the characters of the file's header and weekdays. */
const big5: Readonly<Record<string, readonly [number, number]>> = {
  西: [0xa6, 0xe8],
  元: [0xa4, 0xb8],
  日: [0xa4, 0xe9],
  期: [0xb4, 0xc1],
  星: [0xac, 0x50],
  是: [0xac, 0x4f],
  否: [0xa7, 0x5f],
  放: [0xa9, 0xf1],
  假: [0xb0, 0xb2],
  備: [0xb3, 0xc6],
  註: [0xb5, 0xf9],
  一: [0xa4, 0x40],
  二: [0xa4, 0x47],
  三: [0xa4, 0x54],
  四: [0xa5, 0x7c],
  五: [0xa4, 0xad],
  六: [0xa4, 0xbb],
};

function inBig5(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => big5[character] ?? [character.charCodeAt(0)]));
}

test.each<readonly [string, string, number | undefined, string | undefined]>([
  ['nothing', '', 1, undefined],
  ['the version for Google', 'Subject,Start Date,All Day Event\r\n開國紀念日,2026/1/1,True\r\n', 1, '西元日期'],
  ['a header alone', '西元日期,星期,是否放假,備註\r\n', undefined, undefined],
  ['a row too short', published.replace('20260103,六,2,', '20260103,六,2'), 4, undefined],
  ['another day', published.replace('20260103', '1150103'), 4, '西元日期'],
  ['a day twice', published.replace('20260103,六', '20260102,五'), 4, '西元日期'],
  ['another weekday', published.replace('20260103,六', '20260103,日'), 4, '星期'],
  ['neither 0 nor 2', published.replace('20260103,六,2', '20260103,六,1'), 4, '是否放假'],
  ['a day that is missing', published.replace('20260103,六,2,\r\n', ''), undefined, undefined],
])('%s is refused by its place', async (_, csv, line, field) => {
  const file = await fileOf(csv);
  await expect(readOfficeCalendarFile(file)).rejects.toSatisfy((error) => {
    expect(error instanceof InputError && error.place).toEqual({ file, ...(line !== undefined && { line }), ...(field && { field }) });
    return true;
  });
});

test('people read what differs from the week, day by day', () => {
  const calendar = { holidays: new Set(['2025-01-27', '2025-02-28'] as const), makeUpWorkingDays: new Set(['2025-02-08'] as const) };
  expect(calendarText(calendar)).toBe('2025-01-27 一  day off\n2025-02-08 六  working day\n2025-02-28 五  day off');
});
