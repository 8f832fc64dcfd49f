// The provider's rule for one call (second observer of the log): no question is answered without the log's signed promise that its record
// stands, and no record answers for two questions. What the provider remembers comes in as arguments.
import { equalBytes } from '#domain/kernel';
import {
  LedgerFormatError,
  parsePromise,
  receiptKeyName,
  verifyPromise,
  type LogPromise,
  type Sha256,
  type VerifierKey,
  type VerifyEd25519,
} from '#domain/ledger';

/** `index-contradicted`: the log promised two leaves at one index, and both promises together convict it. */
export type CallRefusal = 'promise-malformed' | 'log-unknown' | 'promise-false' | 'index-served' | 'index-contradicted' | 'index-too-far';

export type CallVerdict =
  | { readonly kind: 'serve'; readonly promise: LogPromise }
  /** `promise`: only where the log did sign it. */
  | { readonly kind: 'refused'; readonly code: CallRefusal; readonly promise?: LogPromise };

/** What was served to one log so far. */
export interface ServedBefore {
  leafAt(index: number): Uint8Array | undefined;
  /** −1: nothing yet. */
  readonly highestIndex: number;
}

export interface GateRules {
  /** Of the logs that are served; several of one log while it changes its key, or where it signs receipts with a key of their own. */
  readonly keys: readonly VerifierKey[];
  /** How far above the highest index served the next one may lie: no log jumps further between two calls. */
  readonly mostAhead: number;
  servedTo(origin: string): ServedBefore;
  readonly verify: VerifyEd25519;
  readonly sha256: Sha256;
}

export function judgeCall(text: string, { keys, mostAhead, servedTo, verify, sha256 }: GateRules): CallVerdict {
  const parsed = parseOrNot(text);
  if (!parsed) return { kind: 'refused', code: 'promise-malformed' };
  const { promise } = parsed;
  const known = keysOfLog(keys, promise.origin);
  if (known.length === 0) return { kind: 'refused', code: 'log-unknown' };
  if (!known.some(({ publicKey }) => verifyPromise(parsed, publicKey, verify, sha256))) return { kind: 'refused', code: 'promise-false' };
  const before = servedTo(promise.origin);
  const leaf = before.leafAt(promise.index);
  if (leaf) return { kind: 'refused', code: equalBytes(leaf, promise.leafHash) ? 'index-served' : 'index-contradicted', promise };
  if (promise.index > before.highestIndex + mostAhead) return { kind: 'refused', code: 'index-too-far', promise };
  return { kind: 'serve', promise };
}

/** Those that may sign a log's promises. */
export function keysOfLog(keys: readonly VerifierKey[], origin: string): VerifierKey[] {
  return keys.filter(({ name }) => name === origin || name === receiptKeyName(origin));
}

function parseOrNot(text: string) {
  try {
    return parsePromise(text);
  } catch (error) {
    if (error instanceof LedgerFormatError) return undefined;
    throw error;
  }
}
