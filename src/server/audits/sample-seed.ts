// The seed of an audit sample: the auditor's entropy, and the root hash of the checkpoint that sealed the record of that entropy. Neither
// the manager who fixed the list nor the auditor chooses it; both parts are published with the sample, so anybody can compute it again.
import { concatBytes, utf8 } from '#domain/kernel';
import { sha256 } from '#server/keys';

export interface SeedParts {
  /** Of the log. */
  readonly origin: string;
  /** `2026-10` */
  readonly month: string;
  /** Of the checkpoint that sealed the record of the entropy. */
  readonly rootHash: Uint8Array;
  /** What the auditor brought. */
  readonly entropy: Uint8Array;
}

/** SHA-256("mingcha sample v1\n" ‖ origin ‖ "\n" ‖ month ‖ "\n" ‖ root hash ‖ entropy) */
export function sampleSeed({ origin, month, rootHash, entropy }: SeedParts): Uint8Array {
  return sha256(concatBytes(utf8(`mingcha sample v1\n${origin}\n${month}\n`), rootHash, entropy));
}
