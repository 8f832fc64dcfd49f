import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOds } from 'odf-kit/ods-reader';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { regulations } from '#regulations';
import { showRegulations } from './show-regulations.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-regulations-'));
});
afterAll(() => rm(folder, { recursive: true }));

const today = '2026-03-02';
const ids = regulations.map(({ id }) => id);

test('the list holds every regulation, with its clauses by state', async () => {
  const { exitCode, output, text } = await showRegulations(undefined, undefined, today);
  expect(exitCode).toBe(0);
  expect(output).toMatchObject(regulations.map(({ id, title }) => ({ id, title })));
  expect(text?.split('\n')).toHaveLength(regulations.length);
});

test.each(ids)('%s: JSON is the whole regulation, to be changed and judged by', async (id) => {
  const { exitCode, output } = await showRegulations(id, undefined, today);
  expect(exitCode).toBe(0);
  expect(JSON.parse(JSON.stringify(output))).toEqual(JSON.parse(JSON.stringify(regulations.find((each) => each.id === id))));
});

test.each(ids)('%s: the text names every clause', async (id) => {
  const { text = '' } = await showRegulations(id, undefined, today);
  const regulation = regulations.find((each) => each.id === id) ?? expect.unreachable();
  for (const clause of regulation.clauses) expect(text).toContain(`${clause.id} `);
  for (const heading of ['條文', '參數', '職責與期限', '保存與銷毀', '表單與簽核']) expect(text).toContain(`【${heading}】`);
});

test.each(ids)('%s: another reader finds the same rules in the spreadsheet', async (id) => {
  const file = join(folder, `${id}.ods`);
  expect((await showRegulations(id, file, today)).exitCode).toBe(0);
  const { sheets } = readOds(await readFile(file));
  expect(sheets.map(({ name }) => name)).toEqual(['條文', '參數', '職責與期限', '保存與銷毀', '表單與簽核']);
  const regulation = regulations.find((each) => each.id === id) ?? expect.unreachable();
  const firstCells = sheets[0]?.rows.map((row) => row.cells[0]?.value);
  expect(firstCells?.slice(-regulation.clauses.length)).toEqual(regulation.clauses.map((clause) => clause.id));
  const forms = sheets[4]?.rows.map((row) => row.cells[1]?.value);
  expect(forms).toEqual(expect.arrayContaining(regulation.forms.map(({ name }) => name)));
});

test.each([
  ['a regulation that is not there', 'nowhere', undefined],
  ['a spreadsheet of none', undefined, 'list.ods'],
])('%s is exit 2', async (_, id, ods) => {
  expect(await showRegulations(id, ods, today)).toMatchObject({ exitCode: 2, error: { message: expect.any(String) } });
});
