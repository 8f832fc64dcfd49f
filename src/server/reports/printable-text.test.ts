import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { visibleText } from '#documents';
import { FontFormatError, readFontMetrics } from './font-metrics.ts';
import { printableCell, printableText } from './printable-text.ts';

const fontFile = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf'));
const font = readFontMetrics(await readFile(fontFile));
const widthOf = (text: string) => [...text].reduce((sum, character) => sum + (font.advance(character.codePointAt(0) ?? 0) ?? 0), 0);

test('the font tells what it draws and how wide', () => {
  expect(font.advance('陳'.codePointAt(0) ?? 0)).toBe(1);
  expect(font.advance(0x21619)).toBe(1); // 𡘙, outside the Basic Multilingual Plane
  expect(font.advance('1'.charCodeAt(0))).toBe(font.advance('8'.charCodeAt(0)));
  expect(font.advance(0x1f600)).toBeUndefined();
});

test('what is no font is refused', () => {
  expect(() => readFontMetrics(new Uint8Array(64))).toThrow(FontFormatError);
});

test.each([
  ['#set page() *b* $x$ \\ ] <a> `c` @d', '#set page() *b* $x$ \\ ] <a> `c` @d'],
  ['堃喆峯𡘙', '堃喆峯𡘙'],
  ['115-0001\u202e321', '115-0001〔U+202E〕321'],
  ['a\u200bb\u00adc', 'a〔U+200B〕b〔U+00AD〕c'],
  ['a\u0000\tb', 'a〔U+0000〕〔U+0009〕b'],
  ['😀', '〔U+1F600〕'],
])('%j prints as %j', (typed, printed) => {
  expect(printableText(typed, font)).toBe(printed);
});

test('a spreadsheet keeps what its own font may draw, and shows what nobody could see', () => {
  expect(visibleText('😀 שלום \u202e\u0001')).toBe('😀 שלום 〔U+202E〕〔U+0001〕');
});

test.each(['W'.repeat(64), '、'.repeat(64), `社助-115-${'A'.repeat(50)}`, 'x'.repeat(40) + '）'.repeat(24)])(
  '%s never runs over its cell',
  (typed) => {
    const cell = printableCell(typed, 10, font);
    expect(cell.replaceAll('\u200b', '')).toBe(typed);
    const unbroken = cell.split(/\u200b| |(?<=\p{Script=Han})(?=\p{Script=Han})/u);
    expect(Math.max(...unbroken.map(widthOf))).toBeLessThanOrEqual(10);
  },
);

test('an ordinary case number stays as it is typed', () => {
  expect(printableCell('社助-115-000123', 10, font)).toBe('社助-115-000123');
});
