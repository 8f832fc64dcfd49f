// The readers that every part of a regulation is put together from: clause ids, wordings, parts, codes and the source of a value.
import { keyed, keyOf, listOf, oneOf, ShapeError, text, type Reader } from '#domain/kernel';
import { isClauseId, type ClauseId } from './clause-id.ts';
import { programParts, type ProgramPart } from './program-part.ts';
import { recordClasses } from './record-class.ts';
import { roles } from './role.ts';
import type { Wording } from './wording.ts';

export type NotAClauseId = 'not-a-clause-id';

export const clauseId: Reader<ClauseId> = (value, place) => {
  const id = text(value, place);
  if (!isClauseId(id)) throw new ShapeError<NotAClauseId>(place, 'not-a-clause-id');
  return id;
};

export const wording: Reader<Wording> = keyed({ zh: text, en: text });
export const codes = listOf(text);
export const role = oneOf(...roles);
export const recordClass = oneOf(...recordClasses);
export const programPart = oneOf(...(Object.keys(programParts) as ProgramPart[])); // a table of nothing else

type Shape = Readonly<Record<string, Reader<unknown>>>;
type Shapes = Readonly<Record<string, Shape>>;
type Variant<Key extends string, S extends Shapes> = {
  [Name in keyof S & string]: { readonly [K in Key]: Name } & { readonly [K in keyof S[Name]]: ReturnType<S[Name][K]> };
}[keyof S & string];

/** An object that is of one of several shapes, told apart by the key that holds the shape's name. */
export function variants<const Key extends string, S extends Shapes>(key: Key, shapes: S): Reader<Variant<Key, S>> {
  const readers = new Map(Object.entries(shapes).map(([name, shape]) => [name, keyed({ [key]: oneOf(name), ...shape })]));
  const known = oneOf(...readers.keys());
  return (value, place) => {
    const reader = readers.get(keyOf(value, place, key, known));
    return reader?.(value, place) as Variant<Key, S>; // `known` lets no other name through, and the name's own reader read it
  };
}

/** A rule whose value the text gives, or that we give with the reason for it. */
export function sourced<S extends Shape>(shape: S): Reader<Variant<'source', { text: S; default: S & { reason: typeof wording } }>> {
  return variants('source', { text: shape, default: { ...shape, reason: wording } });
}
