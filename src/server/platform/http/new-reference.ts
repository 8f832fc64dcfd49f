// The reference of one request: it stands in its problem document and in the program's log, and nowhere means anything else.
import { randomInt } from 'node:crypto';

/** Eight letters and digits that are not mistaken for one another, so that it can be read out on the telephone. */
export function newReference(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
