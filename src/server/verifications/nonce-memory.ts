// Nonces seen within the time window, in this process: a replay is refused before any work is done. What a full memory forgets the log still
// refuses (record-id.ts); this memory only makes it cheap.
const MOST_PER_GENERATION = 200_000;

export class NonceMemory {
  readonly #keepMs: number;
  readonly #most: number;
  #since = Number.NEGATIVE_INFINITY;
  #newer = new Set<string>();
  #older = new Set<string>();

  /** @param keepMs for how long at least, while there is room */
  constructor(keepMs: number, most = MOST_PER_GENERATION) {
    this.#keepMs = keepMs;
    this.#most = most;
  }

  /** False: it was seen before. */
  add(nonce: string, nowMs: number): boolean {
    if (nowMs - this.#since >= this.#keepMs || this.#newer.size >= this.#most) {
      this.#older = nowMs - this.#since >= 2 * this.#keepMs ? new Set() : this.#newer;
      this.#newer = new Set();
      this.#since = nowMs;
    }
    if (this.#newer.has(nonce) || this.#older.has(nonce)) return false;
    this.#newer.add(nonce);
    return true;
  }
}
