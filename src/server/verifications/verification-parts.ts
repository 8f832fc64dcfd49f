// What verifying needs, and what it remembers while the program runs.
import type { Regulation } from '#domain/regulations';
import type { ClientServices } from '#server/clients';
import type { Households } from '#server/households';
import type { Keystore } from '#server/keys';
import type { Ledger } from '#server/ledger';
import type { Clock, Database } from '#server/platform';
import type pg from 'pg';
import type { BoundedRefusals } from './bounded-refusals.ts';
import type { DailyUse } from './daily-use.ts';
import type { LogFollower } from './follow-log.ts';
import type { UseStatistics } from './use-statistics.ts';
import type { Watches } from './watches.ts';

export interface VerificationParts {
  readonly database: Database;
  readonly pool: pg.Pool;
  readonly ledger: Ledger;
  readonly keystore: Keystore;
  readonly clock: Clock;
  readonly clients: ClientServices;
  readonly households: Households;
  findRegulation(id: string): Regulation | undefined;
}

export interface Verifying extends VerificationParts {
  readonly use: DailyUse;
  readonly watches: Watches;
  readonly bounded: BoundedRefusals;
  readonly statistics: UseStatistics;
  /** Ready once the day so far is counted. */
  follower(programme: string): LogFollower | Promise<LogFollower>;
}
