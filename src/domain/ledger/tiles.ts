// Tiles as bytes: growing a tree from its right edge, the root of a tile, and reading tree nodes out of tiles (c2sp.org/tlog-tiles).
import { concatBytes } from '#domain/kernel';
import { hashLength, type Sha256 } from './hashing.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import type { NodeReader } from './proofs.ts';
import { rightEdgeTiles, tileAt, tilePath, tileWidth, type Tile } from './tile-path.ts';
import { nodeHash, rootOf } from './tree-hash.ts';

/** A tree's partial tiles by level (empty bytes where the level has none): all that is needed to grow it and to give its root. */
export type RightEdge = { readonly size: number; readonly levels: readonly Uint8Array[] };
export type GrownTile = { readonly tile: Tile; readonly path: string; readonly bytes: Uint8Array };
export type Growth = { readonly edge: RightEdge; readonly rootHash: Uint8Array; readonly tiles: readonly GrownTile[] };

export const emptyEdge: RightEdge = { size: 0, levels: [] };

/** The edge of a tree of `size` from its partial tiles, given by path as `rightEdgeTiles(size)` lists them; the full tile serves too. */
export function readRightEdge(size: number, tiles: ReadonlyMap<string, Uint8Array>): RightEdge {
  const levels: Uint8Array[] = [];
  for (const tile of rightEdgeTiles(size)) {
    const bytes = tiles.get(tilePath(tile));
    if (!bytes) throw new LedgerFormatError('tile-missing', `${tilePath(tile)} is missing`);
    while (levels.length < tile.level) levels.push(new Uint8Array(0));
    levels.push(tileHashes(bytes, tile));
  }
  return { size, levels };
}

/** Appends leaf hashes: the tiles that change, lowest level first, with their new bytes, and the new edge and root. */
export function growTree(edge: RightEdge, leafHashes: readonly Uint8Array[], sha256: Sha256): Growth {
  if (leafHashes.some((hash) => hash.length !== hashLength)) throw new LedgerFormatError('hash-length-wrong', 'a leaf hash has 32 bytes');
  const tiles: GrownTile[] = [];
  const levels = [...edge.levels];
  let added = leafHashes;
  for (let level = 0; added.length > 0; level += 1) {
    const first = Math.floor(edge.size / tileWidth ** (level + 1));
    const hashes = concatBytes(levels[level] ?? new Uint8Array(0), ...added);
    const above: Uint8Array[] = [];
    for (let at = 0; at < hashes.length; at += tileWidth * hashLength) {
      const bytes = hashes.slice(at, at + tileWidth * hashLength);
      const tile: Tile = { kind: 'hashes', level, index: first + at / (tileWidth * hashLength), width: bytes.length / hashLength };
      tiles.push({ tile, path: tilePath(tile), bytes });
      if (tile.width === tileWidth) above.push(subtreeRoot(bytes, sha256));
    }
    levels[level] = hashes.slice(above.length * tileWidth * hashLength);
    added = above;
  }
  const grown: RightEdge = { size: edge.size + leafHashes.length, levels };
  return { edge: grown, rootHash: edgeRoot(grown, sha256), tiles };
}

/** The root of the tree, from its right edge: each level's hashes, followed by what the levels below could not fill. */
export function edgeRoot(edge: RightEdge, sha256: Sha256): Uint8Array {
  let smaller: Uint8Array[] = [];
  for (const level of edge.levels) {
    const hashes = [...splitHashes(level), ...smaller];
    smaller = hashes.length > 0 ? [rootOf(hashes, sha256)] : [];
  }
  return rootOf(smaller, sha256);
}

/** Reads tree nodes out of the tiles of a tree of `size`. Tiles are read once each and kept: make one reader per proof or batch of proofs. */
export function tileNodeReader(size: number, readTile: (tile: Tile) => Uint8Array | Promise<Uint8Array>, sha256: Sha256): NodeReader {
  const read = new Map<string, Promise<Uint8Array>>();
  return async (level, index) => {
    const height = level % 8;
    const first = index * 2 ** height;
    const tile = tileAt(Math.floor(level / 8), Math.floor(first / tileWidth), size);
    const offset = first % tileWidth;
    if (!tile || offset + 2 ** height > tile.width)
      throw new LedgerFormatError('proof-out-of-range', 'the tree of that size has no such node');
    const path = tilePath(tile);
    const bytes = read.get(path) ?? Promise.resolve(readTile(tile)).then((found) => tileHashes(found, tile));
    read.set(path, bytes);
    return subtreeRoot((await bytes).subarray(offset * hashLength, (offset + 2 ** height) * hashLength), sha256);
  };
}

/** The root over the hashes of a perfect subtree, for instance of a full tile; their number is a power of two. */
export function subtreeRoot(hashes: Uint8Array, sha256: Sha256): Uint8Array {
  const row = new Uint8Array(hashes); // a copy; slice() of a Node Buffer is none
  for (let length = row.length; length > hashLength; length /= 2) {
    for (let at = 0; at < length; at += 2 * hashLength) {
      const parent = nodeHash(row.subarray(at, at + hashLength), row.subarray(at + hashLength, at + 2 * hashLength), sha256);
      row.set(parent, at / 2);
    }
  }
  return row.slice(0, hashLength);
}

/** The hashes of a tile out of the bytes of its file, or of the full tile that may replace a partial one. */
export function tileHashes(bytes: Uint8Array, tile: Tile): Uint8Array {
  const wanted = tile.width * hashLength;
  if (bytes.length !== wanted && bytes.length !== tileWidth * hashLength) {
    throw new LedgerFormatError('tile-length-wrong', `${tilePath(tile)} has not the length of its tile`);
  }
  return bytes.subarray(0, wanted);
}

function splitHashes(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / hashLength }, (_, at) => bytes.subarray(at * hashLength, (at + 1) * hashLength));
}
