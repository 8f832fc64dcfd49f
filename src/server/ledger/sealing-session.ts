// The database session that makes this process the only one to seal a log: it holds an advisory lock per log, and everything
// a seal reads comes through it. When the session dies the locks are gone with it, and so is the right to seal.
import type pg from 'pg';
import type { Queryable } from './read-leaves.ts';

/** Any constant will do: it only has to be the same in every process. */
const LOCK_CLASS = 7_245_003;
const PATIENCE_MS = 10_000;

export class SealingSession {
  readonly #pool: pg.Pool;
  readonly #onEnd: () => void;
  readonly #held = new Set<string>();
  #client: pg.PoolClient | undefined;

  /** @param onEnd what was known under the session is to be forgotten: another process may seal now */
  constructor(pool: pg.Pool, onEnd: () => void) {
    this.#pool = pool;
    this.#onEnd = onEnd;
  }

  /** The session to read through, if the log is ours to seal; undefined when another process seals it. */
  async claim(programme: string): Promise<Queryable | undefined> {
    const session = patient(this.#client ?? (await this.#open()));
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
    if (this.#client && this.#held.has(programme)) await patient(this.#client).query('select 1', []);
    if (!this.#held.has(programme)) throw new Error(`the right to seal ${programme} was lost`);
  }

  /** Ends the session; the next claim opens another. */
  release(): void {
    this.#client?.release(true);
    this.#client = undefined;
    this.#held.clear();
    this.#onEnd();
  }

  async #open(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect();
    client.on('error', () => {
      if (this.#client === client) this.release();
    });
    this.#client = client;
    return client;
  }
}

/** A connection that went silent must not hold up sealing for as long as TCP would. */
function patient(client: pg.PoolClient): Queryable {
  return {
    query: <Row extends object>(text: string, values: unknown[]) => {
      const config: pg.QueryConfig & { query_timeout: number } = { text, values, query_timeout: PATIENCE_MS };
      return client.query<Row>(config);
    },
  };
}
