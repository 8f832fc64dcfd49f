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
  if (state.isDirectory())
    return signs.some((file) => existsSync(join(path, file))) ? verifyEvidence(path, options) : verifyLogDirectory(path, options);
  return state.isFile() && isPackedEvidence(path, state.size) ? verifyEvidence(path, options) : verifyProof(path, options);
}

const zipStart = Buffer.from('PK\u0003\u0004');
/** Of the first file: signature and fields before its name, the name. */
const firstNameAt = 30;
const longestStart = firstNameAt + packFiles.manifest.length;
const longestDirectory = 65_536;
/** No other ZIP has them. */
const names = [packFiles.exportRecord, packFiles.exportProof, packFiles.rangeProof];

/**
 * Whether this is the ZIP of an export, or was one before it was cut or damaged: it begins with the first file of a pack, or ends with a
 * directory of its files. Any other ZIP is none; it has been packed again if it has the files.
 */
function isPackedEvidence(path: string, size: number): boolean {
  try {
    const descriptor = openSync(path, 'r');
    const read = (at: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, at));
    };
    const [start, end] = [read(0, longestStart), read(Math.max(0, size - longestDirectory), longestDirectory)];
    closeSync(descriptor);
    const isZip = start.subarray(0, zipStart.length).equals(zipStart);
    if (!isZip && !path.toLowerCase().endsWith('.zip')) return false;
    const isCutInItsStart = size < longestStart && zipStart.subarray(0, size).equals(start.subarray(0, zipStart.length));
    return (
      isCutInItsStart || start.subarray(firstNameAt).equals(Buffer.from(packFiles.manifest)) || names.some((name) => end.includes(name))
    );
  } catch {
    return false; // whoever reads it next says why it can't be read
  }
}
