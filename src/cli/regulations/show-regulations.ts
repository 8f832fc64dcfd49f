// mingcha regulations: which regulations the program enforces; of one, every rule with its clause and what answers it.
import { writeFile } from 'node:fs/promises';
import { spreadsheetOds } from '#documents';
import { regulationSummary, regulationView, type RegulationSummary, type RegulationView } from '#domain/compliance';
import { formatRocDate, type IsoDate, type JsonValue } from '#domain/kernel';
import { findRegulation, regulations } from '#regulations';
import { exitCodes } from '../exit-codes.ts';
import { InputError, withInputErrors } from '../input/input-error.ts';
import type { FileResult } from '../print-file-result.ts';
import { regulationTables, type TextTable } from './regulation-tables.ts';

const wideColumnMm = 70;
const shortColumnMm = 26;

/** JSON is the list of summaries, or the whole regulation as it is written, to be changed and judged by (`mingcha replay`). */
export async function showRegulations(id: string | undefined, ods: string | undefined, today: IsoDate): Promise<FileResult> {
  return withInputErrors(async () => {
    if (id === undefined) {
      if (ods !== undefined) throw new InputError({ file: '--ods' }, 'goes with the id of one regulation');
      const summaries = regulations.map((regulation) => regulationSummary(regulation, today));
      return { exitCode: exitCodes.done, output: summaries.map(asJson), text: summaries.map(summaryLine).join('\n') };
    }
    const regulation = findRegulation(id);
    if (!regulation) throw new InputError({ file: id }, `there is no such regulation: ${regulations.map((each) => each.id).join(', ')}`);
    const view = regulationView(regulation, today);
    if (ods !== undefined) await writeFile(ods, asSpreadsheet(view, today));
    return { exitCode: exitCodes.done, output: asJson(regulation), text: asText(view) };
  });
}

/** Readonly data of strings, numbers and null: JSON as it stands. */
function asJson(value: object): JsonValue {
  return value as JsonValue;
}

function summaryLine({ id, title, inForce, counts }: RegulationSummary): string {
  const states = `${counts.works} works, ${counts.partly} partly, ${counts['by-hand']} by hand`;
  return `${id.padEnd(20)}  ${inForce ? 'in force    ' : 'not in force'}  ${states.padEnd(36)}  ${title}`;
}

function asText(view: RegulationView): string {
  return [...headLines(view), ...regulationTables(view).flatMap((table) => ['', `【${table.name}】`, ...tableLines(table)])].join('\n');
}

function headLines({ title, issuedBy, issuedOn, ceasedOn, provider }: RegulationView): string[] {
  const days = [issuedOn && `自 ${rocDate(issuedOn)} 起適用`, ceasedOn && `${rocDate(ceasedOn)} 起停止適用`].filter(Boolean);
  return [title, issuedBy, ...days, `資料提供機關：${provider}`].filter((line): line is string => Boolean(line));
}

/** Short cells in columns; sentences below them, each on its own line. */
function tableLines({ columns, rows, shortColumns }: TextTable): string[] {
  const widths = columns.slice(0, shortColumns).map((_, at) => Math.max(...rows.map((row) => columnsOf(row[at] ?? ''))));
  return rows.flatMap((row) => [
    row
      .slice(0, shortColumns + 1)
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - columnsOf(cell))))
      .join('  '),
    ...row.flatMap((cell, at) => (at > shortColumns && cell !== '' ? [`    ${columns[at]}：${cell}`] : [])),
  ]);
}

/** Chinese characters are two columns wide on a terminal. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2fff' ? 2 : 1), 0);
}

function asSpreadsheet(view: RegulationView, today: IsoDate): Uint8Array {
  const [title = '', ...facts] = headLines(view);
  const sheets = regulationTables(view).map(({ name, columns, rows, shortColumns }) => ({
    name,
    columns: columns.map((column, at) => ({
      title: column,
      widthMm: at < shortColumns ? shortColumnMm : wideColumnMm,
      align: 'left' as const,
    })),
    above: [
      { look: 'title' as const, text: title },
      { look: 'note' as const, text: facts.join('　　') },
    ],
    rows,
    below: [],
  }));
  return spreadsheetOds({ title, writtenOn: Temporal.PlainDate.from(today), marking: '', footer: view.id, sheets });
}

function rocDate(date: IsoDate): string {
  return formatRocDate(Temporal.PlainDate.from(date));
}
