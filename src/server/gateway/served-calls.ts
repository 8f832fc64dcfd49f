// What the provider remembers of the calls it took: per log and index the leaf hash, the promise and the time, in one SQLite file.
// A call is on disk before anything is answered. Everything here is synchronous: between judging a call and remembering it no other runs.
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { ServedBefore, ServedCall } from '#domain/gateway';
import type { LogPromise } from '#domain/ledger';
import { KeystoreFault } from '#server/keys';

const schema = `
  create table if not exists served (
    origin  text    not null,
    "index" integer not null,
    leaf    blob    not null,
    promise text    not null,  -- the log's signature of it: evidence, should the log ever promise another leaf there
    at_ms   integer not null,
    primary key (origin, "index")
  ) strict, without rowid;
  create index if not exists served_by_time on served (origin, at_ms)`;

export class ServedCalls {
  readonly #database: DatabaseSync;

  /**
   * @param mayBegin false where the file must be there already: a gateway that has forgotten would take every record twice
   * @throws KeystoreFault `gone`
   */
  constructor(path: string, mayBegin: boolean) {
    if (!mayBegin && !existsSync(path))
      throw new KeystoreFault('gone', `${path} is gone, and with it what was served: put it back as it was last, or begin anew elsewhere`);
    this.#database = new DatabaseSync(path);
    // FULL: a commit waits until the write-ahead log is on disk.
    this.#database.exec('pragma journal_mode = wal; pragma synchronous = full');
    if (mayBegin) this.#database.exec(schema);
  }

  to(origin: string): ServedBefore {
    const highest = this.#database.prepare('select max("index") as highest from served where origin = ?').get(origin)?.['highest'];
    return {
      leafAt: (index) => this.#at(origin, index)?.leaf,
      highestIndex: typeof highest === 'number' ? highest : -1,
    };
  }

  promiseAt(origin: string, index: number): string | undefined {
    return this.#at(origin, index)?.promise;
  }

  /** On disk when this returns. Throws where the index was remembered before. */
  remember({ origin, index, leafHash }: LogPromise, promise: string, at: Temporal.Instant): void {
    this.#database
      .prepare('insert into served (origin, "index", leaf, promise, at_ms) values (?, ?, ?, ?, ?)')
      .run(origin, index, leafHash, promise, at.epochMilliseconds);
  }

  /** A month's calls (Asia/Taipei) in the order of indexes. @param month `2026-10` */
  *inMonth(origin: string, month: string): Generator<ServedCall> {
    const first = Temporal.PlainYearMonth.from(month);
    const [from, until] = [first, first.add({ months: 1 })].map(
      (each) => each.toPlainDate({ day: 1 }).toZonedDateTime('Asia/Taipei').epochMilliseconds,
    );
    const select = 'select "index", leaf, at_ms as atMs from served where origin = ? and at_ms >= ? and at_ms < ? order by "index"';
    for (const row of this.#database.prepare(select).iterate(origin, from ?? 0, until ?? 0)) {
      const { index, leaf, atMs } = row as { index: number; leaf: Uint8Array; atMs: number }; // the table is strict
      yield { index, leafHash: leaf, atMs };
    }
  }

  close(): void {
    this.#database.close();
  }

  #at(origin: string, index: number) {
    const row = this.#database.prepare('select leaf, promise from served where origin = ? and "index" = ?').get(origin, index);
    return row as { leaf: Uint8Array; promise: string } | undefined; // the table is strict
  }
}
