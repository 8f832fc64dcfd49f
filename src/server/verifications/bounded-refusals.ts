// Refusals that somebody could provoke without end (no key, no budget left, no readable form): of each kind and asker the first of a minute
// are recorded one by one, the rest together with their number, so that nobody fills the log and nothing goes unrecorded.
import type { NewRecord, Receipt } from '#server/ledger';

/** The records of one kind of refusal, for `count` of them. */
export type RefusalRecord = (count: number) => NewRecord;

interface Noted {
  readonly minute: number;
  recorded: number;
  /** Not recorded yet. */
  more: number;
  record: RefusalRecord;
  readonly programme: string;
}

const SINGLY_PER_MINUTE = 10;
const MOST_KINDS = 2_000;

export class BoundedRefusals {
  readonly #append: (programme: string, record: NewRecord) => Promise<Receipt>;
  #noted = new Map<string, Noted>();

  constructor(append: (programme: string, record: NewRecord) => Promise<Receipt>) {
    this.#append = append;
  }

  /**
   * @param kind who and what for: equal ones are counted together
   * @returns the receipt where it was recorded by itself
   */
  async note(programme: string, kind: string, atMs: number, record: RefusalRecord): Promise<Receipt | undefined> {
    const noted = this.#of(programme, kind, Math.floor(atMs / 60_000), record);
    if (noted.recorded < SINGLY_PER_MINUTE) {
      noted.recorded += 1;
      return this.#append(programme, record(1));
    }
    noted.more += 1;
    noted.record = record;
    return undefined;
  }

  /** Records what is still owed of minutes that are over, or of all. What the log does not take now is owed still. */
  async flush(nowMs: number): Promise<void> {
    const minute = Math.floor(nowMs / 60_000);
    for (const [key, noted] of this.#noted) {
      if (noted.minute >= minute) continue;
      if (noted.more > 0) {
        const count = noted.more;
        await this.#append(noted.programme, noted.record(count));
        noted.more -= count;
      }
      if (noted.more === 0) this.#noted.delete(key);
    }
  }

  /** At most MOST_KINDS at a time: further ones of a programme are counted as one kind. */
  #of(programme: string, kind: string, minute: number, record: RefusalRecord): Noted {
    const name = `${programme}\0${kind}\0${minute}`;
    const key = this.#noted.has(name) || this.#noted.size < MOST_KINDS ? name : `${programme}\0\0${minute}`;
    let noted = this.#noted.get(key);
    if (!noted) this.#noted.set(key, (noted = { minute, recorded: 0, more: 0, record, programme }));
    return noted;
  }
}
