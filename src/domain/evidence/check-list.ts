// From the opened records to the list they prove, row by row, and what the month-close record says of it: the same rows in number and
// result, and with the persons queried the very digest that was fixed when the month was closed.
import { toBase64, type JsonObject } from '#domain/kernel';
import type { Sha256 } from '#domain/ledger';
import { foldQueries, isQueryType, type RecordedQuery } from '#domain/records';
import { listBytes, queryList, type ListEntry, type ListResult } from '#domain/reports';
import type { About } from './about.ts';
import { EvidenceFault, readAt } from './evidence-fault.ts';
import { listLine } from './list-csv.ts';
import type { LeafBook } from './leaf-book.ts';
import type { OpenedEvidence } from './open-records.ts';
import { packFiles } from './pack-files.ts';

/** The range the pack proves. */
interface Range {
  readonly start: number;
  readonly end: number;
}

export class ListCheck {
  readonly #about: About;
  readonly #book: LeafBook;
  /** Kept only where the list's digest is computed. */
  readonly #entries: ListEntry[] = [];
  readonly #results = new Map<ListResult['kind'], number>();
  #rows = 0;
  /** By month. */
  readonly #closings = new Map<string, OpenedEvidence>();
  #lastHead = -1;

  /** @param book of the range's leaves */
  constructor(about: About, book: LeafBook) {
    this.#about = about;
    this.#book = book;
  }

  get rows(): number {
    return this.#rows;
  }

  /**
   * The lines of the list. Records come by their index; outcomes stand behind the query they answer.
   * @throws EvidenceFault
   */
  *lines(records: Iterable<OpenedEvidence>): Generator<string> {
    let query: OpenedEvidence[] = [];
    for (const record of records) {
      if (record.type === 'outcome' && query[0]?.type === 'intent' && query[0].index === record.intentIndex) {
        query.push(record);
        continue;
      }
      if (query.length > 0) yield this.#line(query);
      query = this.#isQuery(record) ? [record] : [];
    }
    if (query.length > 0) yield this.#line(query);
  }

  /** After all lines. @throws EvidenceFault */
  assertClosed({ start, end }: Range, sha256: Sha256): void {
    this.#book.assertAllOpened();
    this.#book.assertNothingLate(new Map([...this.#closings].map(([month, { index }]) => [month, index])));
    const { month, programme, subjects } = this.#about;
    const closing = this.#closings.get(month);
    if (!closing) throw new EvidenceFault(packFiles.openings, 'wrong-closing');
    const place = `${packFiles.openings} record ${closing.index}`;
    const count = (...kinds: ListResult['kind'][]) => kinds.reduce((sum, kind) => sum + (this.#results.get(kind) ?? 0), 0);
    const figures = { answered: count('answered', 'not-found'), refused: count('refused'), failed: count('failed', 'open') };
    const expected: JsonObject = { month, rows: this.#rows, ...figures, firstIndex: start };
    const said = closing.envelope;
    const differs = Object.entries(expected).some(([key, value]) => said[key] !== value);
    const endsOutside = typeof said['endIndex'] !== 'number' || said['endIndex'] > end;
    const digest = subjects && toBase64(sha256(listBytes({ programme, month, entries: this.#entries })));
    if (differs || endsOutside || (digest && said['listDigest'] !== digest)) throw new EvidenceFault(place, 'wrong-closing');
  }

  /** A query of the month opens a row; the others stand beside the list. */
  #isQuery(record: OpenedEvidence): boolean {
    const place = `${packFiles.openings} record ${record.index}`;
    if (record.index <= this.#lastHead) throw new EvidenceFault(place, 'wrong-order');
    this.#lastHead = record.index;
    if (isQueryType(record.type)) return true;
    if (record.type === 'month-close') {
      const closed = String(record.envelope['month']);
      if (this.#closings.has(closed)) throw new EvidenceFault(place, 'wrong-closing');
      this.#closings.set(closed, record);
    }
    // An outcome alone answers a query of the month before, asked before midnight; that of a listed one stands behind it.
    if (record.type === 'outcome' && !this.#book.isEarlierQuery(record.intentIndex ?? record.index))
      throw new EvidenceFault(place, 'wrong-order');
    return false;
  }

  #line(records: readonly OpenedEvidence[]): string {
    const place = `${packFiles.openings} record ${records[0]?.index}`;
    const queries = readAt(place, (): RecordedQuery[] => foldQueries(records));
    const [query, entry] = [queries[0], queryList('', '', queries).entries[0]];
    if (!query || !entry) throw new EvidenceFault(place, 'wrong-order');
    this.#rows += 1;
    this.#results.set(entry.result.kind, (this.#results.get(entry.result.kind) ?? 0) + 1);
    if (this.#about.subjects) this.#entries.push(entry);
    return listLine(query, this.#rows, this.#about);
  }
}
