import { expect, test } from 'vitest';
import { households as texts } from '../../texts/zh-TW.households.ts';
import { isUnderWay, isUploaded, nameOfImport, wordsOfRefusal, wordsOfRow, writtenBytes } from './import-words.ts';

test('an import is called by its data and its month of the Republic', () => {
  expect(nameOfImport({ kind: 'disability', period: '2026-10' }, texts)).toBe('身心障礙名冊 115年10月');
});

test('a refusal names its place, and never more than the place', () => {
  expect(wordsOfRefusal({ code: 'quote-unclosed', clause: 'NV-4.1.1', row: 1_203 }, texts)).toBe('CSV 的引號沒有結束（第 1,203 筆）');
  expect(wordsOfRefusal({ code: 'manifest-malformed', clause: 'NV-4.1.1', field: 'rows', fieldCode: 'missing' }, texts)).toBe(
    '清單檔的內容有誤（欄位「rows」）',
  );
  expect(wordsOfRefusal({ code: 'toString', clause: 'NV-4.1.1', field: '' }, texts)).toBe(texts.refusedOther);
  expect(wordsOfRow('constructor', texts)).toBe(texts.rowOther);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1 kB'],
  [83_250_000, '83.3 MB'],
  [4_294_967_296, '4.3 GB'],
])('%s bytes are %s', (bytes, words) => expect(writtenBytes(bytes)).toBe(words));

test('an import is under way until it serves, was replaced, refused or given up', () => {
  const states = ['waiting', 'loading', 'ready', 'serving', 'superseded', 'dry-run', 'refused', 'failed'] as const;
  expect(states.filter((state) => isUnderWay({ state }))).toEqual(['waiting', 'loading', 'ready', 'dry-run']);
});

test('a file is all there when it is longer than the CSV in it', () => {
  expect([null, 0, 100, 101].map((uploadedBytes) => isUploaded({ uploadedBytes, bytes: 100 }))).toEqual([false, false, false, true]);
});
