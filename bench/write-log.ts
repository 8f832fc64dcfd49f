// Writes a log as a sealer leaves it, only faster: nothing is synced to disk. Entries are random bytes, as long as a real leaf.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromBase64Url } from '#domain/kernel';
import {
  changedBundles,
  edgeRoot,
  emptyEdge,
  encodeBundle,
  formatLeaf,
  formatVkey,
  growTree,
  leafHash,
  rightEdgeTiles,
  signCheckpoint,
  tilePath,
  tileWidth,
  verifierKey,
  type Sha256,
} from '#domain/ledger';

export const logOrigin = 'mingcha.bench/log';
const noCommitment = new Uint8Array(32);
export const leafLength = formatLeaf({
  type: 'intent',
  month: '2026-11',
  commitments: { a: noCommitment, b: noCommitment, c: noCommitment },
}).length;

const sha256: Sha256 = (data) => createHash('sha256').update(data).digest();

export function writeLog(folder: string, size: number): void {
  const write = (path: string, content: Uint8Array | string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  let edge = emptyEdge;
  for (const bundle of changedBundles(0, size)) {
    const entries = Array.from({ length: bundle.width }, (_, at) => entryOf(bundle.index * tileWidth + at));
    write(tilePath(bundle), encodeBundle(entries));
    const hashes = entries.map((entry) => leafHash(entry, sha256));
    const growth = growTree(edge, hashes, sha256);
    for (const { path, bytes, tile } of growth.tiles) if (tile.width === tileWidth) write(path, bytes);
    edge = growth.edge;
  }
  for (const tile of rightEdgeTiles(size)) write(tilePath(tile), edge.levels[tile.level] ?? new Uint8Array(0));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = verifierKey(logOrigin, fromBase64Url(publicKey.export({ format: 'jwk' }).x ?? ''), sha256);
  const head = { origin: logOrigin, size, rootHash: edgeRoot(edge, sha256), extensions: [] };
  write('checkpoint', signCheckpoint(head, [{ key, sign: (message) => sign(null, message, privateKey) }]));
  write('vkey', `${formatVkey(key)}\n`);
}

/** Different for each index, and the same in every run. */
function entryOf(index: number): Buffer {
  return createHash('shake256', { outputLength: leafLength }).update(String(index)).digest();
}
