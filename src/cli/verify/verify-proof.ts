// Verifies what proves a single record: a tlog-proof (c2sp.org/tlog-proof; the QR code under a printed list holds one) with the record's
// leaf, or the receipt that came with an answer. By the public key alone; a receipt is a promise, and says so.
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import {
  leafHash,
  maxEntryLength,
  maxNoteLength,
  openReceiptKey,
  parsePromise,
  parseTlogProof,
  verifyInclusion,
  verifyPromise,
  type VerifierKey,
} from '#domain/ledger';
import { WrongCall } from '../exit-codes.ts';
import { LogFiles } from './log-files.ts';
import { sha256, verifyEd25519 } from './node-hashing.ts';
import { givenKeys, inForm, readText, trustedKeys, verifyNoteAt, type Trust } from './signed-checkpoint.ts';
import { requirePolicy } from './trust-policy.ts';
import { headOf, NotALogError, WrongEvidence, type VerifyReport } from './verify-report.ts';

interface ProofOptions extends Trust {
  /** A file that holds the record's leaf, where the proof doesn't carry it. */
  readonly leaf?: string;
}

const longestProof = 2 * maxNoteLength;
const receiptNote = '收據是紀錄機關的簽署承諾：這筆紀錄應在上列序號。封存後請以存在證明(tlog-proof)再驗證一次。';

/** @throws NotALogError for a file that is neither, WrongCall where key or leaf is lacking */
export function verifyProof(path: string, options: ProofOptions): VerifyReport {
  const given = givenKeys(options);
  const place = basename(path);
  const bytes = readBytes(path, longestProof);
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const isReceipt = start.startsWith('mingcha-receipt-');
  if (!isReceipt && !start.startsWith('c2sp.org/tlog-proof@') && !path.endsWith('.tlog-proof'))
    throw new NotALogError(`${path} 不是紀錄目錄、存證檔、存在證明或收據`);
  const report = { keyGiven: given.length > 0, note: [] as string[] };
  try {
    const text = readText(place, bytes, (whole) => whole);
    const files = new LogFiles(dirname(path));
    const keys = trustedKeys(files, given, report.note);
    return isReceipt ? verifyReceipt(place, text.trim(), files, keys, report) : verifyTlog(place, text, keys, report, options);
  } catch (error) {
    if (!(error instanceof WrongEvidence)) throw error;
    if (error.wrong.place === 'vkey' && error.wrong.code === 'missing')
      throw new WrongCall(`--key：${place} 旁沒有 vkey 檔，請以 --key 指定公開金鑰`);
    return { intact: false, ...report, firstWrong: error.wrong };
  }
}

type ReportStart = Pick<VerifyReport, 'keyGiven'> & { readonly note: string[] };

function verifyTlog(
  place: string,
  text: string,
  keys: readonly VerifierKey[],
  report: ReportStart,
  { leaf, policy }: ProofOptions,
): VerifyReport {
  const proof = inForm(place, () => parseTlogProof(text));
  const checkpoint = verifyNoteAt(place, proof.checkpoint, keys);
  if (policy) requirePolicy(place, proof.checkpoint, policy, report.note);
  const entry = leaf === undefined ? proof.extra : readBytes(leaf, maxEntryLength);
  if (!entry) throw new WrongCall(`--leaf：${place} 未附紀錄的葉，請以 --leaf 指定檔案`);
  if (!verifyInclusion(leafHash(entry, sha256), proof.index, checkpoint, proof.hashes, sha256))
    throw new WrongEvidence(place, 'not-included', '這份證明不能證明這筆紀錄在紀錄樹中');
  return { intact: true, ...headOf(checkpoint), index: proof.index, ...report };
}

/** A log whose checkpoints are signed apart certifies the key of its receipts; its note may lie beside. */
function verifyReceipt(place: string, text: string, files: LogFiles, keys: readonly VerifierKey[], report: ReportStart): VerifyReport {
  const parsed = inForm(place, () => parsePromise(text));
  const { origin, index } = parsed.promise;
  const certified = files.find('receipt-key', maxNoteLength);
  const receiptKey = certified && readText('receipt-key', certified, (note) => openReceiptKey(note, origin, keys, sha256, verifyEd25519));
  const signers = receiptKey ? [receiptKey, ...keys] : keys;
  if (!signers.some((key) => key.type === 'ed25519' && verifyPromise(parsed, key.publicKey, verifyEd25519, sha256)))
    throw new WrongEvidence(place, 'wrong-signature', '收據不是以這把金鑰簽署');
  return { intact: true, origin, index, ...report, note: [...report.note, receiptNote] };
}

function readBytes(path: string, longest: number): Uint8Array {
  try {
    const state = statSync(path);
    if (!state.isFile() || state.size > longest) throw new NotALogError(`${path} 不是存在證明或收據`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof NotALogError) throw error;
    throw new NotALogError(`${path} 無法讀取`);
  }
}
