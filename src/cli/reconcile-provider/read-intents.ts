// Our side of the reconciliation, out of the published log alone: first the whole log is verified, then the leaves of queries are picked
// out. No database and no secret is needed, so a provider or an auditor with a copy of the log folder comes to the same result.
import { join } from 'node:path';
import type { Intent } from '#domain/gateway';
import { changedBundles, decodeBundle, leafHash, LedgerFormatError, parseLeaf, tileWidth } from '#domain/ledger';
import { InputError } from '../input/input-error.ts';
import { verifyLogDirectory, NotALogError, type OnProgress, type VerifyReport } from '../verify/index.ts';
import { LogFiles } from '../verify/log-files.ts';
import { sha256 } from '../verify/node-hashing.ts';
import { NotIntact } from './not-intact.ts';

/**
 * The queries of all months, in the order of the log.
 * @throws NotIntact @throws InputError where there is no log @throws WrongCall for a key that is none
 */
export async function readIntents(folder: string, key: string | undefined, onProgress: OnProgress): Promise<Iterable<Intent>> {
  const { intact, size, firstWrong } = await verify(folder, key, onProgress);
  if (!intact || size === undefined) throw new NotIntact(join(folder, firstWrong?.place ?? ''), firstWrong?.what ?? '');
  return intentsIn(folder, size);
}

async function verify(folder: string, key: string | undefined, onProgress: OnProgress): Promise<VerifyReport> {
  try {
    return await verifyLogDirectory(folder, { ...(key !== undefined && { key }), onProgress });
  } catch (error) {
    if (error instanceof NotALogError) throw new InputError({ file: folder }, error.message);
    throw error;
  }
}

function* intentsIn(folder: string, size: number): Generator<Intent> {
  const files = new LogFiles(folder);
  for (const bundle of changedBundles(0, size)) {
    const { path, bytes, width } = files.tile(bundle);
    const entries = decodeBundle(bytes, width).slice(0, bundle.width);
    for (const [place, entry] of entries.entries()) {
      const { type, month } = leafAt(path, place, entry);
      if (type === 'intent') yield { index: bundle.index * tileWidth + place, month, leafHash: leafHash(entry, sha256) };
    }
  }
}

function leafAt(path: string, place: number, entry: Uint8Array) {
  try {
    return parseLeaf(entry);
  } catch (error) {
    if (error instanceof LedgerFormatError) throw new InputError({ file: path, field: `entry ${place}` }, error.message);
    throw error;
  }
}
