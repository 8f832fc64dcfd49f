import { expect, test } from 'vitest';
import type { PrintedList } from '#domain/reports';
import { exampleList } from '../../../test/support/example-list.ts';
import { compileList, ListNotCompiled, listPdf } from './list-pdf.ts';

/** The texts of the list's cells, as the compiled document holds them: a text that had been read as markup would be other elements. */
async function cellTexts(list: PrintedList): Promise<string[]> {
  const { compiler, document } = await compileList(list);
  const [table] = compiler.query(document, { selector: 'table' }) as { children: unknown[] }[];
  return (table?.children ?? []).map(textOf);
}

function textOf(content: unknown): string {
  if (typeof content !== 'object' || content === null) return '';
  const { text, children, body, child } = content as Record<string, unknown>;
  return typeof text === 'string' ? text : [children, body, child].flat().map(textOf).join('');
}

test.each([
  '#set page(fill: red)',
  '*bold* _em_ `code` $x^2$',
  '#sys.inputs.list',
  '\\ ] [ } { // /* */ <label> @ref',
  '= heading',
  '- list',
  '堃喆峯𡘙',
  'it\'s "quoted" -- ...',
])('%s prints as it was typed', async (typed) => {
  const texts = await cellTexts(exampleList({ rows: 1, typed }));
  expect(texts.map((text) => text.replaceAll('\u200b', '')).filter((text) => text === typed)).toHaveLength(2); // case number and reason
});

test('the file is accessible and archival, in the language of its text, and holds its title', async () => {
  const pdf = Buffer.from(await listPdf(exampleList({ rows: 3 }))).toString('latin1');
  expect(pdf).toMatch(/^%PDF-1\.7/);
  expect(pdf).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</);
  expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
  expect(Buffer.from(pdf, 'latin1').toString('utf8')).toContain('勞保資料查詢紀錄單');
});

test('400 rows fill many pages, and every one of the rows is there', async () => {
  const list = exampleList({ rows: 400 });
  const { document } = await compileList(list);
  expect(document.numOfPages).toBeGreaterThan(10);
  expect((await cellTexts(list)).filter((text) => /^社助-115-\d{6}$/.test(text))).toHaveLength(400);
});

test('the longest texts that the wire admits fit the page', async () => {
  for (const typed of ['𡘙'.repeat(64), 'W'.repeat(64), '\u202e'.repeat(64)]) {
    expect((await listPdf(exampleList({ rows: 2, typed }))).length).toBeGreaterThan(10_000);
  }
});

test('a receipt that is too long for a code that reads well is left out', async () => {
  const images = async (receipt: string) => {
    const { compiler, document } = await compileList(exampleList({ rows: 1, receipt }));
    return (compiler.query(document, { selector: 'image' }) as unknown[]).length;
  };
  expect([await images('a'.repeat(1_952)), await images('a'.repeat(1_953))]).toEqual([1, 0]);
});

test('a list that cannot be set is a fault without a word of its content', async () => {
  const impossible = { ...exampleList({ rows: 1, typed: '機密' }), printedOn: { year: 2026, month: 13, day: 1 } };
  const fault: unknown = await listPdf(impossible).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(ListNotCompiled);
  expect(String(fault)).not.toContain('機密');
});
