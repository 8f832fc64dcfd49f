// RFC 6962 leaf hashes with node:crypto.
import { leafHash } from '#domain/ledger';
import { sha256 } from '#server/keys';

export function leafHashOf(leaf: Uint8Array): Uint8Array {
  return leafHash(leaf, sha256);
}
