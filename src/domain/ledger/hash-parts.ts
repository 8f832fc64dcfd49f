// SHA-256 over parts, one after the other. They are put together in one buffer that every call uses again: hashing is synchronous,
// and a new buffer for every leaf costs more than its hash.
import type { Sha256 } from './hashing.ts';

const joined = new Uint8Array(2_048);

export function hashParts(sha256: Sha256, ...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = length <= joined.length ? joined.subarray(0, length) : new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return sha256(whole);
}
