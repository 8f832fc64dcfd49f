// 查詢紀錄單 as a spreadsheet (ODF 1.2, the government's editable format): the same rows as on paper. Every text is a cell of
// type string, so that `=1+1` in a case number stays what somebody typed; numbers are numbers, dates stay in years of the Republic.
// Written here and not by odf-kit, which has no print range, no repeated header row and no page style.
import type { PrintedCell, PrintedList, PrintedRow } from '#domain/reports';
import { contentStyles, pageStyles } from './ods-styles.ts';
import { namespaces, packOds, xmlAttribute, xmlText } from './ods-package.ts';

const sheetName = '查詢紀錄單';

export function listOds(list: PrintedList): Uint8Array {
  const { year, month, day } = list.printedOn;
  return packOds({ content: content(list), styles: pageStyles(list), meta: meta(list) }, new Date(year, month - 1, day));
}

function content(list: PrintedList): string {
  const width = list.columns.length;
  const before = [
    wideRow(`${list.organisation}　${list.title}`, 'title', width),
    wideRow(`${list.marking}　${list.period}`, 'marking', width),
    wideRow(list.facts.map(({ label, value }) => `${label}：${value}`).join('　　'), 'note', width),
  ];
  const header = row(list.columns.map((column) => stringCell(column.title, 'header')));
  const rows = list.rows.map((cells) => listRow(cells, list));
  const after = [
    wideRow(list.rows.length === 0 ? list.emptyNote : list.totals, 'totals', width),
    wideRow('', 'note', width),
    wideRow(list.signatures.map((signer) => `${signer}：`).join('　'.repeat(10)), 'signatures', width),
    wideRow('', 'note', width),
    ...[...list.evidence.facts.map(({ label, value }) => `${label}：${value}`), list.footer, list.printed].map((text) =>
      wideRow(text, 'note', width),
    ),
  ];
  const lastRow = before.length + 1 + rows.length + after.length;
  const printRange = `'${sheetName}'.A1:'${sheetName}'.${columnLetter(width)}${lastRow}`;
  const columns = list.columns.map((_, at) => `<table:table-column table:style-name="column${at + 1}"/>`).join('');
  const table =
    `<table:table table:name="${sheetName}" table:style-name="sheet" table:print-ranges="${xmlAttribute(printRange)}">` +
    `${columns}${before.join('')}<table:table-header-rows>${header}</table:table-header-rows>${rows.join('')}${after.join('')}</table:table>`;
  return (
    `<office:document-content ${namespaces} office:version="1.2">${contentStyles(list.columns)}` +
    `<office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`
  );
}

function listRow(cells: PrintedRow, list: PrintedList): string {
  return row(cells.map((cell, at) => listCell(cell, `cell-${list.columns[at]?.align ?? 'left'}`)));
}

function listCell(cell: PrintedCell, style: string): string {
  if (typeof cell === 'number') {
    return `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  }
  return stringCell(typeof cell === 'string' ? cell : `${cell.name}（${cell.code}）`, style);
}

function row(cells: readonly string[]): string {
  return `<table:table-row table:style-name="row">${cells.join('')}</table:table-row>`;
}

function stringCell(text: string, style: string, span = 1): string {
  const spanned = span === 1 ? '' : ` table:number-columns-spanned="${span}" table:number-rows-spanned="1"`;
  return `<table:table-cell table:style-name="${style}"${spanned} office:value-type="string"><text:p>${xmlText(text)}</text:p></table:table-cell>`;
}

/** One text across the whole list. */
function wideRow(text: string, style: string, width: number): string {
  return row([stringCell(text, style, width), `<table:covered-table-cell table:number-columns-repeated="${width - 1}"/>`]);
}

function columnLetter(column: number): string {
  return String.fromCodePoint(64 + column);
}

function meta(list: PrintedList): string {
  const { year, month, day } = list.printedOn;
  const date = [String(year), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
  return (
    `<office:document-meta ${namespaces} office:version="1.2"><office:meta><dc:title>${xmlAttribute(`${list.organisation}${list.title}`)}</dc:title>` +
    `<dc:date>${date}T00:00:00</dc:date><dc:language>zh-TW</dc:language></office:meta></office:document-meta>`
  );
}
