// Reads the closed list that a sample is drawn from: CSV with a header and at least the columns `id` and `person`.
// A list that is not exactly right is refused: a lost or doubled row would change who is audited.
import type { SampledRow } from '#domain/audits';
import { InputError } from '../input/input-error.ts';
import { readCsv } from '../input/read-csv.ts';

const maxBytes = 256 * 1024 * 1024;

export async function readList(path: string): Promise<readonly SampledRow[]> {
  const seen = new Set<string>();
  return (await readCsv(path, ['id', 'person'], maxBytes)).map(({ line, cells: { id, person } }) => {
    const wrong = (message: string, field: string) => new InputError({ file: path, line, field }, message);
    if (id.trim() === '') throw wrong('is blank', 'id');
    if (person.trim() === '') throw wrong('is blank', 'person');
    if (seen.has(id)) throw wrong('is given twice', 'id');
    seen.add(id);
    return { id, person };
  });
}
