// A ZIP (APPNOTE.TXT 6.3.3) of plain files, stored one after the other. Every byte around them follows from their names, sizes and
// checksums, so a reader that lays it out again finds any byte that was changed, and the same pack is the same file.
import { concatBytes, equalBytes, fromUtf8, utf8 } from '#domain/kernel';

export interface ZipEntry {
  readonly path: string;
  readonly size: number;
  readonly crc32: number;
}

/** Where an entry's content begins in the ZIP. */
export interface PlacedEntry extends ZipEntry {
  readonly offset: number;
}

export interface ZipLayout {
  readonly entries: readonly PlacedEntry[];
  /** Before the content of each. */
  readonly headers: readonly Uint8Array[];
  readonly directory: Uint8Array;
  readonly size: number;
}

/** Without ZIP64: 4 GiB and 65,535 files, of which a pack has some twenty. */
export const maxZipSize = 0xffff_ffff;
const maxEntries = 1_000;
const localHeaderSize = 30;
const directoryEntrySize = 46;
export const zipEndSize = 22;
const version = 10; // stored, without folders
const dosDate = 0x0021; // 1980-01-01, the first day there is

/** @throws RangeError when it would not fit */
export function layOutZip(entries: readonly ZipEntry[]): ZipLayout {
  const headers = entries.map((entry) => localHeader(entry));
  const placed: PlacedEntry[] = [];
  let offset = 0;
  for (const [at, entry] of entries.entries()) {
    offset += headers[at]?.length ?? 0;
    placed.push({ ...entry, offset });
    offset += entry.size;
  }
  const names = concatBytes(...placed.map((entry, at) => directoryEntry(entry, entry.offset - (headers[at]?.length ?? 0))));
  const directory = concatBytes(names, endRecord(entries.length, names.length, offset));
  const size = offset + directory.length;
  if (entries.length > maxEntries || size > maxZipSize) throw new RangeError('the files do not fit into a ZIP');
  return { entries: placed, headers, directory, size };
}

/** How long the directory is, out of the last bytes of a ZIP; undefined where they are not those of one laid out here. */
export function directorySize(end: Uint8Array): number | undefined {
  if (end.length !== zipEndSize) return undefined;
  const view = viewOf(end);
  return view.getUint32(0, true) === 0x06054b50 ? view.getUint32(12, true) + zipEndSize : undefined;
}

/**
 * The layout of the whole ZIP out of its directory; undefined where that is not what `layOutZip` makes of files in the order of their paths.
 * Of a file that stands there twice, others might read the one that we don't.
 */
export function readDirectory(directory: Uint8Array): ZipLayout | undefined {
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  for (let at = 0; at < directory.length - zipEndSize;) {
    if (at + directoryEntrySize > directory.length || entries.length === maxEntries) return undefined;
    const end = at + directoryEntrySize + view.getUint16(at + 28, true);
    const path = readName(directory.subarray(at + directoryEntrySize, end));
    if (path === undefined || path <= (entries.at(-1)?.path ?? '') || end > directory.length) return undefined;
    entries.push({ path, size: view.getUint32(at + 24, true), crc32: view.getUint32(at + 16, true) });
    at = end;
  }
  if (entries.reduce((sum, { size }) => sum + size, 0) > maxZipSize) return undefined;
  const layout = layOutZip(entries);
  return equalBytes(layout.directory, directory) ? layout : undefined;
}

function localHeader({ path, size, crc32 }: ZipEntry): Uint8Array {
  const view = new DataView(new ArrayBuffer(localHeaderSize));
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, version, true);
  setContent(view, 10, { path, size, crc32 });
  return concatBytes(new Uint8Array(view.buffer), utf8(path));
}

function directoryEntry(entry: ZipEntry, headerAt: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(directoryEntrySize));
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, version, true);
  view.setUint16(6, version, true);
  setContent(view, 12, entry);
  view.setUint32(42, headerAt, true);
  return concatBytes(new Uint8Array(view.buffer), utf8(entry.path));
}

/** The fields that both headers share: time, date, checksum, sizes as stored and as they are, length of the name. */
function setContent(view: DataView, at: number, { path, size, crc32 }: ZipEntry): void {
  view.setUint16(at + 2, dosDate, true);
  view.setUint32(at + 4, crc32, true);
  view.setUint32(at + 8, size, true);
  view.setUint32(at + 12, size, true);
  view.setUint16(at + 16, utf8(path).length, true);
}

function endRecord(entries: number, directoryLength: number, directoryAt: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(zipEndSize));
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, directoryLength, true);
  view.setUint32(16, directoryAt, true);
  return new Uint8Array(view.buffer);
}

function readName(bytes: Uint8Array): string | undefined {
  try {
    const path = fromUtf8(bytes);
    return /^[A-Za-z0-9][A-Za-z0-9./-]*$/.test(path) && !path.includes('..') ? path : undefined;
  } catch {
    return undefined; // not UTF-8, so none of our names
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
