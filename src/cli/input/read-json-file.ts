// Reads a JSON file strictly (a key given twice is an error) and says on which line a place of it is wrong.
import { FormatError, parseJsonStrict, type JsonValue } from '#domain/kernel';
import { InputError } from './input-error.ts';
import { lineOfPlace } from './line-of-place.ts';
import { readTextFile } from './read-text-file.ts';

const maxBytes = 4 * 1024 * 1024;

export interface JsonFile {
  readonly value: JsonValue;
  /** The error for a place such as `actor.grant.from`; '' is the whole value. */
  readonly errorAt: (place: string, message: string) => InputError;
}

export async function readJsonFile(path: string): Promise<JsonFile> {
  const json = await readTextFile(path, maxBytes);
  return { value: parse(path, json), errorAt: (place, message) => new InputError(placeIn(path, json, place), message) };
}

function parse(path: string, json: string): JsonValue {
  try {
    return parseJsonStrict(json);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new InputError({ file: path, ...(error.position && { line: error.position.line }) }, error.message);
  }
}

/** A key of the file is shown as a place: without control characters, and cut. */
function placeIn(file: string, json: string, place: string): { file: string; line: number; field?: string } {
  const field = place.replaceAll(/\p{Cc}/gu, '?').slice(0, 120);
  return { file, line: lineOfPlace(json, place), ...(field !== '' && { field }) };
}
