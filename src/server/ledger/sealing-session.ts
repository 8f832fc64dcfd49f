// The database session that makes this process the only one to seal a log: it holds an advisory lock per log, and everything
// a seal reads comes through it. When the session dies the locks are gone with it, and so is the right to seal. So that they don't
// stay with a process that is suspended or a machine that is gone, the server ends a session it hears nothing of.
import { hostname } from 'node:os';
import type pg from 'pg';
import { LogUnavailable } from './faults.ts';
import type { Queryable } from './read-leaves.ts';

/** Any constant will do: it only has to be the same in every process. */
const LOCK_CLASS = 7_245_003;
const PATIENCE_MS = 10_000;
const BEAT_MS = 1_000;
/** Longer than a beat and its delay on a busy machine; short enough for the next sealer to be at work within five seconds. */
const SILENCE_MS = 3_000;
const SETTINGS = {
  idle_session_timeout: SILENCE_MS,
  tcp_user_timeout: SILENCE_MS,
  tcp_keepalives_idle: 1,
  tcp_keepalives_interval: 1,
  tcp_keepalives_count: 2,
  // Which node seals, for operators: `select application_name from pg_stat_activity`.
  application_name: `mingcha sealer ${hostname()} ${process.pid}`,
};

export class SealingSession {
  readonly #pool: pg.Pool;
  readonly #onEnd: () => void;
  readonly #held = new Set<string>();
  #client: pg.PoolClient | undefined;
  #beat: NodeJS.Timeout | undefined;
  #lastQuery: Promise<unknown> = Promise.resolve();

  /** @param onEnd what was known under the session is to be forgotten: another process may seal now */
  constructor(pool: pg.Pool, onEnd: () => void) {
    this.#pool = pool;
    this.#onEnd = onEnd;
  }

  /** The session to read through, if the log is ours to seal; undefined when another process seals it. */
  async claim(programme: string): Promise<Queryable | undefined> {
    const session = this.#through(this.#client ?? (await this.#open()));
    if (this.#held.has(programme)) return session;
    const { rows } = await session.query<{ ours: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as ours', [
      LOCK_CLASS,
      programme,
    ]);
    if (rows[0]?.ours !== true) return undefined;
    this.#held.add(programme);
    return session;
  }

  holds(programme: string): boolean {
    return this.#held.has(programme);
  }

  /** Throws when the session that held this lock ended meanwhile. */
  async assertHolds(programme: string): Promise<void> {
    if (this.#client && this.#held.has(programme)) await this.#through(this.#client).query('select 1', []);
    if (!this.#held.has(programme)) throw new LogUnavailable('database', `the session that sealed ${programme} has ended`);
  }

  /** Ends the session; the next claim opens another. */
  release(): void {
    clearInterval(this.#beat);
    this.#client?.release(true);
    this.#client = undefined;
    this.#lastQuery = Promise.resolve();
    this.#held.clear();
    this.#onEnd();
  }

  async #open(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect();
    client.on('error', () => this.#ended(client));
    await client
      .query('select set_config(name, value, false) from json_each_text($1) as setting (name, value)', [SETTINGS])
      .catch((error: unknown) => {
        client.release(true);
        throw error;
      });
    this.#client = client;
    this.#beat = setInterval(() => {
      this.#through(client).query('select 1', []).catch(() => this.#ended(client)); // prettier-ignore
    }, BEAT_MS);
    this.#beat.unref();
    return client;
  }

  #ended(client: pg.PoolClient): void {
    if (this.#client === client) this.release();
  }

  /** One query after another; and a connection that went silent must not hold up sealing for as long as TCP would. */
  #through(client: pg.PoolClient): Queryable {
    return {
      query: <Row extends object>(text: string, values: unknown[]) => {
        const config: pg.QueryConfig & { query_timeout: number } = { text, values, query_timeout: PATIENCE_MS };
        const answer = this.#lastQuery.then(() => client.query<Row>(config));
        this.#lastQuery = answer.catch(() => {});
        return answer;
      },
    };
  }
}
