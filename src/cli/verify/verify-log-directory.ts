// Verifies a log directory (c2sp.org/tlog-tiles with an Ed25519 checkpoint) with nothing but its files and a public key: no database, no
// server, no network, and of our own code only what reads the public formats. Any log of those specifications will do.
import { statSync } from 'node:fs';
import { equalBytes } from '#domain/kernel';
import { emptyRoot, type Checkpoint } from '#domain/ledger';
import { checkMonthEnds, monthEndText } from './check-month-ends.ts';
import { checkTree, type OnProgress } from './check-tree.ts';
import { LogFiles } from './log-files.ts';
import { sha256 } from './node-hashing.ts';
import { givenKeys, readSignedCheckpoint, type Trust } from './signed-checkpoint.ts';
import { headOf, NotALogError, WrongEvidence, type VerifyReport } from './verify-report.ts';

export type VerifyOptions = Trust & { readonly onProgress?: OnProgress };

/** Throws NotALogError where there is no checkpoint and WrongCall for a key that is none; everything else is in the report. */
export async function verifyLogDirectory(
  path: string,
  { onProgress = () => undefined, ...trust }: VerifyOptions = {},
): Promise<VerifyReport> {
  const keyGiven = givenKeys(trust).length > 0;
  if (!isFolder(path)) throw new NotALogError(`${path} 不是可讀取的資料夾`);
  const files = new LogFiles(path);
  const note: string[] = [];
  let checkpoint: Checkpoint | undefined;
  try {
    const signed = readSignedCheckpoint(files, trust, note);
    if (!signed) throw new NotALogError(`${path} 裡沒有 checkpoint，不是紀錄目錄`);
    checkpoint = signed.checkpoint;
    if (checkpoint.size > 0) checkTree(files, checkpoint, onProgress);
    else if (!equalBytes(checkpoint.rootHash, emptyRoot(sha256)))
      throw new WrongEvidence('checkpoint', 'wrong-root', '空的紀錄，根雜湊值不符');
    const monthEnds = checkMonthEnds(files, checkpoint);
    note.push(...monthEnds.map(monthEndText));
    return { intact: true, ...headOf(checkpoint), keyGiven, ...(monthEnds.length > 0 && { monthEnds }), note };
  } catch (error) {
    if (!(error instanceof WrongEvidence)) throw error;
    return { intact: false, ...headOf(checkpoint), keyGiven, firstWrong: error.wrong, note };
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // not there, or not for us to see
  }
}
