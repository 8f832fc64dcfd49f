// Which persons of a file were seen before, by the first eight bytes of their digest: 8 to 16 bytes of memory a row. Two persons
// who agree in them are expected once in 10⁵ files of ten million; the table's primary key would not have minded, the report says `id-repeated`.

export class RepeatedIds {
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** @param rows at most so many are added */
  constructor(rows: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(rows, 8) * 1.5));
    this.#slots = new Int32Array(2 * slots);
    this.#mask = slots - 1;
  }

  /** True where the digest that begins at `at` was added before. */
  add(bytes: DataView, at: number): boolean {
    const [high, low] = [bytes.getInt32(at), bytes.getInt32(at + 4) || 1]; // an empty slot is 0
    for (let slot = high & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const there = this.#slots[2 * slot + 1];
      if (there === 0) {
        this.#slots[2 * slot] = high;
        this.#slots[2 * slot + 1] = low;
        return false;
      }
      if (there === low && this.#slots[2 * slot] === high) return true;
    }
  }
}
