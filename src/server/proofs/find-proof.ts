// From a receipt to the proof that it was kept. Whoever holds a receipt knows the record's leaf hash, which nobody can guess:
// without it nothing is said of any record.
import type { ResponseOf, routes } from '#contract';
import { equalBytes } from '#domain/kernel';
import { leafHash, LedgerFormatError, parsePromise, parseTlogProof, type LogPromise } from '#domain/ledger';
import { sha256 } from '#server/keys';
import type { Ledger } from '#server/ledger';
import type { Database } from '#server/platform';

export interface ProofParts {
  readonly database: Database;
  readonly ledger: Ledger;
}

/** undefined: no receipt, or none of a log of this installation. */
export async function findProof(
  { database, ledger }: ProofParts,
  receipt: string,
): Promise<ResponseOf<(typeof routes)['findProof']> | undefined> {
  const promise = readPromise(receipt);
  if (!promise) return undefined;
  const programme = await database.selectFrom('programme').select('id').where('log_origin', '=', promise.origin).executeTakeFirst();
  if (!programme) return undefined;
  const proof = await ledger.proof(programme.id, promise.index);
  if (proof === undefined) return { state: 'pending' };
  const { extra } = parseTlogProof(proof);
  const isThere = extra !== undefined && equalBytes(leafHash(extra, sha256), promise.leafHash);
  return isThere ? { state: 'sealed', proof } : { state: 'differs' };
}

function readPromise(receipt: string): LogPromise | undefined {
  try {
    return parsePromise(receipt.trim()).promise;
  } catch (error) {
    if (error instanceof LedgerFormatError) return undefined;
    throw error;
  }
}
