// A trust policy (c2sp.org/tlog-policy) in the verification: besides being intact, a checkpoint must be signed by a log the policy names, where
// it names any, and cosigned by its quorum of witnesses.
import { readFileSync, statSync } from 'node:fs';
import {
  checkPolicy,
  checkQuorum,
  maxPolicyLength,
  parseNote,
  parsePolicy,
  PolicyFormatError,
  type Policy,
  type Shortage,
} from '#domain/ledger';
import { WrongCall } from '../exit-codes.ts';
import { sha256, verifyEd25519 } from './node-hashing.ts';
import { WrongEvidence } from './verify-report.ts';

/** @throws WrongCall naming the file, and the line that is wrong */
export function readPolicy(file: string): Policy {
  try {
    if (statSync(file).size > maxPolicyLength) throw new WrongCall(`--policy ${file}：檔案過長`);
    return parsePolicy(readFileSync(file), sha256);
  } catch (error) {
    if (error instanceof WrongCall) throw error;
    if (error instanceof PolicyFormatError)
      throw new WrongCall(`--policy ${file}：第 ${error.line} 行不符政策檔格式(${error.code}: ${error.message})`);
    throw new WrongCall(`--policy ${file}：無法讀取`);
  }
}

/** @param text a signed checkpoint @param note takes who cosigned it @throws WrongEvidence */
export function requirePolicy(place: string, text: string, policy: Policy, note: string[]): void {
  // Without logs of its own, a policy leaves them to whoever knows the log from elsewhere.
  const verdict = policy.logs.length > 0 ? checkPolicy(policy, text, verifyEd25519) : checkQuorum(policy, parseNote(text), verifyEd25519);
  switch (verdict.kind) {
    case 'unknown-log':
      throw new WrongEvidence(place, 'not-signed-by-key', '政策所列的紀錄都沒有簽署這個封存點');
    case 'wrong-signature':
      throw new WrongEvidence(place, 'wrong-signature', `「${verdict.by.name}」的簽章不正確`);
    case 'quorum-missing':
      throw new WrongEvidence(place, 'quorum-missing', `見證連署不足政策所需：${verdict.shortages.map(shortageText).join('；')}`);
    case 'satisfied':
      note.push(`符合政策；連署的見證：${verdict.cosigned.map(({ name }) => name).join('、') || '(政策不要求)'}。`);
  }
}

function shortageText({ name, missing, among }: Shortage): string {
  return `${name} 尚缺 ${missing} 個(${among.join('、')})`;
}
