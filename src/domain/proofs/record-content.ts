// What a record says, held against its leaf: the leaf commits to each compartment's salted text, so a text that fits was logged as it is.
import { concatBytes, equalBytes, utf8, type JsonObject, type JsonValue } from '#domain/kernel';
import { commitmentOf, type CompartmentLetter, type Leaf, type Sha256 } from '#domain/ledger';
import type { Opening } from '#domain/evidence';

/** By compartment: A what was done, B who, C about whom. One that was not shown is undefined. */
export type OpenedContent = Readonly<Record<CompartmentLetter, JsonObject | undefined>>;

const commitmentKeys = { A: 'a', B: 'b', C: 'c' } as const satisfies Record<CompartmentLetter, keyof Leaf['commitments']>;

/** The letter of the first compartment that the leaf doesn't commit to, or what they say. */
export function parseContent(openings: readonly Opening[], leaf: Leaf, sha256: Sha256): OpenedContent | CompartmentLetter {
  const wrong = openings.find(
    ({ letter, salt, text }) =>
      !equalBytes(commitmentOf(letter, concatBytes(salt, utf8(text)), sha256), leaf.commitments[commitmentKeys[letter]]),
  );
  if (wrong) return wrong.letter;
  const valueOf = (wanted: CompartmentLetter): JsonObject | undefined => {
    const opening = openings.find(({ letter }) => letter === wanted);
    return opening && parseObject(opening.text);
  };
  return { A: valueOf('A'), B: valueOf('B'), C: valueOf('C') };
}

/** Whoever wrote the leaf wrote it: what is no JSON object then was logged as none. */
function parseObject(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as JsonValue; // JSON has no other values
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined; // neither array nor null
  } catch {
    return undefined;
  }
}
