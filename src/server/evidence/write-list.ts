// Writes the month's list and, in its order, what each row's records commit to. Records are read some hundreds at a time and let go of.
import { equalBytes } from '#domain/kernel';
import type { CompartmentLetter } from '#domain/ledger';
import { formatOpening, listHeader, listLine, packFiles, type About } from '#domain/evidence';
import { foldQueries, queryTypes } from '#domain/records';
import { listBytes, queryList, type ListEntry } from '#domain/reports';
import { ListDiffers } from '#server/audits';
import { sha256 } from '#server/keys';
import type { Ledger, OpenedRecord, RecordedRead } from '#server/ledger';
import type { PackFolder } from './pack-folder.ts';

const AT_ONCE = 500;

interface ListToWrite {
  readonly pack: PackFolder;
  readonly ledger: Ledger;
  readonly about: About;
  readonly read: RecordedRead;
  /** The month-close records of the range, in their order: they stand among the queries by their index. */
  readonly closings: readonly OpenedRecord[];
  readonly listDigest: Uint8Array;
  readonly onRow: (rows: number) => void;
}

/** @throws ListDiffers when the records no longer give the list that was closed */
export async function writeList({ pack, ledger, about, read, closings, listDigest, onRow }: ListToWrite): Promise<void> {
  const letters: CompartmentLetter[] = about.subjects ? ['A', 'B', 'C'] : ['A', 'B'];
  const entries: ListEntry[] = [];
  const waiting = [...closings];
  await pack.append(packFiles.list, listHeader(about));
  for await (const groups of groupsOf(ledger, read)) {
    const opened: string[] = [];
    const lines: string[] = [];
    for (const group of groups) {
      const head = group[0]?.index ?? 0;
      while (waiting[0] && waiting[0].index < head) opened.push(...openingsOf([waiting.shift() as OpenedRecord], letters)); // just seen
      opened.push(...openingsOf(group, letters));
      for (const query of foldQueries(group)) {
        entries.push(...queryList('', '', [query]).entries);
        lines.push(listLine(query, entries.length, about));
      }
    }
    await pack.append(packFiles.openings, opened.join(''));
    await pack.append(packFiles.list, lines.join(''));
    onRow(entries.length);
  }
  await pack.append(packFiles.openings, openingsOf(waiting, letters).join(''));
  const { programme, month } = about;
  if (!equalBytes(sha256(listBytes({ programme, month, entries })), listDigest)) throw new ListDiffers(programme, month);
}

function openingsOf(records: readonly OpenedRecord[], letters: readonly CompartmentLetter[]): string[] {
  return records.flatMap(({ index, compartments }) => {
    if (!compartments) throw new Error('the records were read without their openings');
    return letters.map((letter) => formatOpening(index, letter, compartments[letter]));
  });
}

/** Each query with its outcomes behind it; an outcome alone answers a query of the month before. */
async function* groupsOf(ledger: Ledger, read: RecordedRead): AsyncGenerator<OpenedRecord[][]> {
  const asked = new Set<number>();
  for await (const piece of inPieces(ledger.findByMonth(read, [...queryTypes, 'outcome']))) {
    const here = new Set(piece.filter(({ type }) => type === 'intent').map(({ index }) => index));
    const outcomes = piece.filter(({ type }) => type === 'outcome');
    const answered = new Set(outcomes.map(({ intentIndex }) => intentIndex));
    const later = await ledger.findOutcomes(read, [...here].filter((index) => !answered.has(index))); // prettier-ignore
    const byIntent = Map.groupBy([...outcomes, ...later], ({ intentIndex }) => intentIndex);
    for (const index of here) asked.add(index);
    const heads = piece.filter(({ type, intentIndex = -1 }) => type !== 'outcome' || !asked.has(intentIndex));
    yield heads.map((head) => [head, ...(head.type === 'intent' ? (byIntent.get(head.index) ?? []) : [])]);
  }
}

async function* inPieces(records: AsyncIterable<OpenedRecord>): AsyncGenerator<OpenedRecord[]> {
  let piece: OpenedRecord[] = [];
  for await (const record of records) {
    if (piece.push(record) < AT_ONCE) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
