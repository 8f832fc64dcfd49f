// That the list of an evidence pack is complete and exact, whoever made it: its leaves are all the leaves the signed tree has in the range,
// every query of the month among them is opened and is what its leaf commits to, and what they say is the list, line by line.
import { LeafBook, ListCheck, listHeader, openRecords, packFiles, parseOpening, type About, type Opening } from '#domain/evidence';
import { equalBytes } from '#domain/kernel';
import { leafHash, parseRangeProof, rangeEndsIn, rangeFrontier, type Checkpoint, type RangeProof } from '#domain/ledger';
import type { EvidenceFiles } from './evidence-files.ts';
import { sha256 } from './node-hashing.ts';
import { inForm, readText } from './signed-checkpoint.ts';
import { WrongEvidence, type EvidenceFacts } from './verify-report.ts';
import { wrongAt } from './wrong-evidence.ts';

const longestRangeProof = 16_384;

export interface MonthPack {
  readonly files: EvidenceFiles;
  readonly about: About;
  readonly head: Checkpoint;
  /** Further signed checkpoints, by the file each stands in. */
  readonly kept: ReadonlyMap<string, Checkpoint>;
}

/** @throws WrongEvidence @throws EvidenceFault */
export function checkMonth(pack: MonthPack, note: string[]): Pick<EvidenceFacts, 'rows' | 'start' | 'end'> {
  const { files, about, kept } = pack;
  const range = inForm(packFiles.rangeProof, () => parseRangeProof(files.text(packFiles.rangeProof, longestRangeProof)));
  const { start, end } = range;
  for (const [path, { size }] of kept)
    if (size < start || size > end) note.push(`${path} 的樹頭(${size} 筆)不在這份存證的範圍內，未經核對。`);
  const book = checkLeaves(pack, range);
  const list = new ListCheck(about, book);
  const openings = openRecords(readOpenings(files), {
    file: packFiles.openings,
    letters: about.subjects ? ['A', 'B', 'C'] : ['A', 'B'],
    leafAt: (index) => book.take(index),
    sha256,
  });
  checkLines(files, listHeader(about), list.lines(openings));
  list.assertClosed(range, sha256);
  const later = [...book.laterQueries].map(([month, { count, first }]) => `${month} 共 ${count} 筆，自第 ${first} 號起`).join('；');
  if (later) note.push(`範圍內另有其後月份的查詢，應列於各該月的清單：${later}`);
  return { rows: list.rows, start, end };
}

/** On the way from the start of the range to its end stand the trees of the checkpoints that were kept. */
function checkLeaves({ files, about, head, kept }: MonthPack, range: RangeProof): LeafBook {
  const frontier = rangeFrontier(range, sha256);
  const book = new LeafBook(about.month, range.start);
  const keptSizes = new Set([...kept.values()].map(({ size }) => size));
  const roots = new Map([[range.start, frontier.root()]]);
  for (const line of files.lines(packFiles.leaves)) {
    book.append(line);
    frontier.append(leafHash(line, sha256));
    if (keptSizes.has(frontier.size)) roots.set(frontier.size, frontier.root());
  }
  if (!rangeEndsIn(range, frontier, head, sha256)) throw wrongAt(packFiles.rangeProof, 'wrong-range');
  for (const [path, { size, rootHash }] of kept) {
    if (!equalBytes(roots.get(size) ?? rootHash, rootHash)) throw new WrongEvidence(path, 'wrong-root', '簽署的根雜湊值與紀錄樹不符');
  }
  return book;
}

function* readOpenings(files: EvidenceFiles): Generator<Opening> {
  let line = 0;
  for (const bytes of files.lines(packFiles.openings)) {
    line += 1;
    yield parseOpening(bytes, `${packFiles.openings} line ${line}`);
  }
}

function checkLines(files: EvidenceFiles, header: string, rows: Iterable<string>): void {
  const lines = files.lines(packFiles.list);
  let line = 0;
  const next = (): string | undefined => {
    const { done, value } = lines.next();
    line += 1;
    return done ? undefined : `${readText(`${packFiles.list} line ${line}`, value, (text) => text)}\n`;
  };
  if (next() !== header) throw wrongAt(`${packFiles.list} line 1`, 'wrong-row');
  for (const row of rows) if (next() !== row) throw wrongAt(`${packFiles.list} line ${line}`, 'wrong-row');
  if (next() !== undefined) throw wrongAt(`${packFiles.list} line ${line}`, 'wrong-row');
}
