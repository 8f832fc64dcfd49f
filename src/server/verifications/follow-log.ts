// Budgets hold over restarts and nodes because the log tells what was answered: this reads who (by blind index) asked about whom (likewise) in
// every verification of the day that is not this process's own. No content is opened. One programme each.
import type pg from 'pg';
import type { Keystore } from '#server/keys';
import type { DailyUse } from './daily-use.ts';

export interface FollowerParts {
  readonly pool: pg.Pool;
  readonly keystore: Keystore;
  readonly use: DailyUse;
  readonly programme: string;
}

const ROWS_AT_ONCE = 10_000;
/** Two stretches of others' records with fewer of our own between them are read as one. */
const JOIN_WITHIN = 64;

export class LogFollower {
  readonly #parts: FollowerParts;
  /** Blind index of the account → service; undefined: nobody's that has a budget. */
  #accounts = new Map<string, string | undefined>();
  #year = 0;
  #day = '';
  /** Everything before it is counted. */
  #next = 0;
  readonly #own = new Set<number>();

  constructor(parts: FollowerParts) {
    this.#parts = parts;
  }

  /** Counts what was answered of the day so far. @param day in Taipei, `2026-11-22` */
  async start(day: string): Promise<void> {
    const head = await this.#head();
    this.#next = await this.#firstOf(day, head);
    this.#day = day;
    await this.#readUntil(head);
  }

  /** That this process has just answered: it is counted already. */
  answered(service: string, index: number): void {
    if (index >= this.#next) this.#own.add(index);
    else this.#parts.use.wasOwn(service);
  }

  /** Reads on. To be called every second or so, and not again before it is done. */
  async turn(day: string): Promise<void> {
    if (day !== this.#day) {
      // From here on, at the latest, records are of the new day.
      await this.#firstOf(day, this.#next);
      this.#day = day;
    }
    await this.#readUntil(await this.#head());
  }

  async #readUntil(head: number): Promise<void> {
    for (const [from, until] of this.#stretches(head)) {
      for (let start = from; start < until; start += ROWS_AT_ONCE) await this.#count(start, Math.min(until, start + ROWS_AT_ONCE));
    }
    for (const index of this.#own) if (index < head) this.#own.delete(index);
    this.#next = Math.max(this.#next, head);
  }

  /** Where others' records lie between those of our own. */
  #stretches(head: number): [from: number, until: number][] {
    const stretches: [from: number, until: number][] = [];
    for (let index = this.#next; index < head; index += 1) {
      if (this.#own.has(index)) continue;
      const last = stretches.at(-1);
      if (last && index - last[1] < JOIN_WITHIN) last[1] = index + 1;
      else stretches.push([index, index + 1]);
    }
    return stretches;
  }

  async #count(from: number, until: number): Promise<void> {
    const { pool, programme, use } = this.#parts;
    const { rows } = await pool.query<{ index: number; month: string; actor: Buffer | null; subject: Buffer | null }>({
      name: 'follow-verifications',
      text: `select index, month, actor_blind as actor, subject_blind as subject from record
             where programme_id = $1 and index >= $2 and index < $3 and type = 'verification'`,
      values: [programme, from, until],
    });
    for (const { index, month, actor, subject } of rows) {
      // Read while the statement ran: an own one may have become known meanwhile.
      if (this.#own.has(index) || !actor || !subject) continue;
      const service = await this.#serviceOf(Number(month.slice(0, 4)), actor.toString('latin1'));
      if (service !== undefined) use.addElsewhere(service, subject.toString('latin1'));
    }
  }

  async #serviceOf(year: number, blind: string): Promise<string | undefined> {
    if (year === this.#year && this.#accounts.has(blind)) return this.#accounts.get(blind);
    const { pool, keystore, programme } = this.#parts;
    const { rows } = await pool.query<{ id: string }>('select id from client_service where programme_id = $1', [programme]);
    this.#year = year;
    this.#accounts = new Map(rows.map(({ id }) => [Buffer.from(keystore.blind(year, 'actor', id)).toString('latin1'), id]));
    if (!this.#accounts.has(blind)) this.#accounts.set(blind, undefined);
    return this.#accounts.get(blind);
  }

  async #head(): Promise<number> {
    const { rows } = await this.#parts.pool.query<{ next: number }>('select next from log_head where programme_id = $1', [
      this.#parts.programme,
    ]);
    return rows[0]?.next ?? 0;
  }

  /** The first node that knows of a day says where it began. */
  async #firstOf(day: string, index: number): Promise<number> {
    const { pool, programme } = this.#parts;
    await pool.query('insert into verification_day (programme_id, day, first_index) values ($1, $2, $3) on conflict do nothing', [
      programme,
      day,
      index,
    ]);
    const { rows } = await pool.query<{ first_index: number }>(
      'select first_index from verification_day where programme_id = $1 and day = $2',
      [programme, day],
    );
    return rows[0]?.first_index ?? index;
  }
}
