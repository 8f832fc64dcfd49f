// The leaves of a range of indexes, for sealing and for checks; whoever asks says through which connection.
import type { LeafReader } from './seal.ts';

/** A pool, one of its clients, or a transaction. */
export interface Queryable {
  query<Row extends object>(text: string, values: unknown[]): Promise<{ rows: Row[] }>;
}

/** Stops before the first index that is missing: what follows a hole is never sealed. */
export function leafReader(queryable: Queryable, programme: string): LeafReader {
  return async (from, to) => {
    const { rows } = await queryable.query<{ index: number; leaf: Buffer }>(
      'select index, leaf from record where programme_id = $1 and index >= $2 and index < $3 order by index',
      [programme, from, to],
    );
    const hole = rows.findIndex((row, place) => row.index !== from + place);
    return (hole < 0 ? rows : rows.slice(0, hole)).map((row) => row.leaf);
  };
}

/** undefined: the database has no such log. */
export async function readNext(queryable: Queryable, programme: string): Promise<number | undefined> {
  const { rows } = await queryable.query<{ next: number }>('select next from log_head where programme_id = $1', [programme]);
  return rows[0]?.next;
}
