// Seals every log in turn, once a second when there is something and once at the start. One seal at a time in this process,
// and one process at a time per log. A seal that fails is tried again from what is on disk; until one succeeds the log ages,
// and beyond its limit appends are refused.
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { RightEdge } from '#domain/ledger';
import { LogUnavailable, RolledBack } from './faults.ts';
import { problemOf, type LogProblem } from './log-problem.ts';
import type { OpenLog } from './open-log.ts';
import { leafReader, readNext, type Queryable } from './read-leaves.ts';
import { loadTree, seal } from './seal.ts';
import { SealingSession } from './sealing-session.ts';

const POLL_MS = 25;

export interface SealerOptions {
  readonly pool: pg.Pool;
  readonly intervalMs: number;
  /** The logs to look after; asked at every turn. */
  readonly logs: () => Promise<readonly OpenLog[]>;
  /** Called after every turn. */
  readonly onTurn: () => void;
}

export class Sealer {
  readonly #options: SealerOptions;
  readonly #session: SealingSession;
  readonly #trees = new Map<string, RightEdge>();
  readonly #problems = new Map<string, LogProblem>();
  readonly #stop = new AbortController();
  #turn: Promise<void> = Promise.resolve();
  #loop: Promise<void> = Promise.resolve();

  constructor(options: SealerOptions) {
    this.#options = options;
    this.#session = new SealingSession(options.pool, () => this.#trees.clear());
  }

  /** Why a log's last seal failed; empty when all went well. */
  get problems(): readonly LogProblem[] {
    return [...this.#problems.values()];
  }

  /** Seals all logs once, then goes on by itself. */
  async start(): Promise<void> {
    await this.#sealAll();
    this.#loop = this.#run();
  }

  /** Seals one log in its turn. Whether it worked shows in the log's checkpoint. */
  async sealNow(log: OpenLog): Promise<void> {
    await this.#inTurn(() => this.#sealOne(log));
  }

  /** Waits until a checkpoint covers everything appended before the call. */
  async flush(log: OpenLog, patienceMs: number): Promise<void> {
    const target = (await readNext(this.#options.pool, log.programme)) ?? 0;
    const deadline = performance.now() + patienceMs;
    while (log.watch.size < target) {
      await this.sealNow(log);
      if (log.watch.size >= target) return;
      if (performance.now() > deadline)
        throw new LogUnavailable(
          'seal-too-old',
          `no checkpoint covered record ${target - 1} of ${log.programme} in time. ${this.#problems.get(log.programme)?.detail ?? ''}`,
        );
      await sleep(POLL_MS);
    }
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    await this.#sealAll();
    this.#session.release();
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await sleep(this.#options.intervalMs, undefined, { signal: this.#stop.signal }).catch(() => {});
      if (!this.#stop.signal.aborted) await this.#sealAll();
    }
  }

  async #sealAll(): Promise<void> {
    try {
      const logs = await this.#options.logs();
      this.#problems.delete('');
      for (const log of logs) await this.sealNow(log);
    } catch (error) {
      this.#problems.set('', problemOf('', error));
    }
    this.#options.onTurn();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work);
    return this.#turn;
  }

  /** Never throws: what went wrong is kept as the log's problem, and the tree is read from disk again next time. */
  async #sealOne(log: OpenLog): Promise<void> {
    const startedAt = performance.now();
    try {
      const session = await this.#session.claim(log.programme);
      await (session ? this.#sealWith(session, log, startedAt) : this.#follow(log, startedAt));
      this.#problems.delete(log.programme);
    } catch (error) {
      this.#trees.delete(log.programme);
      this.#problems.set(log.programme, problemOf(log.programme, error));
      if (!(error instanceof RolledBack)) this.#session.release();
    }
  }

  async #sealWith(session: Queryable, log: OpenLog, startedAt: number): Promise<void> {
    const grownHere = this.#trees.get(log.programme);
    const tree = grownHere ?? (await takeOver(log));
    const known = log.watch.known;
    // The first query after taking over: a process whose session ended meanwhile goes no further.
    const next = (await readNext(session, log.programme)) ?? 0;
    log.watch.observed(next, tree.size, startedAt, known);
    log.watch.assertNew(next, tree.size);
    const published = await log.folder.checkpoint();
    // Published without its quorum, the checkpoint is taken to the witnesses again.
    const isDue = next > tree.size || !published || log.witnesses?.observe(published.text) === false;
    const assertSoleSealer = (): Promise<void> => this.#session.assertHolds(log.programme);
    const parts = { ...log, readLeaves: leafReader(session, log.programme), assertSoleSealer };
    const sealed = isDue ? await seal(parts, tree, next) : tree;
    if (this.#session.holds(log.programme)) this.#trees.set(log.programme, sealed);
    log.watch.observed(next, sealed.size, startedAt, known);
  }

  /** Another process seals this log: its checkpoint says how far. */
  async #follow(log: OpenLog, startedAt: number): Promise<void> {
    const published = await log.folder.checkpoint();
    if (published) log.witnesses?.observe(published.text);
    const known = log.watch.known;
    const next = await readNext(this.#options.pool, log.programme);
    log.watch.observed(next ?? 0, published?.size ?? 0, startedAt, known);
  }
}

/** Ends what a sealer before us may still be about to write; then what it published last is what we go on from. */
async function takeOver({ folder, signer }: OpenLog): Promise<RightEdge> {
  await signer.takeOver();
  await folder.takeOver();
  return loadTree(folder);
}
