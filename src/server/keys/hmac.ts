// HMAC-SHA-256 (RFC 2104, FIPS 198-1) under one key, many times: two one-shot hashes over pads that are made once. `createHmac` makes
// an object and a buffer per call, which cost three times as much as the hashing.
import { createHash, hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
/** Longer texts get a buffer of their own. */
const ROOM_BYTES = 1_024;

export class HmacSha256 {
  readonly #inner = Buffer.alloc(BLOCK_BYTES + ROOM_BYTES, 0x36);
  readonly #outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES, 0x5c);

  constructor(key: Uint8Array) {
    const block = key.length > BLOCK_BYTES ? createHash('sha256').update(key).digest() : key;
    for (const [at, byte] of block.entries()) {
      this.#inner[at] = byte ^ 0x36;
      this.#outer[at] = byte ^ 0x5c;
    }
  }

  /** Of the text's UTF-8. */
  digest(text: string): Buffer {
    return Buffer.from(this.digestLatin1(text), 'latin1');
  }

  /** The same 32 bytes as the characters U+0000 to U+00FF of a string: no buffer is made. */
  digestLatin1(text: string): string {
    this.#outer.write(hash('sha256', this.#filled(text), 'latin1'), BLOCK_BYTES, 'latin1');
    return hash('sha256', this.#outer, 'latin1');
  }

  #filled(text: string): Buffer {
    if (3 * text.length > ROOM_BYTES) return Buffer.concat([this.#inner.subarray(0, BLOCK_BYTES), Buffer.from(text)]);
    return this.#inner.subarray(0, BLOCK_BYTES + this.#inner.write(text, BLOCK_BYTES));
  }
}
