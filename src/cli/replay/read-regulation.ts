// The regulation that a month is judged by: one that the program has, by its id, or a file that says the whole of one as JSON
// (`mingcha regulations ID --json` writes it). A file that is malformed or contradicts itself judges nothing.
import { extname } from 'node:path';
import { contradictionsIn, parseRegulation, type MalformedRegulationCode, type Regulation } from '#domain/regulations';
import { findRegulation } from '#regulations';
import { InputError } from '../input/input-error.ts';
import { readJsonFile } from '../input/read-json-file.ts';
import { shapeTexts } from '../input/shape-text.ts';

const texts: Readonly<Record<MalformedRegulationCode, string>> = {
  ...shapeTexts,
  'not-a-clause-id': 'must be a clause id such as NW-4.1.1',
};

/** @throws InputError naming the file and the place or clause */
export async function readRegulation(idOrFile: string): Promise<Regulation> {
  if (extname(idOrFile).toLowerCase() === '.json') return readRegulationFile(idOrFile);
  const known = findRegulation(idOrFile);
  if (!known) throw new InputError({ file: '--regulation' }, 'there is no such regulation, and it is no .json file');
  return known;
}

async function readRegulationFile(path: string): Promise<Regulation> {
  const file = await readJsonFile(path);
  const parsed = parseRegulation(file.value);
  if (parsed.kind === 'malformed') throw file.errorAt(parsed.place, texts[parsed.code]);
  const [first, ...more] = contradictionsIn(parsed.regulation);
  if (!first) return parsed.regulation;
  const others = more.length > 0 ? ` (and ${more.length} more like it)` : '';
  throw new InputError({ file: path, field: first.clause }, `the regulation contradicts itself: ${first.what}${others}`);
}
