// What lies at a path: the directory of a log, the evidence of a month (a folder, or a ZIP), or the proof of one record.
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packFiles } from '#domain/evidence';
import { verifyEvidence } from './verify-evidence.ts';
import { verifyLogDirectory, type VerifyOptions } from './verify-log-directory.ts';
import { verifyProof } from './verify-proof.ts';
import { NotALogError, type VerifyReport } from './verify-report.ts';

export type VerifyPathOptions = VerifyOptions & { readonly leaf?: string };

/** Any of them is enough: the one that is missing is then named. */
const signs = [packFiles.manifest, packFiles.exportRecord, packFiles.rangeProof, packFiles.openings];

/** @throws NotALogError @throws WrongCall */
export async function verifyPath(path: string, options: VerifyPathOptions = {}): Promise<VerifyReport> {
  const state = statSync(path, { throwIfNoEntry: false });
  if (!state) throw new NotALogError(`${path} 不存在`);
  if (!state.isDirectory()) return isZip(path) ? verifyEvidence(path, options) : verifyProof(path, options);
  return signs.some((file) => existsSync(join(path, file))) ? verifyEvidence(path, options) : verifyLogDirectory(path, options);
}

function isZip(path: string): boolean {
  if (path.toLowerCase().endsWith('.zip')) return true;
  try {
    const descriptor = openSync(path, 'r');
    const start = Buffer.alloc(4);
    readSync(descriptor, start, 0, 4, 0);
    closeSync(descriptor);
    return start.equals(Buffer.from('PK\u0003\u0004'));
  } catch {
    return false; // whoever reads it next says why it can't be read
  }
}
