// Which addresses of the allow-list are used, and when last (NV-3.8): noted in memory on an address's first use of a day, written some
// at a time. What a crash loses is noted again with the next use.
import { sql } from 'kysely';
import type { IpAddress } from '#domain/query';
import type { Database } from '#server/platform';

/** Far more than all allow-lists hold. */
const MOST_WAITING = 100_000;

export class UseNotes {
  readonly #database: Database;
  /** Service → address → the day noted last. */
  readonly #noted = new Map<string, Map<IpAddress, string>>();
  #waiting: { readonly service: string; readonly address: IpAddress; readonly day: string }[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  note(service: string, address: IpAddress, day: string): void {
    let days = this.#noted.get(service);
    if (!days) this.#noted.set(service, (days = new Map()));
    if (days.get(address) === day || this.#waiting.length >= MOST_WAITING) return;
    days.set(address, day);
    this.#waiting.push({ service, address, day });
  }

  /** Those that can't be written wait on. */
  async flush(): Promise<void> {
    const notes = this.#waiting;
    if (notes.length === 0) return;
    this.#waiting = [];
    const [services, addresses, days] = [
      notes.map(({ service }) => service),
      notes.map(({ address }) => address),
      notes.map(({ day }) => day),
    ];
    try {
      await sql`
        update client_address set last_used_on = greatest(last_used_on, note.day)
        from unnest(${services}::text[], ${addresses}::text[], ${days}::date[]) as note (service, address, day)
        where service_id = note.service and client_address.address = note.address
      `.execute(this.#database);
    } catch (error) {
      this.#waiting = [...notes, ...this.#waiting];
      throw error;
    }
  }
}
