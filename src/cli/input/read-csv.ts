// Reads a CSV file with a header by the names of its columns. Other columns may stand beside those asked for; a row that doesn't
// fit the header is refused with its line, since a shifted field would be read as another.
import { CsvError, parse } from 'csv-parse/sync';
import { InputError } from './input-error.ts';
import { readTextFile } from './read-text-file.ts';

const maxRecordBytes = 64 * 1024;

export interface CsvRow<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

export async function readCsv<const Column extends string>(
  path: string,
  columns: readonly Column[],
  maxBytes: number,
): Promise<readonly CsvRow<Column>[]> {
  const [header, ...records] = parseCsv(path, await readTextFile(path, maxBytes));
  if (!header) throw new InputError({ file: path, line: 1 }, 'the file has no header');
  const places = columns.map((column) => [column, placeOf(path, header, column)] as const);
  return records.map(({ record, info: { lines: line } }) => {
    if (record.length !== header.record.length)
      throw new InputError({ file: path, line }, `the row has ${record.length} fields, the header ${header.record.length}`);
    const cells = Object.fromEntries(places.map(([column, place]) => [column, record[place] ?? '']));
    return { line, cells: cells as Record<Column, string> }; // each column was put in
  });
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function placeOf(file: string, { record, info }: CsvRecord, column: string): number {
  const places = [...record.keys()].filter((at) => record[at] === column);
  const [place] = places;
  if (place === undefined) throw new InputError({ file, line: info.lines, field: column }, 'the column is missing');
  if (places.length > 1) throw new InputError({ file, line: info.lines, field: column }, 'the column is there twice');
  return place;
}

/** Empty lines are skipped; rows of any length come through, to be judged with their line. */
function parseCsv(file: string, text: string): readonly CsvRecord[] {
  try {
    return parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: maxRecordBytes,
      record_delimiter: ['\r\n', '\n', '\r'], // named, since a guess from the first line would leave the others' in the fields
    }) as unknown as CsvRecord[]; // `info` makes them so
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
    throw new InputError({ file, ...(line !== undefined && { line }) }, csvText(error.code));
  }
}

function csvText(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote never closes';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'the row is too long';
  return `the row is no CSV (${code})`;
}
