// The leaves of a range of indexes, for sealing and for checks; whoever asks says through which connection.
import type { LeafReader } from './seal.ts';

/** A pool, one of its clients, or a transaction. */
export interface Queryable {
  query<Row extends object>(text: string, values: unknown[]): Promise<{ rows: Row[] }>;
}

/** Stops before the first index that is missing: what follows a hole is never sealed. */
export function leafReader(queryable: Queryable, programme: string): LeafReader {
  return async (from, to) => (await readWhole(queryable, programme, from, to)) ?? readUpToHole(queryable, programme, from, to);
}

/** All of them as one value, each after its length: a row for each takes the program five times as long. undefined: they are not all there. */
async function readWhole(queryable: Queryable, programme: string, from: number, to: number): Promise<Buffer[] | undefined> {
  const { rows } = await queryable.query<{ rows: number; indexes: number; leaves: Buffer }>(
    `select count(*)::int as rows, count(distinct index)::int as indexes,
       string_agg(int4send(length(leaf)) || leaf, ''::bytea order by index) as leaves
     from record where programme_id = $1 and index >= $2 and index < $3`,
    [programme, from, to],
  );
  const [found] = rows;
  if (!found || found.rows !== to - from || found.indexes !== to - from) return undefined;
  const leaves: Buffer[] = [];
  for (let at = 0; at < (found.leaves?.length ?? 0);) {
    const end = at + 4 + found.leaves.readInt32BE(at);
    leaves.push(found.leaves.subarray(at + 4, end));
    at = end;
  }
  return leaves;
}

async function readUpToHole(queryable: Queryable, programme: string, from: number, to: number): Promise<Buffer[]> {
  const { rows } = await queryable.query<{ index: number; leaf: Buffer }>(
    'select index, leaf from record where programme_id = $1 and index >= $2 and index < $3 order by index',
    [programme, from, to],
  );
  const hole = rows.findIndex((row, place) => row.index !== from + place);
  return (hole < 0 ? rows : rows.slice(0, hole)).map((row) => row.leaf);
}

/** undefined: the database has no such log. */
export async function readNext(queryable: Queryable, programme: string): Promise<number | undefined> {
  const { rows } = await queryable.query<{ next: number }>('select next from log_head where programme_id = $1', [programme]);
  return rows[0]?.next;
}
