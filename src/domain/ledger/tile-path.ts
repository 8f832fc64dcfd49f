// Which tiles a tree of a given size has, and their paths (c2sp.org/tlog-tiles). A tile holds up to 256 hashes of one height:
// at level L each is the root of 256^L leaves. Entries lie in bundles that are as wide as the tiles of level 0.

export const tileWidth = 256;
export const maxTileLevel = 63;

export type Tile = { readonly kind: 'hashes'; readonly level: number; readonly index: number; readonly width: number };
export type Bundle = { readonly kind: 'entries'; readonly index: number; readonly width: number };

/** `tile/0/x001/x234/067.p/8`, `tile/entries/000`. */
export function tilePath(tile: Tile | Bundle): string {
  const folder = tile.kind === 'entries' ? 'entries' : String(tile.level);
  const partial = tile.width === tileWidth ? '' : `.p/${tile.width}`;
  return `tile/${folder}/${indexPath(tile.index)}${partial}`;
}

const pathForm = /^tile\/(?<folder>entries|0|[1-9]\d?)\/(?<high>(?:x\d{3}\/){0,5})(?<low>\d{3})(?:\.p\/(?<width>[1-9]\d{0,2}))?$/;

/** The tile a path names; undefined for any other path, a non-canonical spelling included. */
export function parseTilePath(path: string): Tile | Bundle | undefined {
  const parts = pathForm.exec(path)?.groups;
  if (!parts) return undefined;
  const { folder = '', high = '', low = '' } = parts;
  const index = Number(high.replaceAll(/[x/]/g, '') + low);
  const width = parts['width'] === undefined ? tileWidth : Number(parts['width']);
  const fullIsSpelledPartial = parts['width'] !== undefined && width >= tileWidth;
  if (!Number.isSafeInteger(index) || high.startsWith('x000/') || fullIsSpelledPartial) return undefined;
  if (folder === 'entries') return { kind: 'entries', index, width };
  return Number(folder) <= maxTileLevel ? { kind: 'hashes', level: Number(folder), index, width } : undefined;
}

/** How many hashes level `level` holds in a tree of `size`: only perfect subtrees count. */
export function hashesAtLevel(size: number, level: number): number {
  return Math.floor(size / tileWidth ** level);
}

/** The tiles that are new or wider in a tree of `to` leaves than in one of `from`, lowest level first. From 0: all tiles. */
export function* changedTiles(from: number, to: number): Generator<Tile> {
  for (let level = 0; hashesAtLevel(to, level) > 0; level += 1) {
    const tiles = changedAt(hashesAtLevel(from, level), hashesAtLevel(to, level));
    for (const { index, width } of tiles) yield { kind: 'hashes', level, index, width };
  }
}

/** The entry bundles that are new or wider. */
export function* changedBundles(from: number, to: number): Generator<Bundle> {
  for (const { index, width } of changedAt(from, to)) yield { kind: 'entries', index, width };
}

/** The tile at a place in the tree of `size`, as wide as it is there; undefined where the tree has none. */
export function tileAt(level: number, index: number, size: number): Tile | undefined {
  const width = Math.min(hashesAtLevel(size, level) - index * tileWidth, tileWidth);
  return width > 0 ? { kind: 'hashes', level, index, width } : undefined;
}

/** The partial tiles of a tree, lowest level first: with them alone the tree can grow. */
export function rightEdgeTiles(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; hashesAtLevel(size, level) > 0; level += 1) {
    const hashes = hashesAtLevel(size, level);
    if (hashes % tileWidth > 0) tiles.push({ kind: 'hashes', level, index: Math.floor(hashes / tileWidth), width: hashes % tileWidth });
  }
  return tiles;
}

function* changedAt(from: number, to: number): Generator<{ index: number; width: number }> {
  if (to <= from) return;
  for (let index = Math.floor(from / tileWidth); index * tileWidth < to; index += 1) {
    yield { index, width: Math.min(to - index * tileWidth, tileWidth) };
  }
}

function indexPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}
