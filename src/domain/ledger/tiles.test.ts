import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes } from '#domain/kernel';
import { referencePath, referenceRoot, sha256, someEntries } from '../../../test/vectors/ledger/reference-tree.ts';
import { inclusionProof } from './proofs.ts';
import { changedTiles, rightEdgeTiles, tilePath, type Tile } from './tile-path.ts';
import { edgeRoot, emptyEdge, growTree, readRightEdge, subtreeRoot, tileHashes, tileNodeReader, type RightEdge } from './tiles.ts';
import { leafHash, rootOf } from './tree-hash.ts';

const entries = someEntries(1_000);
const leaves = entries.map((entry) => leafHash(entry, sha256));

/** The definition: MTH(D[(n × 256 + i) × 256^l : (n × 256 + i + 1) × 256^l]) for each i. */
function referenceTile({ level, index, width }: Tile): Uint8Array {
  const span = 256 ** level;
  const first = index * 256;
  return concatBytes(...Array.from({ length: width }, (_, i) => referenceRoot(entries.slice((first + i) * span, (first + i + 1) * span))));
}

/** Grows in steps as a sealer does, reading its edge back from the files before each. */
function growInSteps(steps: readonly number[]): { files: Map<string, Uint8Array>; edge: RightEdge; rootHash: Uint8Array } {
  const files = new Map<string, Uint8Array>();
  let [edge, rootHash] = [emptyEdge, sha256(new Uint8Array(0))];
  for (const step of steps) {
    const growth = growTree(readRightEdge(edge.size, files), leaves.slice(edge.size, edge.size + step), sha256);
    for (const { path, bytes } of growth.tiles) files.set(path, bytes);
    ({ edge, rootHash } = growth);
  }
  return { files, edge, rootHash };
}

describe('growing a tree', () => {
  test('in any steps gives the tiles and root of the definition', () => {
    const steps = fc.array(fc.oneof(fc.nat(3), fc.nat(300), fc.constantFrom(255, 256, 257)), { maxLength: 8 });
    fc.assert(
      fc.property(steps, (taken) => {
        const sizes = taken
          .map((_, at) => taken.slice(0, at + 1).reduce((sum, step) => sum + step, 0))
          .filter((size) => size <= entries.length);
        const size = sizes.at(-1) ?? 0;
        const { files, edge, rootHash } = growInSteps(taken.slice(0, sizes.length));
        expect(edge.size).toBe(size);
        expect(rootHash).toEqual(referenceRoot(entries.slice(0, size)));
        expect(edgeRoot(edge, sha256)).toEqual(rootHash);
        for (const tile of changedTiles(0, size)) expect(files.get(tilePath(tile)), tilePath(tile)).toEqual(referenceTile(tile));
      }),
      { numRuns: 25 },
    );
  });

  test('across the second level', () => {
    const hashes = Array.from({ length: 65_536 + 300 }, (_, at) => leaves[at % leaves.length] ?? new Uint8Array(32));
    let edge = emptyEdge;
    for (const upTo of [65_535, 65_536, 65_537, hashes.length]) {
      const growth = growTree(edge, hashes.slice(edge.size, upTo), sha256);
      expect(growth.rootHash, String(upTo)).toEqual(rootOf(hashes.slice(0, upTo), sha256));
      expect(growth.tiles.map(({ path }) => path)).toEqual([...changedTiles(edge.size, upTo)].map(tilePath));
      ({ edge } = growth);
    }
  });

  test('says which tile of the edge is missing or of a wrong length', () => {
    const { files } = growInSteps([300]);
    const edge = rightEdgeTiles(300);
    expect(edge.map(tilePath)).toEqual(['tile/0/001.p/44', 'tile/1/000.p/1']);
    for (const tile of edge) {
      const path = tilePath(tile);
      expect(() => readRightEdge(300, new Map([...files].filter(([name]) => name !== path)))).toThrow(
        expect.objectContaining({ code: 'tile-missing' }),
      );
      for (const length of [0, tile.width * 32 - 1, tile.width * 32 + 32]) {
        expect(() => readRightEdge(300, new Map([...files, [path, new Uint8Array(length)]]))).toThrow(
          expect.objectContaining({ code: 'tile-length-wrong' }),
        );
      }
    }
  });

  test('the full tile stands in for a partial one', () => {
    const full = growInSteps([512]).files.get('tile/0/001');
    const { files, edge } = growInSteps([300]);
    expect(readRightEdge(300, files.set('tile/0/001.p/44', full ?? new Uint8Array(0)))).toEqual(edge);
  });

  test('a leaf hash has 32 bytes', () => {
    expect(() => growTree(emptyEdge, [new Uint8Array(31)], sha256)).toThrow(expect.objectContaining({ code: 'hash-length-wrong' }));
  });
});

describe('reading nodes out of tiles', () => {
  test('proofs out of tiles are those of the definition', async () => {
    const { files } = growInSteps([700]);
    const asked: string[] = [];
    const readTile = (tile: Tile) => {
      asked.push(tilePath(tile));
      return files.get(tilePath(tile)) ?? new Uint8Array(0);
    };
    const readNode = tileNodeReader(700, readTile, sha256);
    for (const index of [0, 255, 256, 511, 512, 699])
      expect(await inclusionProof(index, 700, readNode, sha256)).toEqual(referencePath(index, entries.slice(0, 700)));
    expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
  });

  test('a node the tree does not have, or a damaged tile, is refused', async () => {
    const { files } = growInSteps([300]);
    const readNode = tileNodeReader(300, (tile) => files.get(tilePath(tile))?.subarray(1) ?? new Uint8Array(0), sha256);
    await expect(readNode(0, 300)).rejects.toMatchObject({ code: 'proof-out-of-range' });
    await expect(readNode(9, 0)).rejects.toMatchObject({ code: 'proof-out-of-range' });
    await expect(readNode(0, 0)).rejects.toMatchObject({ code: 'tile-length-wrong' });
  });

  test('the root of a tile leaves the tile as it was', () => {
    const before = referenceTile({ kind: 'hashes', level: 0, index: 0, width: 256 });
    const tile = Buffer.from(before); // as node:fs gives it: its slice() would be a view
    expect(subtreeRoot(tile, sha256)).toEqual(referenceRoot(entries.slice(0, 256)));
    expect(new Uint8Array(tile)).toEqual(before);
    expect(tileHashes(tile, { kind: 'hashes', level: 0, index: 0, width: 3 })).toEqual(tile.subarray(0, 96));
  });
});
