// Verifies a log directory (c2sp.org/tlog-tiles with an Ed25519 checkpoint) with nothing but its files and a public key: no database, no
// server, no network, and of our own code only what reads the public formats. Any log of those specifications will do.
import { statSync } from 'node:fs';
import { equalBytes, FormatError, fromUtf8, toBase64 } from '#domain/kernel';
import {
  emptyRoot,
  formatVkey,
  LedgerFormatError,
  maxNoteLength,
  openCheckpoint,
  parseVkey,
  type Checkpoint,
  type VerifierKey,
} from '#domain/ledger';
import { WrongCall } from '../exit-codes.ts';
import { checkTree, type OnProgress } from './check-tree.ts';
import { LogFiles } from './log-files.ts';
import { sha256, verifyEd25519 } from './node-hashing.ts';
import { wrongFormat } from './wrong-format.ts';
import { NotALogError, WrongEvidence, type VerifyReport } from './verify-report.ts';

export type VerifyOptions = { readonly key?: string; readonly onProgress?: OnProgress };

const longestVkey = 8_192;
const withoutGivenKey =
  '未以 --key 指定公開金鑰，改以紀錄目錄所附的 vkey 檔驗證：這能證明紀錄前後一致、未遭竄改，但不能證明出自哪個機關。請向保管機關另行取得公開金鑰，以 --key 再驗證一次。';

/** Throws NotALogError where there is no checkpoint and WrongCall for a key that is none; everything else is in the report. */
export async function verifyLogDirectory(path: string, { key, onProgress = () => undefined }: VerifyOptions = {}): Promise<VerifyReport> {
  const given = key === undefined ? undefined : parseGivenKey(key);
  if (!isFolder(path)) throw new NotALogError(`${path} 不是可讀取的資料夾`);
  const files = new LogFiles(path);
  const note: string[] = [];
  let checkpoint: Checkpoint | undefined;
  try {
    const signed = files.find('checkpoint', maxNoteLength);
    if (!signed) throw new NotALogError(`${path} 裡沒有 checkpoint，不是紀錄目錄`);
    const trusted = chooseKey(files, given);
    if (!given) note.push(withoutGivenKey);
    checkpoint = verifyCheckpoint(signed, trusted);
    if (checkpoint.origin !== trusted.name)
      note.push(`金鑰名稱「${trusted.name}」與紀錄來源「${checkpoint.origin}」不同，請確認這把金鑰確屬這份紀錄。`);
    if (checkpoint.size > 0) checkTree(files, checkpoint, onProgress);
    else if (!equalBytes(checkpoint.rootHash, emptyRoot(sha256)))
      throw new WrongEvidence('checkpoint', 'wrong-root', '空的紀錄，根雜湊值不符');
    return { intact: true, ...describe(checkpoint), keyGiven: given !== undefined, note };
  } catch (error) {
    if (!(error instanceof WrongEvidence)) throw error;
    return { intact: false, ...describe(checkpoint), keyGiven: given !== undefined, firstWrong: error.wrong, note };
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // not there, or not for us to see
  }
}

function parseGivenKey(key: string): VerifierKey {
  try {
    return parseVkey(key.trim(), sha256);
  } catch (error) {
    if (error instanceof LedgerFormatError) throw new WrongCall(`--key 不是有效的公開金鑰(${error.code})`);
    throw error;
  }
}

/** The key given, else the one beside the checkpoint. A vkey file that contradicts the log's own given key is itself wrong. */
function chooseKey(files: LogFiles, given: VerifierKey | undefined): VerifierKey {
  const file = files.find('vkey', longestVkey);
  if (!file && !given) throw new WrongEvidence('vkey', 'missing', '沒有 vkey 檔，也沒有以 --key 指定公開金鑰');
  if (!file) return given as VerifierKey; // one of the two is there
  const beside = readText('vkey', file, (text) => parseVkey(text.replace(/\r?\n$/, ''), sha256));
  if (given && given.type === beside.type && formatVkey(given) !== formatVkey(beside)) {
    throw new WrongEvidence('vkey', 'wrong-key', '紀錄目錄所附的 vkey 不是 --key 指定的公開金鑰');
  }
  return given ?? beside;
}

function verifyCheckpoint(note: Uint8Array, key: VerifierKey): Checkpoint {
  const verdict = readText('checkpoint', note, (text) => openCheckpoint(text, [key], verifyEd25519));
  switch (verdict.kind) {
    case 'verified':
      return verdict.checkpoint;
    case 'wrong-signature':
      throw new WrongEvidence('checkpoint', 'wrong-signature', `「${key.name}」的簽章不正確`);
    case 'no-known-signature':
      throw new WrongEvidence('checkpoint', 'not-signed-by-key', `沒有「${key.name}」這把金鑰的簽章`);
  }
}

function readText<T>(place: string, bytes: Uint8Array, read: (text: string) => T): T {
  try {
    return read(fromUtf8(bytes));
  } catch (error) {
    if (error instanceof LedgerFormatError) throw wrongFormat(place, error);
    if (error instanceof FormatError) throw new WrongEvidence(place, 'not-utf8', '不是 UTF-8 文字');
    throw error;
  }
}

function describe(checkpoint: Checkpoint | undefined): Pick<VerifyReport, 'origin' | 'size' | 'rootHash'> {
  return checkpoint ? { origin: checkpoint.origin, size: checkpoint.size, rootHash: toBase64(checkpoint.rootHash) } : {};
}
