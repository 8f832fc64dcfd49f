// Reading a compartment back: what the log holds was written by an earlier version of this program, so nothing is assumed.
import type { JsonObject, JsonValue } from '#domain/kernel';

export class MalformedRecord extends Error {
  override readonly name = 'MalformedRecord';

  constructor(field: string) {
    super(`the record's field "${field}" is missing or of another type`);
  }
}

export function field(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

export function text(object: JsonObject, name: string): string {
  const value = field(object, name);
  if (typeof value !== 'string') throw new MalformedRecord(name);
  return value;
}

export function count(object: JsonObject, name: string): number {
  const value = field(object, name);
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new MalformedRecord(name);
  return value;
}

export function list<T>(object: JsonObject, name: string, read: (item: JsonValue) => T): T[] {
  const value = field(object, name);
  if (!Array.isArray(value)) throw new MalformedRecord(name);
  return value.map(read);
}

export function object(value: JsonValue | undefined, name: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new MalformedRecord(name);
  return value as JsonObject; // narrowed above: JsonValue without arrays, null and scalars
}
