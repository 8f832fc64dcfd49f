// A month's queries, out of the log: each intent with its outcome, even one that fell into the next month, each refusal, each verification.
import { foldQueries, queryTypes, type RecordedQuery } from '#domain/records';
import type { Ledger, OpenedRecord, RecordedRead } from '#server/ledger';

const OPENED_AT_ONCE = 500;

export async function readMonthQueries(ledger: Ledger, read: RecordedRead): Promise<RecordedQuery[]> {
  const records: OpenedRecord[] = [];
  for await (const record of ledger.findByMonth(read, [...queryTypes, 'outcome'])) records.push(record);
  const answered = new Set(records.filter(({ type }) => type === 'outcome').map(({ intentIndex }) => intentIndex));
  const open = records.filter(({ type, index }) => type === 'intent' && !answered.has(index)).map(({ index }) => index);
  return foldQueries([...records, ...(await inPieces(open, (indexes) => ledger.findOutcomes(read, indexes)))]);
}

/** Some of a month's queries, by the indexes of their intents and refusals; in the order of the log. */
export async function readQueriesAt(ledger: Ledger, read: RecordedRead, indexes: readonly number[]): Promise<RecordedQuery[]> {
  const records = await inPieces(indexes, (piece) => ledger.readRecords(read, piece));
  const intents = records.filter(({ type }) => type === 'intent').map(({ index }) => index);
  return foldQueries([...records, ...(await inPieces(intents, (piece) => ledger.findOutcomes(read, piece)))]);
}

async function inPieces(indexes: readonly number[], open: (piece: readonly number[]) => Promise<OpenedRecord[]>): Promise<OpenedRecord[]> {
  const opened: OpenedRecord[] = [];
  for (let from = 0; from < indexes.length; from += OPENED_AT_ONCE)
    opened.push(...(await open(indexes.slice(from, from + OPENED_AT_ONCE))));
  return opened;
}
