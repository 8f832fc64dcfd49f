// Reads a JSON value into a typed one, strictly: an unknown key, a missing key or a value of another form ends the reading,
// and names its place. Readers are put together like the shape they read.
import { parseIsoDate, type IsoDate } from './iso-date.ts';

export type ShapeCode =
  | 'missing-key'
  | 'unknown-key'
  | 'not-an-object'
  | 'not-a-list'
  | 'not-a-text'
  | 'not-true-or-false'
  | 'not-a-date'
  | 'not-a-number'
  | 'unknown-value'
  | 'too-long';

/** Thrown by readers and caught at the door of whoever reads: a shape error is an answer to the caller, not a fault. */
export class ShapeError<Code extends string = ShapeCode> extends Error {
  override readonly name = 'ShapeError';
  /** `actor.grant.from`, `query.fields[1]`; '' is the whole value. */
  readonly place: string;
  readonly code: Code;

  constructor(place: string, code: Code) {
    super(`${place}: ${code}`);
    this.place = place;
    this.code = code;
  }
}

export type Reader<T> = (value: unknown, place: string) => T;
type Readers = Readonly<Record<string, Reader<unknown>>>;
type Read<R extends Readers> = { readonly [K in keyof R]: R[K] extends Reader<infer T> ? T : never };
type ReadIfGiven<R extends Readers> = { readonly [K in keyof R]: Read<R>[K] | undefined };

const maxTextLength = 4096;
const maxListLength = 100_000;

export function text(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new ShapeError(place, 'not-a-text');
  if (value.length > maxTextLength) throw new ShapeError(place, 'too-long');
  return value;
}

export function trueOrFalse(value: unknown, place: string): boolean {
  if (typeof value !== 'boolean') throw new ShapeError(place, 'not-true-or-false');
  return value;
}

/** A whole number from 0. */
export function count(value: unknown, place: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new ShapeError(place, 'not-a-number');
  return value as number; // a safe integer is one
}

export function date(value: unknown, place: string): IsoDate {
  const day = parseIsoDate(text(value, place));
  if (day === undefined) throw new ShapeError(place, 'not-a-date');
  return day;
}

export function oneOf<const T extends string>(...values: readonly T[]): Reader<T> {
  return (value, place) => {
    const known = values.find((each) => each === text(value, place));
    if (known === undefined) throw new ShapeError(place, 'unknown-value');
    return known;
  };
}

export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value, place) => (value === null ? null : reader(value, place));
}

export function listOf<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) throw new ShapeError(place, 'not-a-list');
    if (value.length > maxListLength) throw new ShapeError(place, 'too-long');
    return value.map((item: unknown, at) => reader(item, `${place}[${at}]`));
  };
}

/** Every key of `required`, any of `optional`, no other. */
export function keyed<R extends Readers, O extends Readers = {}>(required: R, optional?: O): Reader<Read<R> & ReadIfGiven<O>> {
  const readers = new Map<string, Reader<unknown>>(Object.entries({ ...required, ...optional }));
  return (value, place) => {
    const given = entriesOf(value, place);
    for (const key of given.keys()) if (!readers.has(key)) throw new ShapeError(inside(place, key), 'unknown-key');
    const read: [string, unknown][] = [];
    for (const [key, reader] of readers) {
      if (given.has(key)) read.push([key, reader(given.get(key), inside(place, key))]);
      else if (Object.hasOwn(required, key)) throw new ShapeError(inside(place, key), 'missing-key');
    }
    return Object.fromEntries(read) as Read<R> & ReadIfGiven<O>; // each key was read by its own reader
  };
}

/** One key of an object, read ahead of the rest, where the rest depends on it. */
export function keyOf<T>(value: unknown, place: string, key: string, reader: Reader<T>): T {
  const given = entriesOf(value, place);
  if (!given.has(key)) throw new ShapeError(inside(place, key), 'missing-key');
  return reader(given.get(key), inside(place, key));
}

function entriesOf(value: unknown, place: string): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ShapeError(place, 'not-an-object');
  return new Map(Object.entries(value));
}

function inside(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`;
}
