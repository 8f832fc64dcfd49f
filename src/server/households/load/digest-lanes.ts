// The same digests as person-digests.ts makes one by one (HMAC-SHA-256, its first 16 bytes), four at a time and without a text or buffer for
// each: they are written where they belong as soon as four have come together. The tests hold the two to one answer.
import { digestLength } from '#domain/verification';
import { HmacSha256 } from '#server/keys';
import { lanes, openSha256Lanes, type Sha256Lanes } from './sha256-lanes.ts';

const BLOCK_BYTES = 64;
const STATE_WORDS = 8;
/** What a block has room for beside the mark of its end and the length. */
const LONGEST_TEXT_BYTES = BLOCK_BYTES - 1 - 8;
const DIGEST_WORDS = digestLength / 4;

/** FIPS 180-4, section 5.3.3. */
const initialState = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

export class DigestLanes {
  readonly #sha: Sha256Lanes = openSha256Lanes();
  readonly #one: HmacSha256;
  readonly #inner: Int32Array;
  readonly #outer: Int32Array;
  readonly #views: DataView[] = [];
  readonly #places: number[] = [];

  /** @param key of at most 64 bytes */
  constructor(key: Uint8Array) {
    this.#one = new HmacSha256(key);
    this.#inner = this.#stateAfter(key, 0x36);
    this.#outer = this.#stateAfter(key, 0x5c);
  }

  /** Writes the digest of a text's UTF-8 to `place` of `view`: now, with one of the next three, or with `flush`. */
  digest(text: string, view: DataView, place: number): void {
    if (!this.#fill(text, this.#places.length)) return this.#digestAlone(text, view, place);
    this.#views.push(view);
    this.#places.push(place);
    if (this.#places.length === lanes) this.flush();
  }

  flush(): void {
    if (this.#places.length === 0) return;
    const { state, block } = this.#sha;
    state.set(this.#inner);
    this.#sha.compress();
    // The inner digest is the outer message: word by word, where it lies.
    block.set(state);
    fillWords(block, STATE_WORDS, 0x8000_0000, (BLOCK_BYTES + 4 * STATE_WORDS) * 8);
    state.set(this.#outer);
    this.#sha.compress();
    for (const [lane, place] of this.#places.entries())
      for (let word = 0; word < DIGEST_WORDS; word += 1) this.#views[lane]?.setInt32(place + 4 * word, state[lanes * word + lane] ?? 0);
    this.#views.length = 0;
    this.#places.length = 0;
  }

  /** False: it has more bytes than a block, or half a character. Word by word: a byte at a time costs as much again as the hashing. */
  #fill(text: string, lane: number): boolean {
    const { block } = this.#sha;
    const { length } = text;
    if (length > LONGEST_TEXT_BYTES) return false;
    let [bytes, word] = [0, 0];
    for (let at = 0; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      let [left, code] = [0, unit];
      if (unit >= 0x80) {
        if (unit >= 0xd800 && unit < 0xe000) return false;
        left = unit < 0x800 ? 1 : 2;
        code = unit < 0x800 ? 0xc0 | (unit >> 6) : 0xe0 | (unit >> 12);
      }
      for (;;) {
        word = (word << 8) | code;
        bytes += 1;
        if ((bytes & 3) === 0) block[bytes - 4 + lane] = word; // four lanes, four bytes a word
        if (left === 0) break;
        left -= 1;
        code = 0x80 | ((unit >> (6 * left)) & 63);
      }
      if (bytes > LONGEST_TEXT_BYTES) return false;
    }
    const free = 4 - (bytes & 3);
    const last = free === 4 ? 0 : word << (8 * free);
    block[(bytes & ~3) + lane] = last | (0x80 << (8 * (free - 1)));
    for (let at = (bytes & ~3) + 4; at < BLOCK_BYTES - 4; at += 4) block[at + lane] = 0;
    block[BLOCK_BYTES - 4 + lane] = (BLOCK_BYTES + bytes) * 8;
    return true;
  }

  #digestAlone(text: string, view: DataView, place: number): void {
    const digest = this.#one.digestLatin1(text);
    for (let at = 0; at < digestLength; at += 1) view.setUint8(place + at, digest.charCodeAt(at));
  }

  /** In all lanes: what every message of this key begins with. */
  #stateAfter(key: Uint8Array, pad: number): Int32Array {
    const { state, block } = this.#sha;
    const padded = new DataView(new ArrayBuffer(BLOCK_BYTES));
    for (let at = 0; at < BLOCK_BYTES; at += 1) padded.setUint8(at, (key[at] ?? 0) ^ pad);
    for (let lane = 0; lane < lanes; lane += 1) {
      for (let word = 0; word < STATE_WORDS; word += 1) state[lanes * word + lane] = initialState[word] ?? 0;
      for (let at = 0; at < BLOCK_BYTES; at += 4) block[at + lane] = padded.getInt32(at);
    }
    this.#sha.compress();
    return state.slice();
  }
}

/** In all lanes: the mark of the end, zeros, the length. */
function fillWords(block: Int32Array, from: number, mark: number, bits: number): void {
  block.fill(mark, lanes * from, lanes * (from + 1));
  block.fill(0, lanes * (from + 1), lanes * 15);
  block.fill(bits, lanes * 15);
}
