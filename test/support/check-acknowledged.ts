// What must hold after any fault: every answer that left is stored exactly once at the index it named, with the leaf its receipt
// promised; indexes run from 0 without a hole; and the program's own verification finds everything intact.
import { equalBytes } from '#domain/kernel';
import { leafHash, parsePromise } from '#domain/ledger';
import { sha256 } from '#server/keys';
import type { Acknowledged } from './program-client.ts';
import { programme, type SharedOffice } from './shared-office.ts';

/** @throws naming the first answer that is not stored as it was given */
export async function checkAcknowledged(office: SharedOffice, acknowledged: readonly Acknowledged[]): Promise<void> {
  const stored = await office.query<{ id: string; index: number; leaf: Buffer }>(
    `select i.record_id as id, o.index::int as index, o.leaf from record i
     join record o on o.programme_id = i.programme_id and o.intent_index = i.index
     where i.programme_id = $1 and i.record_id = any($2::uuid[])`,
    [programme, acknowledged.map(({ id }) => id)],
  );
  if (stored.length !== acknowledged.length) throw new Error(`${acknowledged.length} answers left, ${stored.length} are stored`);
  const byId = new Map(stored.map((row) => [row.id, row]));
  for (const { id, index, receipt } of acknowledged) {
    const row = byId.get(id);
    const { promise } = parsePromise(receipt);
    if (row?.index !== index || promise.index !== index || !equalBytes(promise.leafHash, leafHash(row.leaf, sha256)))
      throw new Error(`the answer ${id} named index ${index}; stored is ${row ? `index ${row.index}` : 'nothing'}`);
  }
  const [head] = await office.query<{ rows: number; top: number; next: number }>(
    `select count(*)::int as rows, max(index)::int + 1 as top, (select next::int from log_head where programme_id = $1) as next
     from record where programme_id = $1`,
    [programme],
  );
  if (!head || head.rows !== head.top || head.top !== head.next) throw new Error(`indexes have holes: ${JSON.stringify(head)}`);
}

/** `mingcha verify` of all logs and stored records. */
export async function checkVerifies(office: SharedOffice): Promise<void> {
  const { code, stdout, stderr } = await office.run(['verify', '--json']);
  if (code !== 0) throw new Error(`mingcha verify ended with ${code}:\n${stdout}${stderr}`);
}
