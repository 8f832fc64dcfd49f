// Why the log can't be written or read. All of them stop the answer that depends on it; none carries anything personal.

export type UnavailableCode =
  | 'overloaded' // more is waiting than may wait
  | 'seal-too-old' // records stand unsealed for longer than the limit
  | 'witnesses-late' // checkpoints have had no quorum of witnesses for longer than the limit
  | 'database' // it doesn't answer, or answered with a fault
  | 'read-only'
  | 'disk-full'
  | 'files' // the log's own folder can't be read or written, or is damaged
  | 'keys' // the keystore is gone or unreadable
  | 'timestamp-late' // a month-end has no timestamp of the authority yet: this alone stops nothing
  | 'unsafe-settings' // PostgreSQL would lose committed records (fsync, full_page_writes, synchronous_commit)
  | 'no-log' // no such programme
  | 'closed';

export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';
  readonly code: UnavailableCode;

  constructor(code: UnavailableCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The record id was used before, by another call: a replay. `index` is the record written then. */
export class DuplicateRecord extends Error {
  override readonly name = 'DuplicateRecord';
  readonly index: number;

  constructor(index: number) {
    super(`a record with this id stands at index ${index}`);
    this.index = index;
  }
}

/** The caller's record breaks a bound (size, id, month): nothing was written. */
export class UnfitRecord extends Error {
  override readonly name = 'UnfitRecord';
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** The database is older than what was sealed and published: appending would issue indexes a second time. */
export class RolledBack extends Error {
  override readonly name = 'RolledBack';
  readonly programme: string;

  /** @param what what was found; what to do is always the same */
  constructor(programme: string, what: string) {
    super(
      `${what}. To go on, restore a backup of the database that is at least as new, or take the missing records from a standby; never reset the log`,
    );
    this.programme = programme;
  }
}

/** What stands in the database is not what was logged at this index. */
export class TamperedRecord extends Error {
  override readonly name = 'TamperedRecord';
  readonly index: number;
  readonly place: string;

  constructor(index: number, place: string) {
    super(`record ${index}: ${place} is not what was logged`);
    this.index = index;
    this.place = place;
  }
}

/** The record's key was destroyed when its retention ended; its leaf remains. */
export class ForgottenRecord extends Error {
  override readonly name = 'ForgottenRecord';
  readonly index: number;

  constructor(index: number) {
    super(`record ${index} was forgotten: its key is destroyed`);
    this.index = index;
  }
}

/** A read outside what its log-read record says. */
export class ReadNotRecorded extends Error {
  override readonly name = 'ReadNotRecorded';
}
