// Watches the log against its newest checkpoint, and stops it (附表十 2: failure to log stops answers):
// when records stand unsealed beyond the limit, since a seal that never comes would let an operator decide afterwards what was logged;
// and when the database turns out to be older than the checkpoint, or than what it acknowledged to us, since it would issue
// indexes a second time.
import { LogUnavailable, RolledBack } from './faults.ts';

export class SealWatch {
  readonly #programme: string;
  readonly #limitMs: number;
  #next = 0;
  #size = 0;
  /** One more than the highest index we were told is on disk. */
  #acknowledged = 0;
  /** On the clock of performance.now(), which never jumps. */
  #unsealedSince: number | undefined;
  #rolledBack: RolledBack | undefined;

  constructor(programme: string, limitMs: number) {
    this.#programme = programme;
    this.#limitMs = limitMs;
  }

  /** Records under the newest checkpoint, as far as this process knows. */
  get size(): number {
    return this.#size;
  }

  /** The database holds at least so many records, or it fell back. */
  get known(): number {
    return Math.max(this.#size, this.#acknowledged);
  }

  /** @param next the number of records there are now at least */
  appended(next: number): void {
    this.#acknowledged = Math.max(this.#acknowledged, next);
    this.#next = Math.max(this.#next, next);
    if (this.#next > this.#size) this.#unsealedSince ??= performance.now();
  }

  /**
   * What database and checkpoint say.
   * @param at when they were looked at: what a checkpoint since the last look left out was appended about then
   * @param knownBefore `known` before the database was asked: what was acknowledged while it answered doesn't count
   */
  observed(next: number, size: number, at: number, knownBefore = 0): void {
    const known = Math.max(size, knownBefore);
    if (next < known) this.#rolledBack ??= rolledBack(this.#programme, `the database holds ${next} records`, known);
    const hasGrown = size > this.#size;
    this.#next = next;
    this.#size = Math.max(this.#size, size);
    if (this.#next <= this.#size) this.#unsealedSince = undefined;
    else if (hasGrown || this.#unsealedSince === undefined) this.#unsealedSince = at;
  }

  lagMs(): number {
    return this.#unsealedSince === undefined ? 0 : performance.now() - this.#unsealedSince;
  }

  /**
   * @param knownBefore `known` before the index was asked for
   * @throws RolledBack when an index was just given that was given before
   */
  assertNew(index: number, knownBefore: number): void {
    if (index < knownBefore) this.#rolledBack ??= rolledBack(this.#programme, `the database gave the index ${index} again`, knownBefore);
    if (this.#rolledBack) throw this.#rolledBack;
  }

  /** @throws RolledBack @throws LogUnavailable `seal-too-old` */
  assertFresh(): void {
    if (this.#rolledBack) throw this.#rolledBack;
    const lag = this.lagMs();
    if (lag <= this.#limitMs) return;
    const seconds = Math.round(lag / 1_000);
    throw new LogUnavailable(
      'seal-too-old',
      `records of ${this.#programme} have stood unsealed for ${seconds} s: appends wait for the next checkpoint`,
    );
  }
}

function rolledBack(programme: string, what: string, known: number): RolledBack {
  return new RolledBack(programme, `${what} of ${programme}, but ${known} were acknowledged or sealed: it is older than its log`);
}
