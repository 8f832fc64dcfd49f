// Reads the files of a log that may be damaged or hostile: only regular files, none longer than its kind can be, and
// the full tile where a partial one has been tidied away (c2sp.org/tlog-tiles, "Partial Tiles").
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashLength, maxEntryLength, tilePath, tileWidth, type Bundle, type Tile } from '#domain/ledger';
import { WrongEvidence } from './verify-report.ts';

const longestTile = tileWidth * hashLength;
const longestBundle = tileWidth * (maxEntryLength + 2);

export type FoundTile = { readonly path: string; readonly bytes: Uint8Array; readonly width: number };

export class LogFiles {
  readonly #root: string;
  readonly #listings = new Map<string, ReadonlySet<string>>();

  constructor(root: string) {
    this.#root = root;
  }

  /** The file, or undefined where there is none. */
  find(path: string, longest: number): Uint8Array | undefined {
    const file = join(this.#root, path);
    const state = orUnreadable(path, () => statSync(file, { throwIfNoEntry: false }));
    if (!state) return undefined;
    if (!state.isFile()) throw new WrongEvidence(path, 'unreadable', '不是一般檔案');
    if (state.size > longest) throw new WrongEvidence(path, 'wrong-length', `檔案過長(${state.size} 位元組)`);
    return orUnreadable(path, () => readFileSync(file));
  }

  /** The names in a folder; none where there is no folder. */
  list(folder: string): string[] {
    return [...this.#names(folder)];
  }

  /** The tile or bundle, and the path and width under which it was found. */
  tile(wanted: Tile | Bundle): FoundTile {
    const found = this.#found(wanted, wanted.width) ?? this.#found(wanted, tileWidth);
    if (found) return found;
    throw new WrongEvidence(tilePath(wanted), 'missing', '缺少這個檔案');
  }

  /** Partial files narrower than `tile` that logs may leave behind when it grew. A running log may tidy them away meanwhile. */
  narrower(tile: Tile | Bundle): FoundTile[] {
    const full = tilePath({ ...tile, width: tileWidth });
    const split = full.lastIndexOf('/');
    const folder = `${full}.p`;
    if (!this.#names(full.slice(0, split)).has(folder.slice(split + 1))) return [];
    const widths = [...this.#names(folder)].filter((name) => /^[1-9]\d{0,2}$/.test(name)).map(Number);
    const narrower = widths.filter((width) => width < tile.width).toSorted((one, other) => one - other);
    return narrower.flatMap((width) => this.#found(tile, width) ?? []);
  }

  #found(tile: Tile | Bundle, width: number): FoundTile | undefined {
    const path = tilePath({ ...tile, width });
    const bytes = this.find(path, tile.kind === 'entries' ? longestBundle : longestTile);
    return bytes && { path, bytes, width };
  }

  #names(folder: string): ReadonlySet<string> {
    const known = this.#listings.get(folder);
    if (known) return known;
    const path = join(this.#root, folder);
    const names = new Set(orUnreadable(folder, () => (existsSync(path) ? readdirSync(path) : [])));
    if (this.#listings.size > 16) this.#listings.clear(); // a folder has at most 2,000 names; a few are in use at a time
    this.#listings.set(folder, names);
    return names;
  }
}

/** Errors of the file system carry a code (EACCES, EIO); its message would repeat the whole path. */
function orUnreadable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new WrongEvidence(path, 'unreadable', `無法讀取(${error instanceof Error && 'code' in error ? String(error.code) : '不明原因'})`);
  }
}
