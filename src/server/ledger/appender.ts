// Group commit: a statement in flight per log, under load a second one behind it, and the next batch gathers meanwhile, without a timer.
// A row that waits is either stored exactly once, whatever happens to the connection, or its caller gets an error.
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { BatchPromises } from '#domain/ledger';
import { sha256, type SigningKey } from '#server/keys';
import { appendStatement, batchSize } from './append-statement.ts';
import { whyNothingAppended } from './check-server.ts';
import { classifyDatabaseFault, toLogUnavailable } from './database-fault.ts';
import type { SealWatch } from './seal-watch.ts';
import type { StoredRow } from './stored-row.ts';
import { DuplicateRecord, LogUnavailable, RolledBack } from './faults.ts';
import { findStored } from './find-stored.ts';

const LARGEST_BATCH = 512;
/** A batch of so many is never made smaller: where commits are slow, two would cost more than working side by side gains. */
const SPLIT_ABOVE = 32;
/**
 * Statements of one log at once. Its row lock lets one of them work; the other stands behind it, read and ready, so that the database need
 * not wait for us between two.
 */
const STATEMENTS_AT_ONCE = 2;
/** So many have to wait before a second one is sent. */
const WORTH_A_SECOND = 16;
const STATEMENT_PATIENCE_MS = 10_000;
const LONGEST_PAUSE_MS = 250;

export interface Appended {
  readonly index: number;
  readonly leafHash: Uint8Array;
  /** What it was committed with; undefined: alone. */
  readonly batch?: CommittedBatch | undefined;
}

/** Records committed by one statement: one signature promises them all. */
export class CommittedBatch {
  readonly #first: number;
  readonly #leafHashes: readonly Uint8Array[];
  #promises: BatchPromises | undefined;

  constructor(first: number, leafHashes: readonly Uint8Array[]) {
    this.#first = first;
    this.#leafHashes = leafHashes;
  }

  promises(origin: string, key: SigningKey): BatchPromises {
    return (this.#promises ??= new BatchPromises(origin, this.#first, this.#leafHashes, (message) => key.sign(message), sha256));
  }
}

interface Waiting {
  readonly row: StoredRow;
  readonly ifExists: 'refuse' | 'same';
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}

export interface AppenderOptions {
  readonly pool: pg.Pool;
  readonly programme: string;
  readonly queueLimit: number;
  readonly retryForMs: number;
  readonly watch: SealWatch;
  /** Asked before every batch: throws when nothing may be recorded now. */
  readonly assertAppendable: () => void;
}

export class Appender {
  readonly #options: AppenderOptions;
  #waiting: Waiting[] = [];
  readonly #running = new Set<Promise<void>>();
  #closed = false;

  constructor(options: AppenderOptions) {
    this.#options = options;
  }

  append(row: StoredRow, ifExists: 'refuse' | 'same'): Promise<Appended> {
    if (this.#closed) return Promise.reject(new LogUnavailable('closed', 'the log is closed'));
    if (this.#waiting.length >= this.#options.queueLimit) {
      return Promise.reject(new LogUnavailable('overloaded', `${this.#waiting.length} records wait for the database already`));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row, ifExists, resolve, reject });
      this.#start();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #start(): void {
    if (!this.#isWorthAnother(this.#running.size)) return;
    const running = this.#run().finally(() => {
      this.#running.delete(running);
      // Whoever came between its last look and its end.
      this.#start();
    });
    this.#running.add(running);
  }

  /** @param others statements under way: a few records go with the next one that is free */
  #isWorthAnother(others: number): boolean {
    return others === 0 ? this.#waiting.length > 0 : others < STATEMENTS_AT_ONCE && this.#waiting.length >= WORTH_A_SECOND;
  }

  async #run(): Promise<void> {
    // Whoever appends in this same turn of the event loop belongs to the first batch.
    await Promise.resolve();
    let justStored = 0;
    while (this.#isWorthAnother(this.#running.size - 1)) {
      const batch = this.#takeBatch(justStored);
      try {
        this.#options.assertAppendable();
        await this.#store(batch);
      } catch (error) {
        // Those that were settled before the failure are not touched by it.
        const fault = error instanceof RolledBack ? error : toLogUnavailable(error);
        for (const one of batch) one.reject(fault);
      }
      justStored = batch.length;
    }
  }

  /**
   * Of many it takes half, those that were just stored and may come back counted in: while the database stores one half, the other's
   * records are made here. All in one batch would take turns with it instead.
   * A record id twice in one statement would fail all of it: the second one waits for the next batch, and is a replay there.
   */
  #takeBatch(justStored: number): Waiting[] {
    const half = Math.ceil((this.#waiting.length + justStored) / 2);
    const size = batchSize(Math.min(this.#waiting.length, Math.max(half, SPLIT_ABOVE), LARGEST_BATCH));
    const ids = new Set<string>();
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    let seen = 0;
    for (const one of this.#waiting) {
      if (batch.length === size) break;
      (ids.has(one.row.recordId) ? rest : batch).push(one);
      ids.add(one.row.recordId);
      seen += 1;
    }
    // With a repeated id left out, the batch may fall between two sizes.
    rest.unshift(...batch.splice(batchSize(batch.length)));
    this.#waiting = [...rest, ...this.#waiting.slice(seen)];
    return batch;
  }

  /** Stores all of them, or throws for those that are left. */
  async #store(batch: Waiting[]): Promise<void> {
    const deadline = performance.now() + this.#options.retryForMs;
    let left = batch;
    let someStand = false;
    for (let pause = 5; left.length > 0;) {
      try {
        if (someStand) left = await this.#settleStored(left);
        someStand = false;
        if (left.length === 0) return;
        const base = await this.#insert(left);
        const stored = left;
        // Not at once: the next batch is sent first, and the database works on it while these callers go on.
        const batch = stored.length === 1 ? undefined : new CommittedBatch(base, stored.map(({ row }) => row.leafHash)); // prettier-ignore
        setImmediate(() => stored.forEach((one, place) => one.resolve({ index: base + place, leafHash: one.row.leafHash, batch })));
        return;
      } catch (error) {
        if (error instanceof RolledBack) throw error;
        const classified = classifyDatabaseFault(error);
        if (classified.kind === 'refused') throw classified.fault;
        someStand ||= classified.kind === 'stands-already';
        if (classified.kind === 'stands-already') continue;
        if (performance.now() + pause > deadline) throw toLogUnavailable(error);
        await sleep(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  async #insert(batch: readonly Waiting[]): Promise<number> {
    const statement = appendStatement(
      this.#options.programme,
      batch.map((one) => one.row),
    );
    const knownBefore = this.#options.watch.known;
    const config: pg.QueryConfig & { query_timeout: number } = { ...statement, query_timeout: STATEMENT_PATIENCE_MS };
    const client = await this.#options.pool.connect();
    let isLost = false;
    try {
      const { rows } = await client.query<{ base: number }>(config);
      const base = rows[0]?.base;
      if (base === undefined) throw await whyNothingAppended(client, this.#options.programme);
      this.#options.watch.assertNew(base, knownBefore);
      return base;
    } catch (error) {
      isLost = classifyDatabaseFault(error).kind === 'lost';
      throw error;
    } finally {
      // After a lost connection or a timeout the client must not be used again.
      client.release(isLost);
    }
  }

  /**
   * Some ids of the batch stand in the log. Equal leaves are ours, committed by a statement whose answer was lost:
   * a leaf holds fresh salts' commitments, so no other call has the same. Others are a caller's replay.
   */
  async #settleStored(batch: readonly Waiting[]): Promise<Waiting[]> {
    const stored = await findStored(this.#options.pool, this.#options.programme, batch.map((one) => one.row)); // prettier-ignore
    if (stored.size === 0) throw new LogUnavailable('database', 'the database says that a record stands already, and does not show it');
    return batch.filter((one) => {
      const found = stored.get(one.row.recordId);
      if (!found) return true;
      const ours = found.leaf.equals(one.row.leaf);
      if (ours || one.ifExists === 'same') one.resolve({ index: found.index, leafHash: found.leafHash });
      else one.reject(new DuplicateRecord(found.index));
      return false;
    });
  }
}
