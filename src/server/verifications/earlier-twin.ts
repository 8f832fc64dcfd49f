// The log refuses a record id a second time within a month. Just after a month's end the month before is asked too, so that neither a replayed
// request nor a retry under its idempotency key is taken for a new one at midnight.
import { monthInTaipei } from '#domain/kernel';
import { signatureWindowSeconds } from '#domain/verification';
import type pg from 'pg';
import type { RequestToken } from './record-id.ts';

/** A retry may come so much later. */
const KEY_KEPT_MS = 24 * 3_600_000;
const NONCE_KEPT_MS = 2 * signatureWindowSeconds * 1_000;

/** The month in which the same request may have been recorded earlier; undefined: only in this one. */
export function earlierMonth(kind: RequestToken['kind'], atMs: number): string | undefined {
  const earlier = monthInTaipei(atMs - (kind === 'key' ? KEY_KEPT_MS : NONCE_KEPT_MS));
  return earlier === monthInTaipei(atMs) ? undefined : earlier;
}

/** Record id → index, of those that stand in the month. */
export async function findEarlier(
  pool: pg.Pool,
  programme: string,
  month: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ record_id: string; index: number }>(
    'select record_id, index from record where programme_id = $1 and month = $2 and record_id = any($3::uuid[])',
    [programme, `${month}-01`, ids],
  );
  return new Map(rows.map((row) => [row.record_id, row.index]));
}
