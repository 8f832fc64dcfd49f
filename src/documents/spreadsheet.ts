// Tables as a spreadsheet (ODF 1.2, the government's editable format). Every text is a cell of type string, so that `=1+1` in a case
// number stays what somebody typed; numbers are numbers. Written here and not by odf-kit, which has no print range, no repeated
// header row and no page style.
import { isoDate, type CalendarDay } from '#domain/kernel';
import { namespaces, packOds, xmlAttribute, xmlText } from './ods-package.ts';
import { contentStyles, pageStyles } from './ods-styles.ts';

export interface Spreadsheet {
  readonly title: string;
  /** For the document's own date. */
  readonly writtenOn: CalendarDay;
  /** In the margin of every page; may be blank. */
  readonly marking: string;
  readonly footer: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly above: readonly SheetLine[];
  /** One cell per column. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly below: readonly SheetLine[];
}

export interface SheetColumn {
  readonly title: string;
  /** null: a wide one. */
  readonly widthMm: number | null;
  readonly align: 'left' | 'center' | 'right';
}

/** One text across the whole sheet. */
export interface SheetLine {
  readonly look: 'title' | 'marking' | 'note' | 'totals' | 'signatures';
  readonly text: string;
}

export function spreadsheetOds(book: Spreadsheet): Uint8Array {
  const { year, month, day } = book.writtenOn;
  return packOds({ content: content(book), styles: pageStyles(book), meta: meta(book) }, new Date(year, month - 1, day));
}

function content({ sheets }: Spreadsheet): string {
  let columnsBefore = 0;
  const tables = sheets.map((sheet) => {
    const written = table(sheet, columnsBefore);
    columnsBefore += sheet.columns.length;
    return written;
  });
  return (
    `<office:document-content ${namespaces} office:version="1.2">${contentStyles(sheets.flatMap(({ columns }) => columns))}` +
    `<office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`
  );
}

function table({ name, columns, above, rows, below }: Sheet, columnsBefore: number): string {
  const width = columns.length;
  const header = row(columns.map(({ title }) => stringCell(title, 'header')));
  const body = rows.map((cells) => row(cells.map((cell, at) => listCell(cell, `cell-${columns[at]?.align ?? 'left'}`))));
  const [before, after] = [above, below].map((lines) => lines.map(({ look, text }) => wideRow(text, look, width)).join(''));
  const lastRow = above.length + 1 + rows.length + below.length;
  const printRange = `'${name}'.A1:'${name}'.${columnLetter(width)}${lastRow}`;
  const widths = columns.map((_, at) => `<table:table-column table:style-name="column${columnsBefore + at + 1}"/>`).join('');
  return (
    `<table:table table:name="${xmlAttribute(name)}" table:style-name="sheet" table:print-ranges="${xmlAttribute(printRange)}">` +
    `${widths}${before}<table:table-header-rows>${header}</table:table-header-rows>${body.join('')}${after}</table:table>`
  );
}

function listCell(cell: string | number, style: string): string {
  if (typeof cell === 'string') return stringCell(cell, style);
  return `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
}

function row(cells: readonly string[]): string {
  return `<table:table-row table:style-name="row">${cells.join('')}</table:table-row>`;
}

function stringCell(text: string, style: string, span = 1): string {
  const spanned = span === 1 ? '' : ` table:number-columns-spanned="${span}" table:number-rows-spanned="1"`;
  return `<table:table-cell table:style-name="${style}"${spanned} office:value-type="string"><text:p>${xmlText(text)}</text:p></table:table-cell>`;
}

function wideRow(text: string, style: string, width: number): string {
  return row([stringCell(text, style, width), `<table:covered-table-cell table:number-columns-repeated="${width - 1}"/>`]);
}

function columnLetter(column: number): string {
  return String.fromCodePoint(64 + column);
}

function meta({ title, writtenOn }: Spreadsheet): string {
  return (
    `<office:document-meta ${namespaces} office:version="1.2"><office:meta><dc:title>${xmlAttribute(title)}</dc:title>` +
    `<dc:date>${isoDate(writtenOn)}T00:00:00</dc:date><dc:language>zh-TW</dc:language></office:meta></office:document-meta>`
  );
}
