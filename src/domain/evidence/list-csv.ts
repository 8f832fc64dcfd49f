// The list of a pack as a table (NW-4.1.6, NW-5.2): what the printed 查詢紀錄單 shows, and no person queried unless the pack was made with
// them. One spelling for one list, so that whoever has the records can write it again and compare.
import { formatRocDateTime } from '#domain/kernel';
import type { RecordedQuery } from '#domain/records';
import { queryList, toListRow } from '#domain/reports';
import type { About, CodeName } from './about.ts';

const columns = ['項次', '紀錄序號', '查詢日期', '查詢時間', '帳號', '姓名', '單位', '作業代號', '作業', '目的代號', '查詢目的', '結果'];
const subjectColumns = ['被查詢者', '案號', '查詢事由'];
const byteOrderMark = '\uFEFF'; // office programs read Chinese by it

export function listHeader({ subjects }: Pick<About, 'subjects'>): string {
  return byteOrderMark + csvLine(subjects ? [...columns, ...subjectColumns] : columns);
}

/** @param row from 1 */
export function listLine(query: RecordedQuery, row: number, { operations, purposes, subjects }: About): string {
  const [entry] = queryList('', '', [query]).entries;
  if (!entry) throw new Error('one query makes one entry');
  const { login, name, unit } = query.actor;
  const { operation, purpose } = query.query;
  const shown = toListRow(entry, row, nameOf(operations, operation));
  const [date = '', time = ''] = formatRocDateTime(entry.atMs).split(' ');
  const cells = [String(row), String(entry.index), date, time, login, name, unit, operation, shown.operation, purpose];
  const about = subjects ? [shown.condition, shown.caseNumber, shown.reason] : [];
  return csvLine([...cells, nameOf(purposes, purpose) ?? purpose, shown.result, ...about]);
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Nothing that a spreadsheet would calculate, nothing that can't be seen (a newline would look like another row). */
function csvCell(text: string): string {
  const visible = text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => `〔U+${hexOf(character)}〕`);
  const inert = /^[=+\-@]/.test(visible) ? `'${visible}` : visible;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function nameOf(names: readonly CodeName[], code: string): string | undefined {
  return names.find((each) => each.code === code)?.name;
}
