import { expect, test } from 'vitest';
import { toListRow } from './list-row.ts';
import { printedList, type PrintingContext } from './printed-list.ts';
import type { ListEntry, ListResult } from './query-list.ts';

const entry = (index: number, result: ListResult): ListEntry => ({
  index,
  atMs: Date.UTC(2026, 9, 31, 15, 59, 59) + index,
  accountId: 'u-1',
  account: 'lin',
  name: '林堃',
  operation: 'insured-history',
  subject: 'M12****789',
  caseNumber: '社助-1',
  reason: '審查',
  result,
});

const context: PrintingContext = {
  organisation: '南投縣政府',
  regulationTitle: '管理規範',
  clause: 'NW-5.2',
  operationName: (code) => (code === 'insured-history' ? '投保歷史' : undefined),
  closedAtMs: Date.UTC(2026, 10, 3, 1),
  closedBy: '王淑芬',
  printedAtMs: Date.UTC(2026, 10, 30, 16, 0, 1),
  printedBy: '陳主任',
  origin: 'log.example',
  closeIndex: 900,
  treeSize: 901,
  rootHash: 'cm9vdA==',
  listDigest: 'ab12',
  receipt: { kind: 'tlog-proof', text: 'proof' },
};

test.each<[ListResult, string]>([
  [{ kind: 'answered', count: 3 }, '查得 3 筆'],
  [{ kind: 'not-found' }, '查無資料'],
  [{ kind: 'refused', refusals: [{ clause: 'NW-4.1.1', code: 'a' }, { clause: 'NW-4.1.1', code: 'b' }, { clause: 'NW-2', code: 'c' }] }, '不得查詢 NW-4.1.1、NW-2'], // prettier-ignore
  [{ kind: 'failed', code: 'provider-timeout' }, '未取得資料（逾時）'],
  [{ kind: 'failed', code: 'something-new' }, '未取得資料（something-new）'],
  [{ kind: 'open' }, '未完成'],
])('a result in words: %o', (result, words) => {
  expect(toListRow(entry(1, result), 1, undefined).result).toBe(words);
});

test('a printed row has a cell for each column, numbers as numbers, the date of Taipei', () => {
  const printed = printedList({ programme: 'p', month: '2026-10', entries: [entry(41, { kind: 'not-found' })] }, context);
  expect(printed.columns.map((column) => column.title)).toEqual(['項次', '帳號', '姓名', '查詢日期', '查詢時間', '作業代號', '被查詢者', '案號', '查詢事由', '結果', '紀錄序號']); // prettier-ignore
  const operation = { name: '投保歷史', code: 'insured-history' };
  expect(printed.rows).toEqual([[1, 'lin', '林堃', '115/10/31', '23:59:59', operation, 'M12****789', '社助-1', '審查', '查無資料', 41]]);
});

test('an operation that the regulation no longer names prints its code', () => {
  const entries = [{ ...entry(1, { kind: 'open' }), operation: 'gone' }];
  expect(printedList({ programme: 'p', month: '2026-10', entries }, context).rows[0]?.[5]).toBe('gone');
});

test('what was left blank says so, so that nobody fills it in on paper', () => {
  const entries = [{ ...entry(1, { kind: 'open' }), caseNumber: '', reason: ' ' }];
  expect(printedList({ programme: 'p', month: '2026-10', entries }, context).rows[0]?.slice(7, 9)).toEqual(['（未填寫）', '（未填寫）']);
});

test('heading, totals and footer say what the office needs', () => {
  const entries = [entry(1, { kind: 'answered', count: 1 }), entry(2, { kind: 'open' })];
  const printed = printedList({ programme: 'p', month: '2026-10', entries }, context);
  expect(printed).toMatchObject({
    marking: '密件',
    organisation: '南投縣政府',
    title: '勞保資料查詢紀錄單',
    period: '中華民國115年10月份（115/10/01 至 115/10/31）',
    totals: '合計 2 筆：查得 1 筆、查無資料 0 筆、不得查詢 0 筆、未取得資料 0 筆、未完成 1 筆。',
    signatures: ['承辦人', '單位主管', '查核人員', '機關首長'],
    footer: '依據：管理規範（NW-5.2）',
    printed: '列印：陳主任　115/12/01 00:00:01',
    printedOn: { year: 2026, month: 12, day: 1 },
  });
  expect(printed.facts.map((fact) => fact.value)).toEqual(['115/11/03 09:00:00　王淑芬', '2 筆', '1 至 2']);
});

test('a month without queries has a list too', () => {
  const printed = printedList({ programme: 'p', month: '2026-10', entries: [] }, context);
  expect(printed.rows).toEqual([]);
  expect(printed.facts.at(-1)?.value).toBe('無');
});
