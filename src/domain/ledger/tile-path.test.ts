import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedBundles, changedTiles, parseTilePath, rightEdgeTiles, tileAt, tilePath, type Bundle, type Tile } from './tile-path.ts';

const width = fc.integer({ min: 1, max: 256 });
const index = fc.maxSafeNat();
const tile: fc.Arbitrary<Tile> = fc.record({ kind: fc.constant('hashes'), level: fc.integer({ min: 0, max: 63 }), index, width });
const bundle: fc.Arbitrary<Bundle> = fc.record({ kind: fc.constant('entries'), index, width });

describe('paths', () => {
  test('of the specification', () => {
    expect(tilePath({ kind: 'hashes', level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ kind: 'hashes', level: 15, index: 0, width: 8 })).toBe('tile/15/000.p/8');
    expect(tilePath({ kind: 'entries', index: 1_000, width: 1 })).toBe('tile/entries/x001/000.p/1');
    expect(tilePath({ kind: 'entries', index: 999, width: 256 })).toBe('tile/entries/999');
  });

  test('read back as what they name', () => {
    fc.assert(fc.property(fc.oneof(tile, bundle), (named) => void expect(parseTilePath(tilePath(named))).toEqual(named)));
  });

  test.each([
    'tile/0/x001',
    'tile/0/x001/',
    'tile/0/x001/0002',
    'tile/0/001/002',
    'tile/0/x000/001',
    'tile/0/000.p/',
    'tile/0/000.p/0',
    'tile/0/000.p/08',
    'tile/0/000.p/256',
    'tile/0/000/',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/data/000',
    'tile/0/0٠0',
    'tile/0/x999/x999/x999/x999/x999/999',
    '/tile/0/000',
    'tile/0/../000',
    'tile/0/000\n',
    'checkpoint',
    '',
  ])('%j names no tile', (path) => expect(parseTilePath(path)).toBeUndefined());
});

describe('the tiles of a tree', () => {
  test('of 70,000 and of 256 leaves are those the specification counts', () => {
    const counts = new Map<string, number>();
    for (const { level, width } of changedTiles(0, 70_000)) counts.set(`${level}: ${width}`, (counts.get(`${level}: ${width}`) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ '0: 256': 273, '0: 112': 1, '1: 256': 1, '1: 17': 1, '2: 1': 1 });
    expect([...changedTiles(0, 256)].map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
    expect(rightEdgeTiles(70_000).map(tilePath)).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1']);
    expect([...changedTiles(0, 0)]).toEqual([]);
  });

  test('what growing changes is what differs between the two trees', () => {
    const size = fc.oneof(fc.nat(1_000), fc.nat(200_000));
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const before = new Set([...changedTiles(0, from)].map(tilePath));
        const after = [...changedTiles(0, to)].map(tilePath).filter((path) => !before.has(path));
        expect([...changedTiles(from, to)].map(tilePath)).toEqual(after);
        const bundles = [...changedTiles(from, to)]
          .filter(({ level }) => level === 0)
          .map(({ index, width }) => ({ kind: 'entries', index, width }));
        expect([...changedBundles(from, to)]).toEqual(bundles);
      }),
      { numRuns: 50 },
    );
  });

  test('a tile is as wide as the tree has hashes for it', () => {
    expect(tileAt(1, 0, 70_000)?.width).toBe(256);
    expect(tileAt(1, 1, 70_000)?.width).toBe(17);
    expect(tileAt(1, 2, 70_000)).toBeUndefined();
    expect(tileAt(3, 0, 70_000)).toBeUndefined();
  });
});
