import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDateAt, parseIsoDate } from '#domain/kernel';
import { parseBirthDate } from './birth-date.ts';

const read = (text: string) => {
  const birth = parseBirthDate(text);
  return birth.kind === 'day' ? birth.day : birth.code;
};
const fullWidth = (text: string) => text.replaceAll(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

test.each([
  '0750102',
  '75/01/02',
  '75/1/2',
  '075/01/02',
  '075.1.2',
  '75-1-2',
  '民國75年1月2日',
  '民國075年01月02日',
  '中華民國75年1月2日',
  '民國 75 年 1 月 2 日',
  '75年1月2日',
  '民國0750102',
  '1986-01-02',
  '1986/1/2',
  '1986.01.02',
  '19860102',
  '1986年1月2日',
])('%s is 1986-01-02, full width and between spaces too', (text) => {
  for (const written of [text, fullWidth(text), ` ${text}\u3000`]) expect(read(written)).toBe('1986-01-02');
});

test.each([
  ['民國前1年12月31日', '1911-12-31'],
  ['民前3年1月2日', '1909-01-02'],
  ['中華民國前3年1月2日', '1909-01-02'],
  ['民前 3 年 1 月 2 日', '1909-01-02'],
  ['民國前3/1/2', '1909-01-02'],
  ['民前0030102', '1909-01-02'],
  ['-3/1/2', '1909-01-02'],
  ['-03.01.02', '1909-01-02'],
  ['-0030102', '1909-01-02'],
  ['−0030102', '1909-01-02'],
  ['－３／１／２', '1909-01-02'],
  ['民國1年1月1日', '1912-01-01'],
  ['0010101', '1912-01-01'],
  ['-62/1/1', '1850-01-01'],
  ['1850-01-01', '1850-01-01'],
  ['1130229', '2024-02-29'],
  ['20240229', '2024-02-29'],
  ['2024-02-29', '2024-02-29'],
])('%s is %s', (text, day) => {
  expect(read(text)).toBe(day);
});

test.each(['', ' ', '\u3000', '\t'])('%j is missing', (text) => {
  expect(read(text)).toBe('birth-date-missing');
});

test.each(['1849-12-31', '18491231', '-63/12/31', '民前99年1月1日', '1000/1/1'])('%s is too long ago', (text) => {
  expect(read(text)).toBe('birth-date-out-of-range');
});

test.each([
  '不詳',
  '750102',
  '860102',
  '50102',
  '0750002',
  '0751302',
  '0750100',
  '0750132',
  '0750431',
  '1120229',
  '0000101',
  '00000000',
  '19860002',
  '19861302',
  '19860100',
  '19860132',
  '1986-02-29',
  '1986-00-02',
  '1986-13-02',
  '1986-01-00',
  '1986/01-02',
  '1986-01/02',
  '0075-01-02',
  '00750102',
  '07501023',
  '075O102',
  '1986010２3',
  '1986-01-0a',
  '民國前0年1月1日',
  '民前3年2月30日',
  '-0000101',
  '-030102',
  '-1986-01-02',
  '前3年1月2日',
  '民國民前3年1月2日',
  '0-3/1/2',
  '-3/1/2x',
  '-3/1/2/1',
  '1-0030102',
  '-00301023',
  '民前3年1月2日生',
  '約民前3年1月2日',
  '1986-01-02T00:00',
  '1986-01-02 1986-01-02',
  `1986-01-02${' '.repeat(60)}`,
])('%j is malformed', (text) => {
  expect(read(text)).toBe('birth-date-malformed');
});

test('what is far too long is malformed at once', () => {
  expect(read(' '.repeat(64))).toBe('birth-date-missing');
  expect(read(`${' '.repeat(54)}1986-01-02`)).toBe('1986-01-02');
  for (const text of [' '.repeat(65), '9'.repeat(1_000_000), `${' '.repeat(1_000_000)}1986-01-02`])
    expect(read(text)).toBe('birth-date-malformed');
});

describe('every day there is', () => {
  const day = fc.integer({ min: 675_334, max: 800_000 }).map(isoDateAt);

  test('reads as itself in each plain form', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const [year = '', month = '', date = ''] = iso.split('-');
        const roc = Number(year) - 1911;
        const forms = [iso, `${year}${month}${date}`, `${year}/${Number(month)}/${Number(date)}`];
        if (roc > 0) forms.push(`${String(roc).padStart(3, '0')}${month}${date}`, `民國${roc}年${Number(month)}月${Number(date)}日`);
        else forms.push(`民國前${1 - roc}年${Number(month)}月${Number(date)}日`, `-${String(1 - roc).padStart(3, '0')}${month}${date}`);
        for (const form of forms) expect(read(form)).toBe(iso);
      }),
    );
  });

  test('nothing else comes out', () => {
    const digits = fc.stringMatching(/^[01279－−a]\d{6,7}$|^[12a]\d{3}-[01]\d-[0-3]\d$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (text) => {
        const birth = parseBirthDate(text);
        if (birth.kind === 'day') expect(parseIsoDate(birth.day)).toBe(birth.day);
      }),
      { numRuns: 1_000 },
    );
  });
});
