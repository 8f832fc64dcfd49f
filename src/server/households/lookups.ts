// Group lookup, as the log's appender groups appends: one statement in flight for a programme, the next gathers meanwhile, without a timer.
import pg from 'pg';
import type { Database } from '#server/platform';
import { LookupOverloaded } from './faults.ts';
import type { LookedUp, PersonAsked } from './households.ts';
import { lookupText, readFound, uuidArray } from './lookup-statement.ts';
import type { PersonDigests } from './person-digests.ts';
import { readServing, type Serving } from './serving.ts';

/** More than one call's 1,000 share a statement only with small ones. */
const LARGEST_STATEMENT = 1_024;
/** About a second's worth. */
const QUEUE_LIMIT = 20_000;
/** Of one statement: a switch may meet it, the next one hardly. */
const MOST_TRIES = 5;
const STATEMENT_PATIENCE_MS = 5_000;
const UNDEFINED_TABLE = '42P01';

interface Waiting {
  readonly persons: readonly PersonAsked[];
  readonly resolve: (found: LookedUp) => void;
  readonly reject: (error: unknown) => void;
}

export interface LookupParts {
  readonly pool: pg.Pool;
  readonly database: Database;
  readonly programme: string;
  readonly digests: PersonDigests;
}

export class Lookups {
  readonly #parts: LookupParts;
  #waiting: Waiting[] = [];
  #waitingPersons = 0;
  #running: Promise<void> | undefined;
  #serving: Serving | undefined;

  constructor(parts: LookupParts) {
    this.#parts = parts;
  }

  lookUp(persons: readonly PersonAsked[]): Promise<LookedUp> {
    if (persons.length === 0) throw new RangeError('a lookup asks about somebody');
    if (this.#waitingPersons + persons.length > QUEUE_LIMIT) {
      return Promise.reject(new LookupOverloaded(`${this.#waitingPersons} persons wait to be looked up already`));
    }
    this.#waitingPersons += persons.length;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ persons, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves once nobody waits. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whoever's request has arrived by now belongs to the next statement: a statement costs as much as asking about ten persons.
      await new Promise(setImmediate);
      const group = this.#takeGroup();
      try {
        await this.#answer(group);
      } catch (error) {
        for (const one of group) one.reject(error);
      }
    }
    this.#running = undefined;
  }

  #takeGroup(): Waiting[] {
    let persons = 0;
    let size = 0;
    for (const { persons: asked } of this.#waiting) {
      if (size > 0 && persons + asked.length > LARGEST_STATEMENT) break;
      persons += asked.length;
      size += 1;
    }
    this.#waitingPersons -= persons;
    return this.#waiting.splice(0, size);
  }

  async #answer(group: readonly Waiting[]): Promise<void> {
    const persons = group.length === 1 && group[0] ? group[0].persons : group.flatMap((one) => one.persons);
    const { serving, found } = await this.#ask(persons);
    let at = 0;
    for (const { persons: asked, resolve } of group) {
      resolve({ asOf: serving.asOf, snapshot: serving.snapshot, found: found.slice(at, at + asked.length) });
      at += asked.length;
    }
  }

  async #ask(persons: readonly PersonAsked[]): Promise<{ serving: Serving; found: LookedUp['found'] }> {
    for (let tries = 1; ; tries += 1) {
      const { database, programme, digests } = this.#parts;
      const serving = (this.#serving ??= await readServing(database, programme, digests));
      const found = await this.#read(serving, persons);
      if (found) return { serving, found };
      this.#serving = undefined;
      if (tries === MOST_TRIES) throw new Error('the serving tables changed again and again');
    }
  }

  /** undefined: these tables don't serve any more. */
  async #read(serving: Serving, persons: readonly PersonAsked[]): Promise<LookedUp['found'] | undefined> {
    const config: pg.QueryConfig & { query_timeout: number } = {
      name: `household-lookup-${serving.rowsNumber}-${serving.statusNumber ?? 'none'}`,
      text: lookupText(serving),
      values: [
        uuidArray(persons.map(({ person }) => person)),
        uuidArray(persons.map(({ name }) => name)),
        uuidArray(persons.map(({ birthDate }) => birthDate)),
        this.#parts.programme,
      ],
      query_timeout: STATEMENT_PATIENCE_MS,
    };
    try {
      const { rows } = await this.#parts.pool.query<{ found: string; version: number | null }>(config);
      return rows[0]?.version === serving.version ? readFound(rows[0].found) : undefined;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return undefined;
      throw error;
    }
  }
}
