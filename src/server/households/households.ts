// The household data as the verification service sees it: who is asked about goes in as digests, yes and no come out. Digests that were
// stored never leave the database.
import type { PersonFacts } from '#domain/verification';
import type { Digest, PersonDigests } from './person-digests.ts';

export interface PersonAsked {
  readonly person: Digest;
  /** Where the asker gave one. */
  readonly name?: Digest | undefined;
  readonly birthDate?: Digest | undefined;
}

export interface LookedUp {
  /** The day whose state the household file shows, `2026-10-31`. */
  readonly asOf: string;
  /** The id of the import that serves. */
  readonly snapshot: string;
  /** In the order asked; undefined: in no file that serves. */
  readonly found: readonly (PersonFacts | undefined)[];
}

export interface Households {
  /** Made once for a programme and kept. */
  digests(programme: string): PersonDigests;
  /**
   * Callers at the same moment share one statement; all of one call's persons are answered from one snapshot.
   * @throws NoSnapshot | ForeignSnapshot | LookupOverloaded, or the database's fault
   */
  lookUp(programme: string, persons: readonly PersonAsked[]): Promise<LookedUp>;
  /** Ends what runs here: lookups under way are answered, an import stops and is resumed by whoever opens the households next. */
  close(): Promise<void>;
}
