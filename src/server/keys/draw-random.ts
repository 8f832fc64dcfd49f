// Randomness from a pool: one call to the system's generator for many small draws (a record draws nine).
// Every byte is handed out once: a used-up pool is left to whoever holds parts of it, and a new one is filled.
import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 8_192;

let pool = Buffer.alloc(0);
let used = 0;

/** @param length at most 64: larger draws have no use for a pool */
export function drawRandom(length: number): Buffer {
  if (length < 1 || length > 64) throw new RangeError('draws 1 to 64 bytes');
  if (used + length > pool.length) {
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL_BYTES));
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}
