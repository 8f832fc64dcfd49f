// The verdict on what somebody presents as proof of a record: with the log's keys, and nothing else, whether the record is in the log,
// only promised to be, or not proven; and then which part is wrong. Runs in the visitor's browser.
import { equalBytes } from '#domain/kernel';
import { leafHash, LedgerFormatError, parseLeaf, verifyInclusion, type Checkpoint, type Leaf } from '#domain/ledger';
import { parseContent } from './record-content.ts';
import { judgeReceipt, openHead, type Cryptography, type Signed } from './signed-by.ts';
import type { Evidence, TrustedKeys, Verdict } from './verdict.ts';

/** undefined: nothing was presented. */
export function judgeEvidence(evidence: Evidence, trusted: TrustedKeys, cryptography: Cryptography): Verdict | undefined {
  const { proof, receipt, checkpoint, content } = evidence;
  const promised = receipt && judgeReceipt(receipt, trusted, cryptography);
  if (promised && promised.kind !== 'promised') return promised;
  if (proof) return judgeProof({ ...evidence, proof }, trusted, cryptography);
  if (checkpoint) {
    const head = openHead(checkpoint, checkpoint.note, trusted, cryptography);
    return 'kind' in head ? head : treeVerdict(checkpoint.checkpoint, head, false);
  }
  return promised ?? (content && { kind: 'lacks-proof' });
}

function judgeProof(
  { proof, receipt, content }: Evidence & { readonly proof: NonNullable<Evidence['proof']> },
  trusted: TrustedKeys,
  cryptography: Cryptography,
): Verdict {
  const { sha256 } = cryptography;
  const { index, hashes, extra } = proof.proof;
  const head = openHead(proof, proof.proof.checkpoint, trusted, cryptography);
  if ('kind' in head) return head;
  const promisedHash = receipt?.receipt.promise.leafHash;
  const hash = extra ? leafHash(extra, sha256) : promisedHash;
  if (!hash) return treeVerdict(proof.checkpoint, head, true);
  if (!verifyInclusion(hash, index, proof.checkpoint, hashes, sha256)) return { kind: 'wrong', what: 'not-included', part: 'proof' };
  if (promisedHash && !equalBytes(hash, promisedHash)) return { kind: 'wrong', what: 'promise-broken', part: 'receipt' };
  const leaf = extra && leafOf(extra);
  const { origin, size } = proof.checkpoint;
  const proven = { kind: 'proven', origin, index, size, ...head, leaf, content: undefined, keepsPromise: receipt !== undefined } as const;
  if (!content) return proven;
  if (content.openings[0].index !== index) return { kind: 'wrong', what: 'other-record', part: 'content' };
  if (!leaf) return { kind: 'lacks-proof' };
  const opened = parseContent(content.openings, leaf, sha256);
  if (typeof opened === 'string') return { kind: 'wrong', what: 'content-differs', part: 'content', letter: opened };
  return { ...proven, content: opened };
}

function treeVerdict({ origin, size }: Checkpoint, signed: Signed, lacksRecord: boolean): Verdict {
  return { kind: 'signed-tree', origin, size, ...signed, lacksRecord };
}

/** Other logs' entries are no leaves of ours. */
function leafOf(entry: Uint8Array): Leaf | undefined {
  try {
    return parseLeaf(entry);
  } catch (error) {
    if (error instanceof LedgerFormatError) return undefined;
    throw error;
  }
}
