// The audit sample of a closed list: uniform, without replacement, and fixed by the seed and the set of ids alone, so that anyone
// can draw it again. Each id gets the number HMAC-SHA-256(seed, id); the smallest numbers are drawn. Hence the order of rows
// changes nothing, and a larger draw keeps the rows of a smaller one.
import { toHex, utf8 } from '#domain/kernel';
import { compareIds } from './compare-ids.ts';

export type HmacSha256 = (key: Uint8Array, message: Uint8Array) => Uint8Array;

export interface Draw {
  /** No id twice. */
  readonly ids: readonly string[];
  readonly seed: Uint8Array;
  /** How many, up to the number of ids. */
  readonly draw: number;
  readonly hmacSha256: HmacSha256;
}

/** The ids drawn, in the order of ids. */
export function drawSample({ ids, seed, draw, hmacSha256 }: Draw): string[] {
  if (!Number.isInteger(draw) || draw < 0 || draw > ids.length) throw new RangeError('a draw is between nothing and the whole list');
  const numbered = ids.map((id): Numbered => ({ id, number: toHex(hmacSha256(seed, utf8(id))) }));
  numbered.sort(byNumberThenId);
  return numbered
    .slice(0, draw)
    .map(({ id }) => id)
    .toSorted(compareIds);
}

interface Numbered {
  readonly id: string;
  /** In hexadecimal, where JavaScript's own order is that of the bytes. */
  readonly number: string;
}

function byNumberThenId(one: Numbered, other: Numbered): number {
  if (one.number === other.number) return compareIds(one.id, other.id);
  return one.number < other.number ? -1 : 1;
}
