// One seal (c2sp.org/tlog-tiles, RFC 6962): new records become entry bundles and tiles, the root is computed a second time from
// the bytes on disk, and only then is a checkpoint signed, taken to the witnesses and published. Every step may be cut short and done again.
// The second computation is there because one flipped bit ended a public log that had signed what it had not read back.
import { concatBytes, equalBytes } from '#domain/kernel';
import {
  changedBundles,
  changedTiles,
  consistencyProof,
  edgeRoot,
  emptyEdge,
  encodeBundle,
  Frontier,
  growTree,
  hashesAtLevel,
  hashLength,
  readRightEdge,
  rightEdgeTiles,
  subtreeRoot,
  tileNodeReader,
  tilePath,
  tileWidth,
  type NodeReader,
  type RightEdge,
  type Tile,
  type TreeHead,
} from '#domain/ledger';
import { sha256 } from '#server/keys';
import type { CheckpointSigner } from './checkpoint-signer.ts';
import { LogUnavailable, TamperedRecord } from './faults.ts';
import { leafHashOf } from './hash.ts';
import type { LogFolder } from './log-folder.ts';
import type { LogWitnesses } from './witnesses/log-witnesses.ts';

/** How many records are hashed between two turns of the event loop, and how many leaves are in memory at once. */
const CHUNK = 4_096;

/** The leaves with the indexes `from` to `to`, `to` left out: exactly these, in their order. */
export type LeafReader = (from: number, to: number) => Promise<Buffer[]>;

export interface SealParts {
  readonly folder: LogFolder;
  readonly signer: CheckpointSigner;
  /** None where no policy asks for any. */
  readonly witnesses?: LogWitnesses | undefined;
  readonly readLeaves: LeafReader;
  /** Throws when this process is no longer the one that may seal. Asked just before signing. */
  readonly assertSoleSealer: () => Promise<void>;
}

/** The tree under the published checkpoint, ready to grow; the empty one where there is none. */
export async function loadTree(folder: LogFolder): Promise<RightEdge> {
  const checkpoint = await folder.checkpoint();
  if (!checkpoint) return emptyEdge;
  const tiles = new Map<string, Uint8Array>();
  for (const tile of rightEdgeTiles(checkpoint.size)) tiles.set(tilePath(tile), await folder.readTile(tile));
  const edge = readRightEdge(checkpoint.size, tiles);
  if (equalBytes(edgeRoot(edge, sha256), checkpoint.rootHash)) return edge;
  throw new LogUnavailable(
    'files',
    `${folder.path}: the tiles do not give the checkpoint's root. Move the folder away: it is built again from the database`,
  );
}

/** Brings the published log from `tree` to `next` records. */
export async function seal(parts: SealParts, tree: RightEdge, next: number): Promise<RightEdge> {
  let grown = tree;
  while (grown.size < next) grown = await extendTiles(parts, grown, Math.min(next, chunkEnd(grown.size)));
  const head: TreeHead = { size: grown.size, rootHash: edgeRoot(grown, sha256) };
  const last = await parts.signer.last();
  if (last.size > head.size) throw new LogUnavailable('database', `${last.size} records were signed before, ${head.size} are there`);
  const proof = await consistencyProof(last.size, head.size, parts.folder.nodeReader(head.size), sha256);
  await parts.assertSoleSealer();
  const signed = await parts.signer.sign(head, proof);
  const note = (await parts.witnesses?.cosign(signed.note, head, parts.folder.nodeReader(head.size))) ?? signed.note;
  await parts.folder.publish({ ...signed, note });
  await removePartials(parts.folder, tree.size, grown.size);
  return grown;
}

/** Chunks end where tiles end, so that a long catch-up writes no partial tile but its last. */
function chunkEnd(size: number): number {
  return (Math.floor(size / CHUNK) + 1) * CHUNK;
}

async function extendTiles(parts: SealParts, tree: RightEdge, end: number): Promise<RightEdge> {
  // The last bundle is written anew and wider: its earlier entries come from the database again, and must be what was sealed.
  const first = tree.size - (tree.size % tileWidth);
  const leaves = await parts.readLeaves(first, end);
  if (leaves.length !== end - first) throw new LogUnavailable('database', `the database does not hold the records ${first} to ${end - 1}`);
  const hashes = leaves.map(leafHashOf);
  assertSealedUnchanged(tree, first, hashes);
  const growth = growTree(tree, hashes.slice(tree.size - first), sha256);
  const bundles = [...changedBundles(tree.size, end)].map((bundle) => {
    const from = bundle.index * tileWidth - first;
    return { path: tilePath(bundle), bytes: encodeBundle(leaves.slice(from, from + bundle.width)) };
  });
  await parts.folder.write([...bundles, ...growth.tiles]);
  const root = await rootFromDisk(parts.folder, tree.size, end);
  if (equalBytes(root, growth.rootHash)) return growth.edge;
  throw new LogUnavailable('files', `${parts.folder.path}: the bytes on disk give another root than those in memory: nothing is signed`);
}

function assertSealedUnchanged(tree: RightEdge, first: number, hashes: readonly Uint8Array[]): void {
  const sealed = tree.levels[0] ?? new Uint8Array(0);
  for (let at = 0; first + at < tree.size; at += 1) {
    const hash = hashes[at];
    if (!hash || !equalBytes(hash, sealed.subarray(at * hashLength, (at + 1) * hashLength))) throw new TamperedRecord(first + at, 'leaf');
  }
}

/** The root of the tree of `to` records out of what was just written: entries against tiles, tiles against the tiles above, then the peaks. */
async function rootFromDisk(folder: LogFolder, from: number, to: number): Promise<Uint8Array> {
  const readTile = readingOnce(folder);
  const readNode = tileNodeReader(to, readTile, sha256);
  for (const bundle of changedBundles(from, to)) {
    const hashes = concatBytes(...(await folder.readEntries(bundle)).map(leafHashOf));
    const written = await readTile({ ...bundle, kind: 'hashes', level: 0 });
    if (!equalBytes(hashes, written)) throw new LogUnavailable('files', `${tilePath(bundle)} was not written as it was hashed`);
  }
  for (const tile of changedTiles(from, to)) {
    if (tile.width < tileWidth) continue;
    // A full tile's root stands in the tile above it.
    const above = await readNode(8 * (tile.level + 1), tile.index);
    if (!equalBytes(subtreeRoot(await readTile(tile), sha256), above))
      throw new LogUnavailable('files', `${tilePath(tile)} is not what the tile above covers`);
  }
  return rootOfPeaks(readNode, to);
}

function readingOnce(folder: LogFolder): (tile: Tile) => Promise<Uint8Array> {
  const read = new Map<string, Promise<Uint8Array>>();
  return (tile) => {
    const path = tilePath(tile);
    const bytes = read.get(path) ?? folder.readTile(tile);
    read.set(path, bytes);
    return bytes;
  };
}

async function rootOfPeaks(readNode: NodeReader, size: number): Promise<Uint8Array> {
  const peaks: Uint8Array[] = [];
  let begin = 0;
  for (let level = 52; level >= 0; level -= 1) {
    const width = 2 ** level;
    if (size - begin < width) continue;
    peaks.push(await readNode(level, begin / width));
    begin += width;
  }
  return new Frontier(sha256, size, peaks).root();
}

/** Of the tiles that were partial and are full now. */
async function removePartials(folder: LogFolder, from: number, to: number): Promise<void> {
  const wasPartial = (level: number, index: number): boolean => hashesAtLevel(from, level) > index * tileWidth;
  const bundles = [...changedBundles(from, to)].filter(({ index }) => wasPartial(0, index));
  const tiles = [...changedTiles(from, to)].filter(({ level, index }) => wasPartial(level, index));
  for (const tile of [...bundles, ...tiles]) await folder.removePartials(tile);
}
