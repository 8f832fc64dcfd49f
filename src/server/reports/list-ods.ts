// 查詢紀錄單 as a spreadsheet: the same rows as on paper; dates stay in years of the Republic.
import { spreadsheetOds, type SheetLine } from '#documents';
import type { LabelledText, PrintedList } from '#domain/reports';

export function listOds(list: PrintedList): Uint8Array {
  const { organisation, title, marking, footer, columns, rows } = list;
  const sheet = {
    name: '查詢紀錄單',
    columns,
    above: linesAbove(list),
    rows: rows.map((cells) => cells.map((cell) => (typeof cell === 'object' ? `${cell.name}（${cell.code}）` : cell))),
    below: linesBelow(list),
  };
  return spreadsheetOds({ title: `${organisation}${title}`, writtenOn: list.printedOn, marking, footer, sheets: [sheet] });
}

function linesAbove({ organisation, title, marking, period, facts }: PrintedList): SheetLine[] {
  return [
    { look: 'title', text: `${organisation}　${title}` },
    { look: 'marking', text: `${marking}　${period}` },
    { look: 'note', text: facts.map(labelled).join('　　') },
  ];
}

function linesBelow({ rows, emptyNote, totals, signatures, evidence, footer, printed }: PrintedList): SheetLine[] {
  const note = (text: string): SheetLine => ({ look: 'note', text });
  return [
    { look: 'totals', text: rows.length === 0 ? emptyNote : totals },
    note(''),
    { look: 'signatures', text: signatures.map((signer) => `${signer}：`).join('　'.repeat(10)) },
    note(''),
    ...[...evidence.facts.map(labelled), footer, printed].map(note),
  ];
}

function labelled({ label, value }: LabelledText): string {
  return `${label}：${value}`;
}
