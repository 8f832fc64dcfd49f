// Verifies the evidence of a month's list with nothing but its files and the log's public key. First that the pack is the one whose export the
// log records, byte for byte; then, without trusting who made it, that its list is complete and exact.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import {
  keptCheckpoints,
  packFiles,
  parseAbout,
  parseManifest,
  provenByLog,
  readExportRecord,
  type ExportRecord,
  type ManifestEntry,
} from '#domain/evidence';
import { equalBytes, toBase64, utf8 } from '#domain/kernel';
import { leafHash, maxNoteLength, parseTlogProof, verifyInclusion, type Checkpoint } from '#domain/ledger';
import { checkMonth } from './check-month.ts';
import { monthEndText, readMonthEnd, readMonthEndKeys } from './check-month-ends.ts';
import type { OnProgress } from './check-tree.ts';
import { EvidenceFiles } from './evidence-files.ts';
import { sha256 } from './node-hashing.ts';
import { givenKeys, inForm, readSignedCheckpoint, type SignedCheckpoint, type Trust } from './signed-checkpoint.ts';
import { headOf, NotALogError, WrongEvidence, type EvidenceFacts, type VerifyReport } from './verify-report.ts';
import { toWrongEvidence, wrongAt } from './wrong-evidence.ts';

const longestText = 1 << 20;

/** @param path a folder, or the ZIP as it was exported @throws NotALogError where there is no checkpoint @throws WrongCall for a key that is none; everything else is in the report */
export function verifyEvidence(
  path: string,
  { onProgress = () => undefined, ...trust }: Trust & { readonly onProgress?: OnProgress } = {},
): VerifyReport {
  const keyGiven = givenKeys(trust).length > 0;
  const note: string[] = [];
  let checkpoint: Checkpoint | undefined;
  try {
    const files = statSync(path).isDirectory() ? EvidenceFiles.ofFolder(path) : EvidenceFiles.ofZip(path);
    const signed = readSignedCheckpoint(files, trust, note);
    if (!signed) throw new NotALogError(`${path} 裡沒有 checkpoint，無從查驗`);
    checkpoint = signed.checkpoint;
    const evidence = checkPack(files, signed, note, onProgress);
    return { intact: true, ...headOf(checkpoint), evidence, keyGiven, note };
  } catch (error) {
    const wrong = toWrongEvidence(error);
    if (!wrong) throw error;
    return { intact: false, ...headOf(checkpoint), keyGiven, firstWrong: wrong.wrong, note };
  }
}

function checkPack(files: EvidenceFiles, signed: SignedCheckpoint, note: string[], onProgress: OnProgress): EvidenceFacts {
  const record = checkExport(files, signed);
  const manifest = parseManifest(files.text(packFiles.manifest, longestText));
  noteUnlisted(files, manifest, note);
  reportProgress(files, manifest, onProgress);
  return blaming(firstChanged(files, manifest), () => {
    const about = parseAbout(files.text(packFiles.about, longestText));
    if (about.origin !== signed.checkpoint.origin || about.month !== record.month) throw wrongAt(packFiles.about, 'wrong-subject');
    const kept = readKept(manifest, files, about.origin, note);
    const { programme, month, subjects } = about;
    return { programme, month, subjects, ...checkMonth({ files, about, head: signed.checkpoint, kept }, note), exportIndex: record.index };
  });
}

/** A file that is not the exported one is to blame for whatever is wrong; the check says where in it, if that shows. */
function blaming<T>(changed: string | undefined, check: () => T): T {
  try {
    const found = check();
    if (changed === undefined) return found;
  } catch (error) {
    const wrong = toWrongEvidence(error);
    if (!wrong || changed === undefined || wrong.wrong.place.split(' ')[0] === changed) throw wrong ?? error;
  }
  throw wrongAt(changed, 'wrong-digest');
}

/** That the log holds the record of this very export, and that it names this very manifest. */
function checkExport(files: EvidenceFiles, { checkpoint, text }: SignedCheckpoint): ExportRecord {
  const record = readExportRecord(files.text(packFiles.exportRecord, longestText), sha256);
  const place = packFiles.exportProof;
  const proof = inForm(place, () => parseTlogProof(files.text(place, maxNoteLength)));
  const isOfThis = proof.checkpoint === text && proof.index === record.index && proof.extra && equalBytes(proof.extra, record.leaf);
  if (!isOfThis || !verifyInclusion(leafHash(record.leaf, sha256), record.index, checkpoint, proof.hashes, sha256))
    throw new WrongEvidence(place, 'not-included', '這份證明不能證明匯出紀錄在紀錄樹中');
  const manifest = utf8(files.text(packFiles.manifest, longestText));
  if (toBase64(sha256(manifest)) !== record.manifest) throw wrongAt(packFiles.manifest, 'not-recorded');
  return record;
}

function noteUnlisted(files: EvidenceFiles, manifest: readonly ManifestEntry[], note: string[]): void {
  const known = new Set([...provenByLog, ...manifest.map(({ path }) => path)]);
  const unlisted = files.paths.filter((path) => !known.has(path));
  if (unlisted.length > 0) note.push(`不屬於這份存證、未經驗證的檔案：${unlisted.slice(0, 5).join('、')}`);
}

/** Of bytes, over both passes: the digests, and what the list is made of. */
function reportProgress(files: EvidenceFiles, manifest: readonly ManifestEntry[], onProgress: OnProgress): void {
  const paths = [...manifest.map(({ path }) => path), packFiles.leaves, packFiles.openings, packFiles.list];
  const total = paths.reduce((sum, path) => sum + files.size(path), 0);
  let done = 0;
  files.onRead = (bytes) => {
    done = Math.min(done + bytes, total);
    onProgress(done, total);
  };
}

/** @throws WrongEvidence where a file is missing */
function firstChanged(files: EvidenceFiles, manifest: readonly ManifestEntry[]): string | undefined {
  const changed = manifest.find(({ path, digest }) => {
    const hash = createHash('sha256');
    for (const chunk of files.chunks(path)) hash.update(chunk);
    return !equalBytes(hash.digest(), digest);
  });
  return changed?.path;
}

/** The month-end checkpoints that the log kept, by the file each stands in. */
function readKept(manifest: readonly ManifestEntry[], files: EvidenceFiles, origin: string, note: string[]): Map<string, Checkpoint> {
  const months = manifest.flatMap(({ path }) => /^checkpoints\/(?<month>\d{4}-\d\d)$/.exec(path)?.groups?.['month'] ?? []);
  const kept = new Map<string, Checkpoint>();
  if (months.length === 0) return kept;
  const keys = readMonthEndKeys(files);
  for (const month of months) {
    const [checkpoint, monthEnd] = readMonthEnd(files, origin, keys, month);
    kept.set(`${keptCheckpoints}/${month}`, checkpoint);
    note.push(monthEndText(monthEnd));
  }
  return kept;
}
