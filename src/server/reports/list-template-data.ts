// A printed list as query-list.typ reads it: every text made printable and fitted to its column, the receipt drawn as its QR code.
// Widths stand here and not in the template, because a text has to be fitted before it is set.
import type { PrintedCell, PrintedColumn, PrintedList } from '#domain/reports';
import type { FontMetrics } from './font-metrics.ts';
import { printableCell, printableText } from './printable-text.ts';
import { receiptQr } from './receipt-qr.ts';

/** A4 landscape between margins of 12 mm. */
const tableWidthMm = 273;
const cellInsetMm = 1.2;
const typeSizeMm = 3;

export function listTemplateData(list: PrintedList, font: FontMetrics): object {
  const plain = (text: string) => printableText(text, font);
  const labelled = ({ label, value }: { label: string; value: string }) => ({ label: plain(label), value: plain(value) });
  const widthsMm = columnWidthsMm(list.columns);
  const widthsEm = widthsMm.map((width) => (width - 2 * cellInsetMm) / typeSizeMm);
  const { receipt, receiptCaption, ...evidence } = list.evidence;
  const qr = receiptQr(receipt);
  return {
    ...list,
    organisation: plain(list.organisation),
    title: plain(list.title),
    facts: list.facts.map(labelled),
    typeSizeMm,
    cellInsetMm,
    columns: list.columns.map((column, at) => ({ title: column.title, align: column.align, widthMm: widthsMm[at] })),
    rows: list.rows.map((row) => row.map((cell, at) => templateCell(cell, widthsEm[at] ?? 0, font))),
    evidence: {
      ...evidence,
      facts: list.evidence.facts.map(labelled),
      qr: qr ? { ...qr, alt: `QR：${receiptCaption}`, caption: receiptCaption } : null,
    },
    footer: plain(list.footer),
    printed: plain(list.printed),
  };
}

function columnWidthsMm(columns: readonly PrintedColumn[]): number[] {
  const fixed = columns.reduce((sum, column) => sum + (column.widthMm ?? 0), 0);
  const sharing = columns.filter((column) => column.widthMm === null).length;
  return columns.map((column) => column.widthMm ?? (tableWidthMm - fixed) / sharing);
}

function templateCell(cell: PrintedCell, widthEm: number, font: FontMetrics): { text: string; code: string } {
  if (typeof cell === 'number') return { text: String(cell), code: '' };
  if (typeof cell === 'string') return { text: printableCell(cell, widthEm, font), code: '' };
  return { text: printableCell(cell.name, widthEm, font), code: printableText(cell.code, font) };
}
