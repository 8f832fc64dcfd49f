// Entry bundles (c2sp.org/tlog-tiles): up to 256 entries, each after its length as a big-endian uint16.
import { hashLength, type Sha256 } from './hashing.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import { tileWidth } from './tile-path.ts';

export const maxEntryLength = 65_535;
const lengthPrefix = 2;

export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  if (entries.length > tileWidth) throw new LedgerFormatError('bundle-width-wrong', 'a bundle holds at most 256 entries');
  if (entries.some((entry) => entry.length > maxEntryLength))
    throw new LedgerFormatError('entry-too-long', 'an entry has at most 65,535 bytes');
  const bytes = new Uint8Array(entries.reduce((length, entry) => length + lengthPrefix + entry.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const entry of entries) {
    view.setUint16(at, entry.length);
    bytes.set(entry, at + lengthPrefix);
    at += lengthPrefix + entry.length;
  }
  return bytes;
}

/** The entries of a bundle that must hold exactly `width` of them and nothing more; they are views into `bytes`. */
export function decodeBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = [];
  walkBundle(bytes, width, (entry) => entries.push(entry));
  return entries;
}

const prefixed = new Uint8Array(1 + maxEntryLength); // its first byte stays 0, RFC 6962's prefix of a leaf

/** The leaf hashes of a bundle of exactly `width` entries, one after the other, as they stand in the tile of level 0. */
export function bundleLeafHashes(bytes: Uint8Array, width: number, sha256: Sha256): Uint8Array<ArrayBuffer> {
  const hashes = new Uint8Array(width * hashLength);
  walkBundle(bytes, width, (entry, at) => {
    prefixed.set(entry, 1);
    hashes.set(sha256(prefixed.subarray(0, 1 + entry.length)), at * hashLength);
  });
  return hashes;
}

function walkBundle(bytes: Uint8Array, width: number, visit: (entry: Uint8Array, at: number) => void): void {
  let from = 0;
  for (let entry = 0; entry < width; entry += 1) {
    const start = from + lengthPrefix;
    const end = start + (((bytes[from] ?? 0) << 8) | (bytes[from + 1] ?? 0));
    if (end > bytes.length) throw new LedgerFormatError('bundle-cut', `entry ${entry} of the bundle is cut or missing`);
    visit(bytes.subarray(start, end), entry);
    from = end;
  }
  if (from !== bytes.length) throw new LedgerFormatError('bundle-trailing-bytes', `bytes after entry ${width - 1} of the bundle`);
}
