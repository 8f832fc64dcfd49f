// Reads who may audit, and who audited whom last time.
import type { Auditor, PreviousPair } from '#domain/audits';
import { keyed, listOf, ShapeError, text, type Reader } from '#domain/kernel';
import { readJsonFile } from '../input/read-json-file.ts';

const nonBlank: Reader<string> = (value, place) => {
  const given = text(value, place);
  if (given.trim() === '') throw new ShapeError(place, 'blank');
  return given;
};

/** `[{"id":"a-1","person":"p-7"}]` */
export async function readAuditors(path: string): Promise<readonly Auditor[]> {
  return readShape(path, listOf(keyed({ id: nonBlank, person: nonBlank })), (auditors) => {
    const ids = auditors.map(({ id }) => id);
    const repeated = ids.findIndex((id, at) => ids.indexOf(id) < at);
    if (repeated >= 0) throw new ShapeError(`[${repeated}].id`, 'given twice');
  });
}

/** `[{"person":"p-1","auditor":"a-1"}]` */
export async function readPrevious(path: string): Promise<readonly PreviousPair[]> {
  return readShape(path, listOf(keyed({ person: nonBlank, auditor: nonBlank })));
}

async function readShape<T>(path: string, reader: Reader<T>, check: (read: T) => void = () => {}): Promise<T> {
  const file = await readJsonFile(path);
  try {
    const read = reader(file.value, '');
    check(read);
    return read;
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw file.errorAt(error.place, error.code.replaceAll('-', ' '));
  }
}
