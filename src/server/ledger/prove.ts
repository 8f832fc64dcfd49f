// What an outsider gets of a log: its newest checkpoint, and the proof that a record is under it.
import type pg from 'pg';
import { formatTlogProof, inclusionProof } from '#domain/ledger';
import { sha256 } from '#server/keys';
import { LogUnavailable } from './faults.ts';
import type { LogState } from './ledger.ts';
import type { OpenLog } from './open-log.ts';
import { readNext } from './read-leaves.ts';

/** C2SP tlog-proof; undefined for a record that is not sealed yet, or isn't there. */
export async function proofOf({ folder }: OpenLog, index: number): Promise<string | undefined> {
  const checkpoint = await folder.checkpoint();
  if (!checkpoint || !Number.isSafeInteger(index) || index < 0 || index >= checkpoint.size) return undefined;
  const hashes = await inclusionProof(index, checkpoint.size, folder.nodeReader(checkpoint.size), sha256);
  return formatTlogProof({ index, hashes, checkpoint: checkpoint.text });
}

export async function stateOf({ folder, key, origin, programme }: OpenLog, pool: pg.Pool): Promise<LogState> {
  const sealedAt = await folder.sealedAt();
  const checkpoint = await folder.checkpoint();
  const next = await readNext(pool, programme);
  if (!checkpoint || next === undefined) throw new LogUnavailable('seal-too-old', `${programme} has no checkpoint yet`);
  return { origin, vkey: key.vkey, next, size: checkpoint.size, rootHash: checkpoint.rootHash, sealedAt, checkpoint: checkpoint.text };
}
