// How much each service asked, by the hour: kept as counts in memory and written every few seconds, one row per node, service and hour. It
// stands in for an access log of these routes, and holds nothing about anybody.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#server/platform';
import { bucketCount, bucketOf } from './latency-buckets.ts';

const HOUR_MS = 3_600_000;

interface Hour {
  readonly programme: string;
  readonly service: string;
  readonly hour: number;
  answered: number;
  refused: number;
  readonly latency: number[];
  readonly claims: Record<string, number>;
  isWritten: boolean;
}

export class UseStatistics {
  readonly #database: Database;
  readonly #node = randomUUID();
  readonly #hours = new Map<string, Hour>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param service its id; empty: by hand */
  answered(programme: string, service: string, atMs: number, milliseconds: number, claims: readonly string[]): void {
    const hour = this.#of(programme, service, atMs);
    hour.answered += 1;
    const bucket = bucketOf(milliseconds);
    hour.latency[bucket] = (hour.latency[bucket] ?? 0) + 1;
    for (const claim of claims) hour.claims[claim] = (hour.claims[claim] ?? 0) + 1;
    hour.isWritten = false;
  }

  refused(programme: string, service: string, atMs: number): void {
    const hour = this.#of(programme, service, atMs);
    hour.refused += 1;
    hour.isWritten = false;
  }

  /** Each row holds what this node counted so far: writing it twice counts nothing twice. */
  async flush(nowMs: number): Promise<void> {
    for (const [key, hour] of this.#hours) {
      if (!hour.isWritten) {
        hour.isWritten = true;
        await this.#write(hour).catch((error: unknown) => {
          hour.isWritten = false;
          throw error;
        });
      }
      if (hour.isWritten && hour.hour + 2 * HOUR_MS < nowMs) this.#hours.delete(key);
    }
  }

  async #write({ programme, service, hour, answered, refused, latency, claims }: Hour): Promise<void> {
    const counts = { answered, refused, latency, claims: JSON.stringify(claims) };
    await this.#database
      .insertInto('verification_use')
      .values({ programme_id: programme, hour: new Date(hour), service_id: service, node: this.#node, ...counts })
      .onConflict((conflict) =>
        conflict.columns(['programme_id', 'hour', 'service_id', 'node']).doUpdateSet({
          answered: sql`excluded.answered`,
          refused: sql`excluded.refused`,
          latency: sql`excluded.latency`,
          claims: sql`excluded.claims`,
        }),
      )
      .execute();
  }

  #of(programme: string, service: string, atMs: number): Hour {
    const hour = atMs - (atMs % HOUR_MS);
    const key = `${hour} ${programme} ${service}`;
    let found = this.#hours.get(key);
    if (!found) {
      const latency = Array.from({ length: bucketCount }, () => 0);
      this.#hours.set(key, (found = { programme, service, hour, answered: 0, refused: 0, latency, claims: {}, isWritten: false }));
    }
    return found;
  }
}
