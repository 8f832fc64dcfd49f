// The month-end checkpoints that a log keeps beside its tiles: signed by a key that the log lists, with ML-DSA-44 as well, each the root of
// the first records of this very log, and each timestamp of these very bytes. The authority's own signature takes its certificate:
// `openssl ts -verify -data checkpoints/2026-10 -in checkpoints/2026-10.tsr -CAfile authority.pem`.
import { equalBytes } from '#domain/kernel';
import {
  edgeRoot,
  hashLength,
  isTimestampOf,
  LedgerFormatError,
  maxNoteLength,
  maxTimestampLength,
  parseNote,
  parseTimestampReply,
  parseVkeys,
  readRightEdge,
  rightEdgeTiles,
  tileAt,
  tilePath,
  verifyMlDsaCosignature,
  type Checkpoint,
  type VerifierKey,
} from '#domain/ledger';
import type { LogFiles } from './log-files.ts';
import { canVerifyMlDsa, sha256, verifyMlDsa } from './node-hashing.ts';
import { readText, verifyNoteAt, type FoundFiles } from './signed-checkpoint.ts';
import { WrongEvidence, type MonthEnd } from './verify-report.ts';
import { wrongFormat } from './wrong-format.ts';

const folder = 'checkpoints';
const longestVkeys = 1_000_000;

/** The tree of `checkpoint` was found right before. @throws WrongEvidence */
export function checkMonthEnds(files: LogFiles, checkpoint: Checkpoint): MonthEnd[] {
  const months = files.list(folder).filter((name) => /^\d{4}-\d\d$/.test(name)).toSorted(); // prettier-ignore
  if (months.length === 0) return [];
  const keys = readMonthEndKeys(files);
  return months.map((month) => checkMonthEnd(files, checkpoint, keys, month));
}

/** Every key that ever signed one. */
export function readMonthEndKeys(files: FoundFiles): readonly VerifierKey[] {
  return readText(`${folder}/vkey`, find(files, 'vkey', longestVkeys), (text) => parseVkeys(text, sha256));
}

/** Its signatures and its timestamp; whether its root is the log's is for the caller to see. @throws WrongEvidence */
export function readMonthEnd(files: FoundFiles, origin: string, keys: readonly VerifierKey[], month: string): [Checkpoint, MonthEnd] {
  const place = `${folder}/${month}`;
  const bytes = find(files, month, maxNoteLength);
  const text = readText(place, bytes, (whole) => whole);
  const checkpoint = verifyNoteAt(place, text, keys);
  if (checkpoint.origin !== origin) throw new WrongEvidence(place, 'wrong-key', '這個月結檢查點屬於另一份紀錄');
  const mlDsaChecked = canVerifyMlDsa();
  if (mlDsaChecked) checkMlDsa(place, text, keys);
  const stampedAt = stampedTime(files, `${month}.tsr`, bytes);
  return [checkpoint, { month, size: checkpoint.size, mlDsaChecked, ...(stampedAt !== undefined && { stampedAt }) }];
}

export function monthEndText({ month, size, mlDsaChecked, stampedAt }: MonthEnd): string {
  const mlDsa = mlDsaChecked ? 'ML-DSA-44 簽章相符' : '這個版本的 Node 無法查驗 ML-DSA-44 簽章';
  const stamp = stampedAt === undefined ? '沒有時戳' : `時戳 ${stampedAt}（時戳機構的簽章請以 openssl ts -verify 查驗）`;
  return `${month} 月結：前 ${size} 筆紀錄，${mlDsa}，${stamp}`;
}

function checkMonthEnd(files: LogFiles, log: Checkpoint, keys: readonly VerifierKey[], month: string): MonthEnd {
  const place = `${folder}/${month}`;
  const [{ size, rootHash }, monthEnd] = readMonthEnd(files, log.origin, keys, month);
  if (size > log.size) throw new WrongEvidence(place, 'wrong-root', `涵蓋 ${size} 筆紀錄，但這份紀錄只有 ${log.size} 筆`);
  if (!equalBytes(rootAt(files, log, size), rootHash))
    throw new WrongEvidence(place, 'wrong-root', `根雜湊值不是前 ${size} 筆紀錄的根雜湊值`);
  return monthEnd;
}

function checkMlDsa(place: string, text: string, keys: readonly VerifierKey[]): void {
  const note = parseNote(text);
  const verdicts = new Set(keys.map((key) => verifyMlDsaCosignature(note, key, verifyMlDsa)));
  if (verdicts.has('wrong-signature')) throw new WrongEvidence(place, 'wrong-signature', 'ML-DSA-44 簽章不正確');
  if (!verdicts.has('verified')) throw new WrongEvidence(place, 'not-signed-by-key', '沒有這份紀錄的 ML-DSA-44 簽章');
}

function stampedTime(files: FoundFiles, name: string, stamped: Uint8Array): string | undefined {
  const place = `${folder}/${name}`;
  const bytes = files.find(place, maxTimestampLength);
  if (!bytes) return undefined;
  const reply = inForm(place, () => parseTimestampReply(bytes));
  if (reply.kind === 'granted' && isTimestampOf(reply.timestamp, sha256(stamped))) return reply.timestamp.time;
  throw new WrongEvidence(place, 'wrong-hash', '這個時戳不是這個月結檢查點的時戳');
}

/** The root of the tree when it had `size` records, out of the tiles of the larger one. */
function rootAt(files: LogFiles, log: Checkpoint, size: number): Uint8Array {
  const tiles = rightEdgeTiles(size).map((tile) => {
    const now = tileAt(tile.level, tile.index, log.size) ?? tile;
    return [tilePath(tile), files.tile(now).bytes.subarray(0, tile.width * hashLength)] as const;
  });
  return edgeRoot(readRightEdge(size, new Map(tiles)), sha256);
}

function find(files: FoundFiles, name: string, longest: number): Uint8Array {
  const bytes = files.find(`${folder}/${name}`, longest);
  if (!bytes) throw new WrongEvidence(`${folder}/${name}`, 'missing', '缺少這個檔案');
  return bytes;
}

function inForm<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof LedgerFormatError) throw wrongFormat(place, error);
    throw error;
  }
}
