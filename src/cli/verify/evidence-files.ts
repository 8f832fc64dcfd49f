// The files of an evidence pack, in a folder or in the ZIP it was exported as, read piece by piece: a pack may be larger than memory.
// They may be damaged or hostile: only regular files count, and of a ZIP only one whose every byte is where the export puts it.
import { closeSync, lstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { directorySize, readDirectory, zipEndSize, type ZipLayout } from '#domain/evidence';
import { equalBytes } from '#domain/kernel';
import { readText, type FoundFiles } from './signed-checkpoint.ts';
import { WrongEvidence } from './verify-report.ts';

interface Piece {
  readonly file: string;
  readonly offset: number;
  readonly size: number;
}

const chunkSize = 1 << 18;
const longestLine = 1 << 20;
const mostFiles = 10_000;
const newline = 0x0a;

export class EvidenceFiles implements FoundFiles {
  readonly #pieces: ReadonlyMap<string, Piece>;
  /** Told how many bytes were read. */
  onRead: (bytes: number) => void = () => undefined;

  private constructor(pieces: ReadonlyMap<string, Piece>) {
    this.#pieces = pieces;
  }

  static ofFolder(folder: string): EvidenceFiles {
    const found = orUnreadable(basename(folder), () => readdirSync(folder, { recursive: true, encoding: 'utf8' }));
    if (found.length > mostFiles) throw new WrongEvidence(basename(folder), 'unreadable', '檔案過多，不是存證資料夾');
    const pieces = new Map<string, Piece>();
    for (const path of found) {
      const file = join(folder, path);
      const state = orUnreadable(path, () => lstatSync(file));
      if (state.isFile()) pieces.set(path.split(sep).join('/'), { file, offset: 0, size: state.size });
    }
    return new EvidenceFiles(pieces);
  }

  /** @throws WrongEvidence for any other ZIP than one that was exported */
  static ofZip(file: string): EvidenceFiles {
    const { size } = statSync(file);
    const layout = readZip(file, size);
    for (const [at, { path, offset }] of layout.entries.entries()) {
      const header = layout.headers[at] ?? new Uint8Array(0);
      if (!equalBytes(readAt(file, offset - header.length, header.length), header)) throw wrongFrame(file, `${path} 之前的檔頭`);
    }
    return new EvidenceFiles(new Map(layout.entries.map(({ path, offset, size: length }) => [path, { file, offset, size: length }])));
  }

  get paths(): string[] {
    return [...this.#pieces.keys()];
  }

  size(path: string): number {
    return this.#pieces.get(path)?.size ?? 0;
  }

  find(path: string, longest: number): Uint8Array | undefined {
    const piece = this.#pieces.get(path);
    if (piece && piece.size > longest) throw new WrongEvidence(path, 'wrong-length', `檔案過長(${piece.size} 位元組)`);
    return piece && Buffer.concat([...this.chunks(path)]);
  }

  /** The text of a file that has to be there. */
  text(path: string, longest: number): string {
    const bytes = this.find(path, longest);
    if (!bytes) throw missing(path);
    return readText(path, bytes, (text) => text);
  }

  /** A chunk is only valid until the next one is asked for. */
  *chunks(path: string): Generator<Uint8Array> {
    const piece = this.#pieces.get(path);
    if (!piece) throw missing(path);
    const descriptor = orUnreadable(path, () => openSync(piece.file, 'r'));
    try {
      for (let at = 0; at < piece.size;) {
        const chunk = Buffer.allocUnsafe(Math.min(chunkSize, piece.size - at));
        const read = orUnreadable(path, () => readSync(descriptor, chunk, 0, chunk.length, piece.offset + at));
        if (read === 0) throw new WrongEvidence(path, 'wrong-length', '檔案在讀取時變短了');
        yield chunk.subarray(0, read);
        at += read;
        this.onRead(read);
      }
    } finally {
      closeSync(descriptor);
    }
  }

  /** The lines of a text, without their ends; the last one has to have its end. */
  *lines(path: string): Generator<Uint8Array> {
    let rest: Uint8Array = new Uint8Array(0);
    for (const chunk of this.chunks(path)) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
        yield bytes.subarray(from, end);
        from = end + 1;
      }
      rest = bytes.subarray(from);
      if (rest.length > longestLine) throw new WrongEvidence(path, 'wrong-length', '有一行過長');
    }
    if (rest.length > 0) throw new WrongEvidence(path, 'malformed', '最後一行不完整');
  }
}

function readZip(file: string, size: number): ZipLayout {
  const length = size < zipEndSize ? undefined : directorySize(readAt(file, size - zipEndSize, zipEndSize));
  const layout = length !== undefined && length <= size ? readDirectory(readAt(file, size - length, length)) : undefined;
  if (!layout || layout.size !== size) throw wrongFrame(file, '目錄');
  return layout;
}

function readAt(file: string, offset: number, length: number): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
  } finally {
    closeSync(descriptor);
  }
}

function wrongFrame(file: string, what: string): WrongEvidence {
  return new WrongEvidence(basename(file), 'wrong-frame', `ZIP 的${what}不是匯出時的內容；如果曾重新壓縮，請解開後驗證資料夾`);
}

function missing(path: string): WrongEvidence {
  return new WrongEvidence(path, 'missing', '缺少這個檔案');
}

/** Errors of the file system carry a code (EACCES, EIO); its message would repeat the whole path. */
function orUnreadable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new WrongEvidence(path, 'unreadable', `無法讀取(${error instanceof Error && 'code' in error ? String(error.code) : '不明原因'})`);
  }
}
