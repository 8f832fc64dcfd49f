// The signed checkpoint that everything else is held against: by the key that was given, else by the keys that lie beside it.
import { FormatError, fromUtf8 } from '#domain/kernel';
import {
  formatVkey,
  LedgerFormatError,
  maxNoteLength,
  openCheckpoint,
  parseVkey,
  parseVkeys,
  type Checkpoint,
  type Policy,
  type VerifierKey,
} from '#domain/ledger';
import { WrongCall } from '../exit-codes.ts';
import { sha256, verifyEd25519 } from './node-hashing.ts';
import { requirePolicy } from './trust-policy.ts';
import { WrongEvidence } from './verify-report.ts';
import { wrongFormat } from './wrong-format.ts';

/** A folder of files that may be damaged or hostile: the file, or undefined where there is none. */
export interface FoundFiles {
  find(path: string, longest: number): Uint8Array | undefined;
}

export type SignedCheckpoint = {
  readonly checkpoint: Checkpoint;
  /** The signed note as it stands in the file. */
  readonly text: string;
  readonly keys: readonly VerifierKey[];
};

/** What the caller brings along: a verifier key, a policy, both or neither. */
export interface Trust {
  readonly key?: string;
  readonly policy?: Policy;
}

const longestVkey = 65_536;
const withoutGivenKey =
  '未以 --key 指定公開金鑰，改以所附的 vkey 檔驗證：這能證明紀錄前後一致、未遭竄改，但不能證明出自哪個機關。請向保管機關另行取得公開金鑰，以 --key 再驗證一次。';

/** Whom the caller trusts: the key given, else the logs of the policy. @throws WrongCall */
export function givenKeys({ key, policy }: Trust): readonly VerifierKey[] {
  try {
    return key === undefined ? (policy?.logs ?? []).map((log) => log.key) : [parseVkey(key.trim(), sha256)];
  } catch (error) {
    if (error instanceof LedgerFormatError) throw new WrongCall(`--key 不是有效的公開金鑰(${error.code})`);
    throw error;
  }
}

/** @param note takes what the reader should know @throws WrongEvidence */
export function readSignedCheckpoint(files: FoundFiles, trust: Trust, note: string[]): SignedCheckpoint | undefined {
  const bytes = files.find('checkpoint', maxNoteLength);
  if (!bytes) return undefined;
  const keys = trustedKeys(files, givenKeys(trust), note);
  const text = readText('checkpoint', bytes, (whole) => whole);
  const checkpoint = verifyNoteAt('checkpoint', text, keys);
  if (!keys.some(({ name }) => name === checkpoint.origin))
    note.push(`金鑰名稱「${keys[0]?.name}」與紀錄來源「${checkpoint.origin}」不同，請確認這把金鑰確屬這份紀錄。`);
  if (trust.policy) requirePolicy('checkpoint', text, trust.policy, note);
  return { checkpoint, text, keys };
}

/** @throws WrongEvidence */
export function verifyNoteAt(place: string, text: string, keys: readonly VerifierKey[]): Checkpoint {
  const verdict = inForm(place, () => openCheckpoint(text, keys, verifyEd25519));
  switch (verdict.kind) {
    case 'verified':
      return verdict.checkpoint;
    case 'wrong-signature':
      throw new WrongEvidence(place, 'wrong-signature', `「${verdict.by.name}」的簽章不正確`);
    case 'no-known-signature':
      throw new WrongEvidence(place, 'not-signed-by-key', `沒有「${keys[0]?.name}」這把金鑰的簽章`);
  }
}

/** The keys given, else those beside the checkpoint, one a line. A vkey file that contradicts the log's own given key is itself wrong. */
export function trustedKeys(files: FoundFiles, given: readonly VerifierKey[], note: string[]): readonly VerifierKey[] {
  const file = files.find('vkey', longestVkey);
  if (!file && given.length === 0) throw new WrongEvidence('vkey', 'missing', '沒有 vkey 檔，也沒有以 --key 指定公開金鑰');
  if (!file) return given;
  const beside = readText('vkey', file, (text) => parseVkeys(text, sha256));
  const isContradicted = (one: VerifierKey): boolean => beside.every((key) => key.type === one.type && formatVkey(key) !== formatVkey(one));
  if (given.length > 0 && given.every(isContradicted)) {
    throw new WrongEvidence('vkey', 'wrong-key', '所附的 vkey 不是 --key 指定的公開金鑰');
  }
  if (given.length > 0) return given;
  note.push(withoutGivenKey);
  return beside;
}

/** @throws WrongEvidence */
export function readText<T>(place: string, bytes: Uint8Array, read: (text: string) => T): T {
  return inForm(place, () => read(fromUtf8(bytes)));
}

/** @throws WrongEvidence */
export function inForm<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof LedgerFormatError) throw wrongFormat(place, error);
    if (error instanceof FormatError) throw new WrongEvidence(place, 'not-utf8', '不是 UTF-8 文字');
    throw error;
  }
}
