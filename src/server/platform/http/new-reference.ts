// The reference of one request: it stands in its problem document and in the program's log, and nowhere means anything else.
import { randomFillSync } from 'node:crypto';

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The bytes below it fall evenly on the alphabet. */
const evenBelow = 256 - (256 % alphabet.length);

const pool = Buffer.alloc(4_096);
let used = pool.length;

/** Eight letters and digits that are not mistaken for one another, so that it can be read out on the telephone. */
export function newReference(): string {
  let reference = '';
  while (reference.length < 9) {
    if (reference.length === 4) reference += '-';
    reference += alphabet.charAt(nextByte() % alphabet.length);
  }
  return reference;
}

/** From a pool: one call to the system's generator for some hundred references. */
function nextByte(): number {
  for (;;) {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const byte = pool[used++] ?? evenBelow;
    if (byte < evenBelow) return byte;
  }
}
