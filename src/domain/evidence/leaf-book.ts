// The leaves of the range, as they are read one after the other: which records the pack has to open, and what each commits to. A leaf
// shows its type and month to everybody, so a query of the month can't be left out while its leaf is there.
import { fromUtf8, utf8 } from '#domain/kernel';
import { parseLeaf, type Leaf } from '#domain/ledger';
import { isQueryType } from '#domain/records';
import { EvidenceFault, readAt } from './evidence-fault.ts';
import { packFiles } from './pack-files.ts';

export interface LaterQueries {
  readonly count: number;
  /** Index of the first. */
  readonly first: number;
}

export class LeafBook {
  readonly #month: string;
  readonly #start: number;
  #next: number;
  /** Their text: a million small buffers would take four times the memory. */
  readonly #toOpen = new Map<number, string>();
  readonly #lateOutcomes = new Map<number, string>();
  /** Queries of earlier months, by index. */
  readonly #earlier = new Map<number, string>();
  readonly #later = new Map<string, LaterQueries>();

  constructor(month: string, start: number) {
    this.#month = month;
    this.#start = start;
    this.#next = start;
  }

  /** Queries of later months that stand in the range, by month: their own lists have to show them. */
  get laterQueries(): ReadonlyMap<string, LaterQueries> {
    return this.#later;
  }

  append(bytes: Uint8Array): void {
    const leaf = readAt(`${packFiles.leaves} line ${this.#next - this.#start + 1}`, () => parseLeaf(bytes));
    if (mustBeOpened(leaf, this.#month)) this.#toOpen.set(this.#next, fromUtf8(bytes));
    else if (leaf.type === 'outcome') this.#lateOutcomes.set(this.#next, fromUtf8(bytes));
    if (isQuery(leaf) && leaf.month < this.#month) this.#earlier.set(this.#next, leaf.month);
    if (isQuery(leaf) && leaf.month > this.#month) {
      const { count, first } = this.#later.get(leaf.month) ?? { count: 0, first: this.#next };
      this.#later.set(leaf.month, { count: count + 1, first });
    }
    this.#next += 1;
  }

  /** The leaf of a record that is opened; each once. @throws EvidenceFault */
  take(index: number): Leaf {
    const text = this.#toOpen.get(index) ?? this.#lateOutcomes.get(index);
    if (text === undefined) throw new EvidenceFault(`${packFiles.openings} record ${index}`, 'wrong-order');
    this.#toOpen.delete(index);
    this.#lateOutcomes.delete(index);
    return parseLeaf(utf8(text));
  }

  /** Whether an outcome may answer it without standing in the list. */
  isEarlierQuery(index: number): boolean {
    return index < this.#start || this.#earlier.has(index);
  }

  /**
   * A query of an earlier month stands on that month's list if it was closed afterwards; else it would stand on none.
   * @param closings by month, the index of its closing in the range
   * @throws EvidenceFault
   */
  assertNothingLate(closings: ReadonlyMap<string, number>): void {
    for (const [index, month] of this.#earlier)
      if (index > (closings.get(month) ?? -1)) throw new EvidenceFault(`${packFiles.leaves} record ${index}`, 'not-listed');
  }

  /** @throws EvidenceFault naming the first record that had to be opened and was not */
  assertAllOpened(): void {
    const [left] = this.#toOpen.keys();
    if (left !== undefined) throw new EvidenceFault(`${packFiles.openings} record ${left}`, 'not-opened');
  }
}

/** Every query of the month with what came of it, and every closing: another list of the same month would show. */
function mustBeOpened({ type, month }: Leaf, ofMonth: string): boolean {
  if (type === 'month-close') return true;
  return month === ofMonth && (type === 'outcome' || isQuery({ type }));
}

function isQuery({ type }: Pick<Leaf, 'type'>): boolean {
  return isQueryType(type);
}
