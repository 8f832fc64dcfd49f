// How a spreadsheet looks and prints: A4 landscape, hairlines, the column header on every page, marking and page numbers in the margins.
import { namespaces, xmlText } from './ods-package.ts';

/** What offices have installed; elsewhere the reader's own Chinese font stands in. */
const font = '標楷體';
const fontFaces = `<office:font-face-decls><style:font-face style:name="${font}" svg:font-family="${font}"/></office:font-face-decls>`;
/** Where paper gives a column the rest of the line, a sheet needs a width. */
const openColumnMm = 52;

/** @param columns of all sheets, one after the other: `column1`, `column2`, … */
export function contentStyles(columns: readonly { readonly widthMm: number | null }[]): string {
  const widths = columns.map(
    (column, at) =>
      `<style:style style:name="column${at + 1}" style:family="table-column"><style:table-column-properties style:column-width="${column.widthMm ?? openColumnMm}mm"/></style:style>`,
  );
  return (
    `${fontFaces}<office:automatic-styles>${widths.join('')}` +
    '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>' +
    '<style:style style:name="sheet" style:family="table" style:master-page-name="list"><style:table-properties table:display="true"/></style:style>' +
    cellStyles.map(cellStyle).join('') +
    '</office:automatic-styles>'
  );
}

interface CellStyle {
  readonly name: string;
  readonly align: 'start' | 'center' | 'end';
  readonly pointSize: number;
  readonly bold?: true;
  readonly bordered?: true;
  readonly shaded?: true;
}

const cellStyles: readonly CellStyle[] = [
  { name: 'title', align: 'center', pointSize: 16, bold: true },
  { name: 'marking', align: 'center', pointSize: 11 },
  { name: 'note', align: 'start', pointSize: 9 },
  { name: 'totals', align: 'start', pointSize: 10, bold: true },
  { name: 'signatures', align: 'start', pointSize: 12 },
  { name: 'header', align: 'center', pointSize: 10, bold: true, bordered: true, shaded: true },
  { name: 'cell-left', align: 'start', pointSize: 9, bordered: true },
  { name: 'cell-center', align: 'center', pointSize: 9, bordered: true },
  { name: 'cell-right', align: 'end', pointSize: 9, bordered: true },
];

function cellStyle(style: CellStyle): string {
  const border = style.bordered ? ' fo:border="0.5pt solid #555555" fo:padding="0.7mm"' : '';
  const background = style.shaded ? ' fo:background-color="#ebebeb"' : '';
  const weight = style.bold ? ' fo:font-weight="bold" style:font-weight-asian="bold"' : '';
  return (
    `<style:style style:name="${style.name}" style:family="table-cell">` +
    `<style:table-cell-properties style:vertical-align="middle" fo:wrap-option="wrap"${border}${background}/>` +
    `<style:paragraph-properties fo:text-align="${style.align}"/>` +
    `<style:text-properties style:font-name="${font}" style:font-name-asian="${font}" fo:font-size="${style.pointSize}pt" style:font-size-asian="${style.pointSize}pt"${weight}/>` +
    '</style:style>'
  );
}

export function pageStyles({ marking, footer }: { readonly marking: string; readonly footer: string }): string {
  return (
    `<office:document-styles ${namespaces} office:version="1.2">${fontFaces}<office:automatic-styles>` +
    '<style:page-layout style:name="landscape"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm"' +
    ' style:print-orientation="landscape" fo:margin-top="10mm" fo:margin-bottom="10mm" fo:margin-left="12mm" fo:margin-right="12mm"' +
    ' style:table-centering="horizontal"/>' +
    '<style:header-style><style:header-footer-properties fo:min-height="7mm" fo:margin-bottom="2mm"/></style:header-style>' +
    '<style:footer-style><style:header-footer-properties fo:min-height="7mm" fo:margin-top="2mm"/></style:footer-style></style:page-layout>' +
    '</office:automatic-styles><office:master-styles><style:master-page style:name="list" style:page-layout-name="landscape">' +
    `<style:header><style:region-right><text:p>${xmlText(marking)}</text:p></style:region-right></style:header>` +
    `<style:footer><style:region-left><text:p>${xmlText(footer)}</text:p></style:region-left><style:region-center><text:p>` +
    '第 <text:page-number>1</text:page-number> 頁／共 <text:page-count>1</text:page-count> 頁</text:p></style:region-center></style:footer>' +
    '</style:master-page></office:master-styles></office:document-styles>'
  );
}
