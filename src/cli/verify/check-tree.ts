// Checks every tile and entry of a log against the root its checkpoint signs, from the root down, so that what is named as
// wrong is what is wrong: the partial tiles give the root, each hash in a tile is the root of the tile below it, and each hash at
// level 0 is that of an entry. Depth first: memory for one tile per level, whatever the size.
import { equalBytes } from '#domain/kernel';
import {
  bundleLeafHashes,
  changedBundles,
  decodeBundle,
  edgeRoot,
  emptyEdge,
  growTree,
  hashesAtLevel,
  hashLength,
  LedgerFormatError,
  readRightEdge,
  rightEdgeTiles,
  subtreeRoot,
  tileHashes,
  tilePath,
  tileWidth,
  type Bundle,
  type Checkpoint,
  type RightEdge,
  type Tile,
} from '#domain/ledger';
import type { LogFiles } from './log-files.ts';
import { sha256 } from './node-hashing.ts';
import { WrongEvidence } from './verify-report.ts';
import { wrongFormat } from './wrong-format.ts';

export type OnProgress = (entriesChecked: number, entries: number) => void;

/** Returns if everything agrees, throws WrongEvidence at the first thing that does not. */
export function checkTree(files: LogFiles, { size, rootHash }: Checkpoint, onProgress: OnProgress): void {
  const edge = readEdge(files, size);
  if (!equalBytes(edgeRoot(edge, sha256), rootHash)) throw blameForRoot(files, edge, onProgress);
  for (const tile of rightEdgeTiles(size).toReversed()) {
    checkBelow(files, tile, edge.levels[tile.level] ?? new Uint8Array(0), (checked) => onProgress(checked, size));
  }
}

function readEdge(files: LogFiles, size: number): RightEdge {
  const tiles = rightEdgeTiles(size).map((tile) => [tilePath(tile), readTile(files, tile)] as const);
  return readRightEdge(size, new Map(tiles));
}

/** The tile's own hashes are known to be right: are its children? */
function checkBelow(files: LogFiles, tile: Tile, hashes: Uint8Array, onProgress: (checked: number) => void): void {
  checkNarrowerTiles(files, tile, hashes);
  if (tile.level === 0) {
    checkBundle(files, { kind: 'entries', index: tile.index, width: tile.width }, hashes);
    onProgress(tile.index * tileWidth + tile.width);
    return;
  }
  for (let at = 0; at < tile.width; at += 1) {
    const child: Tile = { kind: 'hashes', level: tile.level - 1, index: tile.index * tileWidth + at, width: tileWidth };
    const bytes = readTile(files, child);
    if (!equalBytes(subtreeRoot(bytes, sha256), hashAt(hashes, at))) {
      throw new WrongEvidence(tilePath(child), 'wrong-hash', `內容與上層 ${tilePath(tile)} 的第 ${at} 個雜湊值不符`);
    }
    checkBelow(files, child, bytes, onProgress);
  }
}

function checkBundle(files: LogFiles, bundle: Bundle, hashes: Uint8Array): void {
  const { path, bytes, width } = files.tile(bundle);
  const found = inPlace(path, () => bundleLeafHashes(bytes, width, sha256));
  const wrong = firstDifference(found, hashes);
  if (wrong !== undefined) throw new WrongEvidence(`${path} entry ${wrong}`, 'wrong-hash', '這筆紀錄與樹中的雜湊值不符');
  for (const narrower of files.narrower(bundle)) {
    const entries = inPlace(narrower.path, () => decodeBundle(narrower.bytes, narrower.width));
    const whole = decodeBundle(bytes, width);
    const differs = entries.findIndex((entry, at) => !equalBytes(entry, whole[at] ?? new Uint8Array(0)));
    if (differs >= 0) throw new WrongEvidence(`${narrower.path} entry ${differs}`, 'wrong-hash', '這筆紀錄與樹中的雜湊值不符');
  }
}

function checkNarrowerTiles(files: LogFiles, tile: Tile, hashes: Uint8Array): void {
  for (const { path, bytes, width } of files.narrower(tile)) {
    const found = inPlace(path, () => tileHashes(bytes, { ...tile, width }));
    const wrong = firstDifference(found, hashes);
    if (wrong !== undefined) throw new WrongEvidence(`${path} hash ${wrong}`, 'wrong-hash', '這個雜湊值與較新的檔案不符');
  }
}

/**
 * The partial tiles do not give the signed root. Which file is to blame? The tree is built again from the entries: the tile that
 * differs from what they give, or else the checkpoint (or every file that was changed to agree with the others).
 */
function blameForRoot(files: LogFiles, edge: RightEdge, onProgress: OnProgress): WrongEvidence {
  let built = emptyEdge;
  for (const bundle of changedBundles(0, edge.size)) {
    const { path, bytes, width } = files.tile(bundle);
    const hashes = inPlace(path, () => bundleLeafHashes(bytes, width, sha256));
    const leafHashes = Array.from({ length: bundle.width }, (_, at) => hashAt(hashes, at));
    built = growTree(built, leafHashes, sha256).edge;
    onProgress(built.size, edge.size);
  }
  for (const tile of rightEdgeTiles(edge.size)) {
    const wrong = firstDifference(edge.levels[tile.level] ?? new Uint8Array(0), built.levels[tile.level] ?? new Uint8Array(0));
    if (wrong === undefined) continue;
    const below = tile.level === 0 ? '紀錄內容' : '下層檔案';
    return new WrongEvidence(`${tilePath(tile)} hash ${wrong}`, 'wrong-hash', `這個雜湊值與${below}不符`);
  }
  return new WrongEvidence('checkpoint', 'wrong-root', `簽署的根雜湊值不是這 ${hashesAtLevel(edge.size, 0)} 筆紀錄的根雜湊值`);
}

function readTile(files: LogFiles, tile: Tile): Uint8Array {
  const { path, bytes } = files.tile(tile);
  return inPlace(path, () => tileHashes(bytes, tile));
}

/** The place of the first hash of the shorter list that differs. */
function firstDifference(one: Uint8Array, other: Uint8Array): number | undefined {
  const count = Math.min(one.length, other.length) / hashLength;
  if (equalBytes(one.subarray(0, count * hashLength), other.subarray(0, count * hashLength))) return undefined;
  for (let at = 0; at < count; at += 1) if (!equalBytes(hashAt(one, at), hashAt(other, at))) return at;
  return undefined;
}

function hashAt(hashes: Uint8Array, at: number): Uint8Array {
  return hashes.subarray(at * hashLength, (at + 1) * hashLength);
}

function inPlace<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof LedgerFormatError) throw wrongFormat(place, error);
    throw error;
  }
}
