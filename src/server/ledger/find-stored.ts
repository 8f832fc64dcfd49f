// Which of these record ids stand in the log already, and at which index.
import type { StoredRow } from './stored-row.ts';
import { leafHashOf } from './hash.ts';
import type { Queryable } from './read-leaves.ts';

export interface FoundRow {
  readonly index: number;
  readonly leaf: Buffer;
  readonly leafHash: Uint8Array;
}

type Sought = Pick<StoredRow, 'month' | 'recordId'>;

export async function findStored(queryable: Queryable, programme: string, sought: readonly Sought[]): Promise<Map<string, FoundRow>> {
  const { rows } = await queryable.query<{ record_id: string; index: number; leaf: Buffer }>(
    `select record.record_id, record.index, record.leaf
     from unnest($2::date[], $3::uuid[]) as sought (month, record_id)
     join record on record.programme_id = $1 and record.month = sought.month and record.record_id = sought.record_id`,
    [programme, sought.map((row) => `${row.month}-01`), sought.map((row) => row.recordId)],
  );
  return new Map(rows.map((row) => [row.record_id, { index: row.index, leaf: row.leaf, leafHash: leafHashOf(row.leaf) }]));
}
