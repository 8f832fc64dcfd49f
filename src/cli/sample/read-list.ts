// Reads the closed list that a sample is drawn from: CSV with a header and at least the columns `id` and `person`.
// A list that is not exactly right is refused: a lost or doubled row would change who is audited.
import { CsvError, parse } from 'csv-parse/sync';
import type { SampledRow } from '#domain/audits';
import { InputError } from '../input/input-error.ts';
import { readTextFile } from '../input/read-text-file.ts';

const maxBytes = 256 * 1024 * 1024;
const maxRecordBytes = 64 * 1024;

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

export async function readList(path: string): Promise<readonly SampledRow[]> {
  const [header, ...records] = parseCsv(path, await readTextFile(path, maxBytes));
  if (!header) throw new InputError({ file: path, line: 1 }, 'the file has no header');
  const [idAt, personAt] = [columnOf(path, header, 'id'), columnOf(path, header, 'person')];
  const seen = new Set<string>();
  return records.map(({ record, info }) => {
    const wrong = (message: string, field?: string) => new InputError({ file: path, line: info.lines, ...(field && { field }) }, message);
    if (record.length !== header.record.length) throw wrong(`the row has ${record.length} fields, the header ${header.record.length}`);
    const [id = '', person = ''] = [record[idAt], record[personAt]];
    if (id.trim() === '') throw wrong('is blank', 'id');
    if (person.trim() === '') throw wrong('is blank', 'person');
    if (seen.has(id)) throw wrong('is given twice', 'id');
    seen.add(id);
    return { id, person };
  });
}

function columnOf(file: string, { record, info }: CsvRecord, column: string): number {
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
