// Keeps the month-end of every closed month and has it stamped, in the background: it waits for nobody and nobody waits for it. A signer or an
// authority that is away is asked again, at longer and longer intervals, and until then the month is named among the log's problems.
import type pg from 'pg';
import { problemOf, type LogProblem } from '../log-problem.ts';
import { LogUnavailable } from '../faults.ts';
import type { OpenLog } from '../open-log.ts';
import { askAuthority } from './ask-authority.ts';
import { keepMonthEnd } from './keep-month-end.ts';

const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** In one pass, per log: what is left waits for the next. */
const MOST_MONTHS = 24;

export interface MonthEndsOptions {
  readonly pool: pg.Pool;
  /** The logs that are open now. */
  readonly logs: () => readonly OpenLog[];
  /** Of the timestamp authority; undefined: month-ends are not stamped. */
  readonly authorityUrl: string | undefined;
  readonly firstPauseMs?: number | undefined;
}

export class MonthEnds {
  readonly #options: MonthEndsOptions;
  readonly #problems = new Map<string, LogProblem>();
  #turn: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #pauseMs: number;
  #isClosed = false;

  constructor(options: MonthEndsOptions) {
    this.#options = options;
    this.#pauseMs = options.firstPauseMs ?? FIRST_PAUSE_MS;
  }

  /** What is late, of which log. */
  get problems(): readonly LogProblem[] {
    return [...this.#problems.values()];
  }

  /** Looks after all logs now, and from then on by itself. */
  start(): void {
    this.#turn = this.#turn.then(() => this.#lookAfterAll());
  }

  /** Of a month that was closed just now; resolves before it is stamped. What does not work is tried again later. */
  keep(log: OpenLog): Promise<void> {
    const kept = this.#turn.then(() => this.#keepClosed(log)).catch((error: unknown) => this.#note(log, error));
    this.#turn = kept;
    this.start();
    return kept;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#turn;
    clearTimeout(this.#timer);
  }

  async #lookAfterAll(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    for (const log of this.#options.logs()) await this.#lookAfter(log);
    const first = this.#options.firstPauseMs ?? FIRST_PAUSE_MS;
    this.#pauseMs = this.#problems.size === 0 ? first : Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    this.#timer = setTimeout(() => this.start(), this.#pauseMs).unref();
  }

  async #lookAfter(log: OpenLog): Promise<void> {
    try {
      await this.#keepClosed(log);
      await this.#stampKept(log);
      this.#problems.delete(log.programme);
    } catch (error) {
      this.#note(log, error);
    }
  }

  async #keepClosed(log: OpenLog): Promise<void> {
    const published = await log.folder.checkpoint();
    if (!published) return;
    const { rows } = await this.#options.pool.query<{ month: string }>(
      `select to_char(month, 'YYYY-MM') as month from month_close where programme_id = $1 and close_index < $2 order by month`,
      [log.programme, published.size],
    );
    const kept = new Set(await log.monthEnds.months());
    for (const { month } of rows.filter((row) => !kept.has(row.month)).slice(0, MOST_MONTHS)) await keepMonthEnd(log, month, published);
  }

  async #stampKept({ monthEnds, programme }: OpenLog): Promise<void> {
    const { authorityUrl } = this.#options;
    if (authorityUrl === undefined) return;
    for (const month of (await monthEnds.unstamped()).slice(0, MOST_MONTHS)) {
      if (this.#isClosed) return;
      const reply = await askAuthority(authorityUrl, await monthEnds.read(month)).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        throw new LogUnavailable('timestamp-late', `the month-end ${month} of ${programme} has no timestamp yet: ${why}`);
      });
      await monthEnds.stamp(month, reply);
    }
  }

  #note(log: OpenLog, error: unknown): void {
    this.#problems.set(log.programme, problemOf(log.programme, error));
  }
}
