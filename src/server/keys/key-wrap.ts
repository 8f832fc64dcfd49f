// AES key wrap, RFC 3394, with a 256-bit key. It carries its own integrity check: a wrong key or a changed byte does not unwrap.
import { createCipheriv, createDecipheriv } from 'node:crypto';

/** RFC 3394, 2.2.3.1: the default initial value. */
const INITIAL_VALUE = Buffer.alloc(8, 0xa6);

/** 8 bytes longer than what it wraps. */
export function wrapKey(wrapping: Uint8Array, key: Uint8Array): Buffer {
  return createCipheriv('id-aes256-wrap', wrapping, INITIAL_VALUE).update(key);
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
