// AES key wrap, RFC 3394, with a 256-bit key. It carries its own integrity check: a wrong key or a changed byte does not unwrap.
import { createCipheriv, createDecipheriv } from 'node:crypto';

/** RFC 3394, 2.2.3.1: the default initial value. */
const INITIAL_VALUE = Buffer.alloc(8, 0xa6);

export interface WrappedKey {
  readonly key: Buffer;
  /** 8 bytes longer. */
  readonly wrapped: Buffer;
}

/** 8 bytes longer than what it wraps. */
export function wrapKey(wrapping: Uint8Array, key: Uint8Array): Buffer {
  return createCipheriv('id-aes256-wrap', wrapping, INITIAL_VALUE).update(key);
}

/**
 * The same of many 256-bit keys, side by side: the algorithm of RFC 3394, 2.2.1 in its index-based form, a step of every key at a time.
 * The 24 steps of one key must follow one another, but AES takes the blocks of a hundred keys in one call.
 */
export function wrapKeys(wrapping: Uint8Array, keys: readonly Buffer[]): WrappedKey[] {
  const made = keys.map((key) => ({ key, wrapped: Buffer.concat([INITIAL_VALUE, key]) }));
  const blocks = Buffer.alloc(16 * keys.length);
  const cipher = createCipheriv('aes-256-ecb', wrapping, null);
  for (let step = 1; step <= 24; step += 1) {
    // A stands in the first 8 bytes, R[i] in those from 8 * i; B = AES(K, A | R[i]).
    const r = 8 * (1 + ((step - 1) % 4));
    made.forEach(({ wrapped }, place) => {
      copy8(wrapped, 0, blocks, 16 * place);
      copy8(wrapped, r, blocks, 16 * place + 8);
    });
    const b = cipher.update(blocks);
    made.forEach(({ wrapped }, place) => {
      copy8(b, 16 * place, wrapped, 0);
      copy8(b, 16 * place + 8, wrapped, r);
      wrapped[7] = (wrapped[7] ?? 0) ^ step;
    });
  }
  return made;
}

/** Of so few bytes Buffer.copy is three times as slow. */
function copy8(from: Uint8Array, at: number, to: Uint8Array, place: number): void {
  for (let byte = 0; byte < 8; byte += 1) to[place + byte] = from[at + byte] ?? 0;
}

/** undefined: it was not wrapped under this key, or was changed. */
export function unwrapKey(wrapping: Uint8Array, wrapped: Uint8Array): Buffer | undefined {
  if (wrapped.length < 24 || wrapped.length % 8 !== 0) return undefined;
  try {
    return createDecipheriv('id-aes256-wrap', wrapping, INITIAL_VALUE).update(wrapped);
  } catch {
    return undefined;
  }
}
