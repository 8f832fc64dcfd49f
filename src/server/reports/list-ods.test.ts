import { unzipSync, strFromU8 } from 'fflate';
import { readOds } from 'odf-kit/ods-reader';
import { expect, test } from 'vitest';
import { exampleList } from '../../../test/support/example-list.ts';
import { listOds } from './list-ods.ts';

const contentOf = (ods: Uint8Array) => strFromU8(unzipSync(ods)['content.xml'] ?? new Uint8Array());

test('a package that says what it is before anything else (ODF 1.2 part 3, 3.3)', () => {
  const ods = listOds(exampleList({ rows: 2 }));
  expect(Buffer.from(ods.subarray(30, 84)).toString('latin1')).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
  expect(Object.keys(unzipSync(ods))).toEqual(['mimetype', 'META-INF/manifest.xml', 'content.xml', 'styles.xml', 'meta.xml']);
});

test('another reader finds the rows: numbers as numbers, everything typed as text', () => {
  const sheet = readOds(listOds(exampleList({ rows: 3, typed: '=1+1' }))).sheets[0];
  const rows = sheet?.rows.map((row) => row.cells.map((cell) => cell.value)) ?? [];
  const first = rows.find((row) => row[0] === 1);
  expect(first).toEqual([
    1,
    'lin.zm',
    '林志明',
    '115/10/01',
    '09:00:00',
    '投保歷史（insured-history）',
    'M12****789',
    '=1+1',
    '=1+1',
    '查得 1 筆',
    100,
  ]);
  expect(rows.filter((row) => row[7] === '=1+1')).toHaveLength(3);
});

test.each([
  ['<b>&"\'', "<text:p>&lt;b&gt;&amp;&quot;'</text:p>"],
  ['=cmd|calc', '<text:p>=cmd|calc</text:p>'],
  ['a\u0001\u202eb', '<text:p>a〔U+0001〕〔U+202E〕b</text:p>'],
  ['  a  b', '<text:p><text:s text:c="2"/>a<text:s text:c="2"/>b</text:p>'],
  ['堃喆峯𡘙😀', '<text:p>堃喆峯𡘙😀</text:p>'],
])('%j is the cell %s', (typed, cell) => {
  const content = contentOf(listOds(exampleList({ rows: 1, typed })));
  expect(content.split(cell)).toHaveLength(3);
  expect(content).not.toContain('table:formula');
});

test('it prints as the office prints: landscape, the header on each page, its whole range, 密件', () => {
  const files = unzipSync(listOds(exampleList({ rows: 5 })));
  const [content, styles] = ['content.xml', 'styles.xml'].map((name) => strFromU8(files[name] ?? new Uint8Array()));
  expect(content).toMatch(/<table:table-header-rows>.*項次.*紀錄序號.*<\/table:table-header-rows>/);
  const rows = content?.match(/<table:table-row /g)?.length;
  expect(content).toContain(`table:print-ranges="'查詢紀錄單'.A1:'查詢紀錄單'.K${rows}"`);
  expect(styles).toContain('style:print-orientation="landscape"');
  expect(styles).toContain('密件');
});
