// The open logs by programme: each is opened once, checked against what stands outside the database, and then shared.
import type { Clock } from '#server/platform';
import { toLogUnavailable } from './database-fault.ts';
import { checkRollback } from './check-rollback.ts';
import { LogUnavailable, RolledBack } from './faults.ts';
import { problemOf, type LogProblem } from './log-problem.ts';
import { buildLog, type LogParts, type OpenLog } from './open-log.ts';
import type { Queryable } from './read-leaves.ts';

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class Logs {
  readonly #parts: LogParts;
  readonly #open = new Map<string, Promise<OpenLog>>();
  readonly #ready = new Map<string, OpenLog>();
  readonly #problems = new Map<string, LogProblem>();

  constructor(parts: LogParts) {
    this.#parts = parts;
  }

  /** Why logs could not be opened. */
  get problems(): readonly LogProblem[] {
    return [...this.#problems.values()];
  }

  /** @throws LogUnavailable @throws RolledBack */
  get(programme: string): Promise<OpenLog> {
    const known = this.#open.get(programme);
    if (known) return known;
    const log = this.#openAndRemember(programme);
    this.#open.set(programme, log);
    return log;
  }

  /** undefined: not open now. */
  ready(programme: string): OpenLog | undefined {
    return this.#ready.get(programme);
  }

  /** Every programme's log that can be opened. */
  async all(): Promise<OpenLog[]> {
    const { rows } = await this.#parts.pool.query<{ id: string }>('select id from programme order by id');
    const opened = await Promise.allSettled(rows.map(({ id }) => this.get(id)));
    return opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  /** Those that are open now. */
  openNow(): readonly OpenLog[] {
    return [...this.#ready.values()];
  }

  /**
   * A log whose programme may be founded by the very transaction `tx`: the rest of the world can't see it yet.
   * It is not kept: if the transaction is rolled back, there was no such log.
   */
  async getWithin(programme: string, tx: Queryable): Promise<OpenLog> {
    if (this.#open.has(programme) || (await findOrigin(this.#parts.pool, programme)) !== undefined) return this.get(programme);
    const origin = await findOrigin(tx, programme);
    if (origin === undefined) throw noSuchLog(programme);
    const log = buildLog(this.#parts, programme, origin);
    await ensureHead(tx, programme);
    await checkRollback(log, tx);
    return log;
  }

  async #openAndRemember(programme: string): Promise<OpenLog> {
    try {
      const log = await this.#openOne(programme);
      this.#ready.set(programme, log);
      this.#problems.delete(programme);
      return log;
    } catch (error) {
      // A rollback stays refused until somebody mends it and starts again; anything else may pass.
      if (!(error instanceof RolledBack)) this.#open.delete(programme);
      const isKnown = !(error instanceof LogUnavailable && error.code === 'no-log');
      if (isKnown) this.#problems.set(programme, problemOf(programme, error));
      throw error;
    }
  }

  async #openOne(programme: string): Promise<OpenLog> {
    if (!CODE.test(programme)) throw noSuchLog(programme);
    const { pool } = this.#parts;
    try {
      const origin = await findOrigin(pool, programme);
      if (origin === undefined) throw noSuchLog(programme);
      const log = buildLog(this.#parts, programme, origin);
      await ensureHead(pool, programme);
      await log.witnesses?.recall();
      const { next, sealed } = await checkRollback(log, pool);
      log.watch.observed(next, sealed, performance.now() - (await ageOfCheckpoint(log, this.#parts.clock)));
      return log;
    } catch (error) {
      throw error instanceof RolledBack ? error : toLogUnavailable(error);
    }
  }
}

async function findOrigin(queryable: Queryable, programme: string): Promise<string | undefined> {
  const { rows } = await queryable.query<{ log_origin: string }>('select log_origin from programme where id = $1', [programme]);
  return rows[0]?.log_origin;
}

async function ensureHead(queryable: Queryable, programme: string): Promise<void> {
  await queryable.query('insert into log_head (programme_id) values ($1) on conflict do nothing', [programme]);
}

/** How long its unsealed records may have waited, should there be any. */
async function ageOfCheckpoint(log: OpenLog, clock: Clock): Promise<number> {
  const sealedAt = await log.folder.sealedAt();
  return sealedAt === undefined ? 0 : Math.max(0, clock.now().epochMilliseconds - sealedAt.epochMilliseconds);
}

function noSuchLog(programme: string): LogUnavailable {
  return new LogUnavailable('no-log', `there is no programme "${programme.slice(0, 64)}"`);
}
