// Fresh data keys of 32 bytes, made and wrapped many at a time: one by one, wrapping would cost more than the encryption they are made for.
import { drawRandom } from './draw-random.ts';
import { wrapKeys, type WrappedKey } from './key-wrap.ts';

const MADE_AT_ONCE = 96;

/** Each is handed out once. */
export class DataKeys {
  readonly #wrapping: Uint8Array;
  #ready: WrappedKey[] = [];

  /** @param wrapping the key they are wrapped under */
  constructor(wrapping: Uint8Array) {
    this.#wrapping = wrapping;
  }

  take(): WrappedKey {
    for (;;) {
      const ready = this.#ready.pop();
      if (ready) return ready;
      this.#ready = wrapKeys(
        this.#wrapping,
        Array.from({ length: MADE_AT_ONCE }, () => drawRandom(32)),
      );
    }
  }
}
