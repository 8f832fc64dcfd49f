// A database restored to an earlier moment would issue indexes a second time, for other records. So before the first append
// it is held against what stands outside it: the published checkpoint, the signer's own memory, and what the witnesses have seen.
import { equalBytes } from '#domain/kernel';
import { hashLength, tileAt, tileWidth } from '#domain/ledger';
import { RolledBack } from './faults.ts';
import { leafHashOf } from './hash.ts';
import type { OpenLog } from './open-log.ts';
import { leafReader, readNext, type Queryable } from './read-leaves.ts';
import type { LeafReader } from './seal.ts';
import { aheadOf } from './witnesses/log-witnesses.ts';

/**
 * @returns how many records the database has, and how many are sealed
 * @throws RolledBack
 */
export async function checkRollback(log: OpenLog, queryable: Queryable): Promise<{ next: number; sealed: number }> {
  // In this order: another process may append and seal meanwhile, so the database is asked last.
  const published = await log.folder.checkpoint();
  const signed = await log.signer.last();
  const seen = published && (await log.witnesses?.largestSeen(published.text, published));
  const next = (await readNext(queryable, log.programme)) ?? 0;
  const sealed = published?.size ?? 0;
  const outside = Math.max(sealed, signed.size);
  if (next < outside)
    throw new RolledBack(
      log.programme,
      `the database holds ${next} records of ${log.programme}, but ${outside} were sealed: it is older than its log`,
    );
  if (seen && next < seen.size) throw aheadOf(log.programme, seen);
  if (sealed === 0) return { next, sealed };
  const stored = await databaseHash(sealed - 1, leafReader(queryable, log.programme));
  if (equalBytes(stored, await sealedHash(log, sealed))) return { next, sealed };
  throw new RolledBack(
    log.programme,
    `record ${sealed - 1} of ${log.programme} is not the one that was sealed: the database went another way`,
  );
}

async function databaseHash(index: number, readLeaves: LeafReader): Promise<Uint8Array> {
  const [leaf] = await readLeaves(index, index + 1);
  return leaf ? leafHashOf(leaf) : new Uint8Array(0);
}

async function sealedHash(log: OpenLog, size: number): Promise<Uint8Array> {
  const last = size - 1;
  const tile = tileAt(0, Math.floor(last / tileWidth), size);
  if (!tile) throw new RolledBack(log.programme, `the tiles of ${log.programme} end before its checkpoint`);
  const at = (last % tileWidth) * hashLength;
  return (await log.folder.readTile(tile)).subarray(at, at + hashLength);
}
