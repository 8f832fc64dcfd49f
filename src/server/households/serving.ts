// Which tables serve a programme now. Kept by whoever looks up, and checked by every lookup against the version that stands in the
// database at that moment: after a switch nobody is answered from the old tables.
import type { Database } from '#server/platform';
import { ForeignSnapshot, NoSnapshot } from './faults.ts';
import { sameFingerprint, type PersonDigests } from './person-digests.ts';

export interface Serving {
  readonly version: number;
  readonly rowsNumber: number;
  readonly statusNumber: number | undefined;
  readonly asOf: string;
  readonly snapshot: string;
}

/** @throws NoSnapshot | ForeignSnapshot */
export async function readServing(database: Database, programme: string, digests: PersonDigests): Promise<Serving> {
  const found = await database.selectFrom('household_serving').selectAll().where('programme_id', '=', programme).executeTakeFirst();
  if (!found || found.rows_number === null || found.as_of === null || found.snapshot === null)
    throw new NoSnapshot('no household file was imported yet');
  if (!sameFingerprint(found.key_fingerprint, digests.keyFingerprint))
    throw new ForeignSnapshot('the household data was imported under another key: restore the keystore, or import it again');
  return {
    version: found.version,
    rowsNumber: found.rows_number,
    statusNumber: found.status_number ?? undefined,
    asOf: found.as_of,
    snapshot: found.snapshot,
  };
}
