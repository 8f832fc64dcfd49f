// The one statement that appends: it takes the next indexes under the log's row lock and stores the rows at them.
// Because the lock is held until the commit, the order of indexes is the order of commits, and no index is ever skipped.
import { keepsCommits } from './check-server.ts';
import type { StoredRow } from './stored-row.ts';

const COLUMNS = [
  ['month', 'date'], ['record_id', 'uuid'], ['type', 'text'], ['retention', 'text'], ['leaf', 'bytea'],
  ['contents_key', 'bytea'], ['contents', 'bytea'],
  ['actor_blind', 'bytea'], ['subject_blind', 'bytea'], ['intent_index', 'bigint'],
] as const; // prettier-ignore

/**
 * Batches come in these sizes only, so that a connection keeps few prepared statements:
 * each holds a plan, and the plan of a large one is large.
 */
const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 128, 192, 256, 384, 512];

/** The largest batch that can be made of so many waiting rows. */
export function batchSize(waiting: number): number {
  return SIZES.findLast((size) => size <= waiting) ?? 0;
}

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Its one result row holds `base`, the first row's index; no result row: there is no such log, or the session could lose its commit. */
export function appendStatement(programme: string, rows: readonly StoredRow[]): Statement {
  return { name: `append-${rows.length}`, text: textFor(rows.length), values: [programme, rows.length, ...rows.flatMap(valuesOf)] };
}

const texts = new Map<number, string>();

function textFor(count: number): string {
  const known = texts.get(count);
  if (known) return known;
  const names = COLUMNS.map(([name]) => name).join(', ');
  const tuples = Array.from({ length: count }, (_, place) => {
    const parameters = COLUMNS.map(([, type], column) => `$${3 + place * COLUMNS.length + column}::${type}`);
    return `(${parameters.join(', ')}, ${place})`;
  });
  const text = `with head as (
  update log_head set next = next + $2::bigint where programme_id = $1 and ${keepsCommits} returning next - $2::bigint as base
), stored as (
  insert into record (programme_id, index, ${names})
  select $1, head.base + rows.place, ${COLUMNS.map(([name]) => `rows.${name}`).join(', ')}
  from head, (values ${tuples.join(', ')}) as rows (${names}, place)
)
select base from head`;
  texts.set(count, text);
  return text;
}

function valuesOf(row: StoredRow): unknown[] {
  return [
    `${row.month}-01`, row.recordId, row.type, row.retention, row.leaf,
    row.contents.key, row.contents.box, row.actorBlind ?? null, row.subjectBlind ?? null, row.intentIndex ?? null,
  ]; // prettier-ignore
}
