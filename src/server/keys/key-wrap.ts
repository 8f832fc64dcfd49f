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
  const wrapped = Buffer.concat(keys.flatMap((key) => [INITIAL_VALUE, key]));
  const cipher = createCipheriv('aes-256-ecb', wrapping, null);
  // A key's A stands in words 0 and 1 of its ten, R[i] in the two from 2 * i. Words, because bytes one by one take eight times as long.
  const words = new Uint32Array(wrapped.buffer.slice(wrapped.byteOffset, wrapped.byteOffset + wrapped.length));
  const blocks = new Uint32Array(4 * keys.length);
  for (let step = 1; step <= 24; step += 1) {
    const r = 2 * (1 + ((step - 1) % 4));
    interleave(words, r, blocks);
    // B = AES(K, A | R[i]); A = B's first half with the step's number in its last byte, R[i] = B's second half.
    separate(wordsOf(cipher.update(blocks)), r, words, step);
  }
  const done = Buffer.from(words.buffer);
  return keys.map((key, place) => ({ key, wrapped: done.subarray(WRAPPED_BYTES * place, WRAPPED_BYTES * (place + 1)) }));
}

const WRAPPED_BYTES = 40;
const WRAPPED_WORDS = 10;
/** Where the number of a step (at most 24) is added: in the last of A's eight bytes, on a machine of either byte order. */
const lastByte = new Uint32Array(new Uint8Array([0, 0, 0, 1]).buffer)[0] ?? 0;

function interleave(words: Uint32Array, r: number, blocks: Uint32Array): void {
  for (let word = 0, at = 0; at < blocks.length; word += WRAPPED_WORDS, at += 4) {
    blocks[at] = words[word] ?? 0;
    blocks[at + 1] = words[word + 1] ?? 0;
    blocks[at + 2] = words[word + r] ?? 0;
    blocks[at + 3] = words[word + r + 1] ?? 0;
  }
}

function separate(b: Uint32Array, r: number, words: Uint32Array, step: number): void {
  for (let word = 0, at = 0; at < b.length; word += WRAPPED_WORDS, at += 4) {
    words[word] = b[at] ?? 0;
    words[word + 1] = (b[at + 1] ?? 0) ^ (step * lastByte);
    words[word + r] = b[at + 2] ?? 0;
    words[word + r + 1] = b[at + 3] ?? 0;
  }
}

function wordsOf(bytes: Buffer): Uint32Array {
  return bytes.byteOffset % 4 === 0
    ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
    : new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
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
