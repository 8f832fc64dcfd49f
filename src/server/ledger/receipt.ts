// Proof, in the type system, that a record is on disk: an answer can only be released with one, and only the appender makes them.
// The signed promise inside is made when somebody first asks for it: most records' promises nobody reads.

/** Where the record stands, and the log's signed promise that it stands there (`mingcha-receipt-v1.…`, or `-v2.…` where
 * it was committed with others). */
export class Receipt {
  readonly origin: string;
  readonly index: number;
  readonly leafHash: Uint8Array;
  readonly #sign: () => string;
  #promise: string | undefined;

  constructor(fields: { origin: string; index: number; leafHash: Uint8Array; sign: () => string }) {
    this.origin = fields.origin;
    this.index = fields.index;
    this.leafHash = fields.leafHash;
    this.#sign = fields.sign;
  }

  get promise(): string {
    this.#promise ??= this.#sign();
    return this.#promise;
  }
}
