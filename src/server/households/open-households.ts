// Opens a node's side of the household data: lookups grouped by programme, on connections of their own.
import type pg from 'pg';
import type { Keystore } from '#server/keys';
import { connectDatabase } from '#server/platform';
import type { Households } from './households.ts';
import { Lookups } from './lookups.ts';
import { personDigestsOf, type PersonDigests } from './person-digests.ts';

export interface HouseholdOptions {
  /** Of its own, so that lookups wait for nothing else. */
  readonly pool: pg.Pool;
  readonly keystore: Keystore;
}

export function openHouseholds({ pool, keystore }: HouseholdOptions): Households {
  const database = connectDatabase(pool);
  const digests = new Map<string, PersonDigests>();
  const lookups = new Map<string, Lookups>();
  const digestsOf = (programme: string): PersonDigests => {
    const known = digests.get(programme) ?? personDigestsOf(keystore, programme);
    digests.set(programme, known);
    return known;
  };
  const lookupsOf = (programme: string): Lookups => {
    const known = lookups.get(programme) ?? new Lookups({ pool, database, programme, digests: digestsOf(programme) });
    lookups.set(programme, known);
    return known;
  };
  return {
    digests: digestsOf,
    lookUp: (programme, persons) => lookupsOf(programme).lookUp(persons),
    close: async () => {
      await Promise.all([...lookups.values()].map((each) => each.idle()));
    },
  };
}
