// Reads records back: selected by index, account or month within the scope that was recorded, decrypted, and each one checked
// against its leaf, and its leaf against the sealed tiles.
import type pg from 'pg';
import type { RecordType } from '#domain/ledger';
import type { Keystore } from '#server/keys';
import { toLogUnavailable } from './database-fault.ts';
import { ReadNotRecorded } from './faults.ts';
import type { FindPage } from './ledger.ts';
import type { OpenLog } from './open-log.ts';
import { RecordedRead, type ReadScope } from './reading.ts';
import { openRow, ROW_COLUMNS, type RecordRow } from './record-row.ts';
import type { OpenedRecord } from './record.ts';
import { SealedHashes } from './sealed-hashes.ts';

const MOST_AT_ONCE = 500;
const STREAM_ROWS = 200;

export interface ReaderParts {
  readonly pool: pg.Pool;
  readonly keystore: Keystore;
}

/** A condition on the alias `record`, with parameters from `$2` on. */
interface Condition {
  readonly text: string;
  readonly values: readonly unknown[];
}

export async function readByIndexes(
  parts: ReaderParts,
  log: OpenLog,
  read: RecordedRead,
  indexes: readonly number[],
): Promise<OpenedRecord[]> {
  requireBound(indexes.length);
  const scope = scopeCondition(parts.keystore, requireRecorded(read).scope);
  const rows = await select(parts.pool, log.programme, `index = any($2::bigint[]) and ${scope.text}`, [indexes, ...scope.values], '');
  const opened = new Map((await openRows(parts, log, read, rows)).map((record) => [record.index, record]));
  return indexes.flatMap((index) => opened.get(index) ?? []);
}

/** The outcomes of intents that lie in the scope; an outcome itself may fall into the next month. */
export async function readOutcomes(
  parts: ReaderParts,
  log: OpenLog,
  read: RecordedRead,
  intents: readonly number[],
): Promise<OpenedRecord[]> {
  requireBound(intents.length);
  const scope = scopeCondition(parts.keystore, requireRecorded(read).scope);
  const inScope = `select index from record where programme_id = $1 and index = any($2::bigint[]) and ${scope.text}`;
  const rows = await select(
    parts.pool,
    log.programme,
    `type = 'outcome' and intent_index in (${inScope})`,
    [intents, ...scope.values],
    'order by index',
  );
  return openRows(parts, log, read, rows);
}

/** Year by year, newest first: each year has an index key of its own. */
export async function readByActor(parts: ReaderParts, log: OpenLog, read: RecordedRead, page: FindPage): Promise<OpenedRecord[]> {
  const scope = requireKind(read, 'actor');
  requireBound(page.limit);
  const from = page.fromMonth ?? '2000-01';
  const until = page.untilMonth ?? '2099-12';
  const found: RecordRow[] = [];
  for (const year of parts.keystore.indexYears().toReversed()) {
    const first = maxText(from, `${year}-01`);
    const last = minText(until, `${year}-12`);
    if (found.length >= page.limit) break;
    if (first > last) continue;
    const values = [
      parts.keystore.blind(year, 'actor', scope.account),
      page.before ?? Number.MAX_SAFE_INTEGER,
      page.types ?? null,
      `${first}-01`,
      `${last}-01`,
      page.limit - found.length,
    ];
    const condition = 'actor_blind = $2 and index < $3 and ($4::text[] is null or type = any($4)) and month between $5 and $6';
    found.push(...(await select(parts.pool, log.programme, condition, values, 'order by index desc limit $7')));
  }
  return openRows(parts, log, read, found);
}

export async function* readByMonth(
  parts: ReaderParts,
  log: OpenLog,
  read: RecordedRead,
  types?: readonly RecordType[],
): AsyncGenerator<OpenedRecord> {
  const { month } = requireKind(read, 'month');
  for (let after = -1; ;) {
    const condition = 'month = $2 and index > $3 and ($4::text[] is null or type = any($4))';
    const rows = await select(
      parts.pool,
      log.programme,
      condition,
      [`${month}-01`, after, types ?? null, STREAM_ROWS],
      'order by index limit $5',
    );
    yield* await openRows(parts, log, read, rows);
    if (rows.length < STREAM_ROWS) return;
    after = rows.at(-1)?.index ?? after;
  }
}

async function select(
  pool: pg.Pool,
  programme: string,
  condition: string,
  values: readonly unknown[],
  ending: string,
): Promise<RecordRow[]> {
  try {
    const { rows } = await pool.query<RecordRow>(`select ${ROW_COLUMNS} from record where programme_id = $1 and ${condition} ${ending}`, [
      programme,
      ...values,
    ]);
    return rows;
  } catch (error) {
    throw toLogUnavailable(error);
  }
}

async function openRows(parts: ReaderParts, log: OpenLog, read: RecordedRead, rows: readonly RecordRow[]): Promise<OpenedRecord[]> {
  const sealed = await SealedHashes.open(log.folder);
  const opened: OpenedRecord[] = [];
  for (const row of rows) {
    const options = { sealed: await sealed.covers(row.index, row.leaf), takeOpenings: read.takesOpenings };
    opened.push(openRow(parts.keystore, log.programme, row, options));
  }
  return opened;
}

function scopeCondition(keystore: Keystore, scope: ReadScope): Condition {
  switch (scope.kind) {
    case 'record':
      return { text: 'index = $3', values: [scope.index] };
    case 'month':
      return { text: 'month = $3', values: [`${scope.month}-01`] };
    case 'actor':
      return {
        text: 'actor_blind = any($3::bytea[])',
        values: [keystore.indexYears().map((year) => keystore.blind(year, 'actor', scope.account))],
      };
  }
}

function requireRecorded(read: RecordedRead): RecordedRead {
  if (!RecordedRead.made(read)) throw new ReadNotRecorded('this read was not recorded');
  return read;
}

function requireKind<Kind extends ReadScope['kind']>(read: RecordedRead, kind: Kind): Extract<ReadScope, { kind: Kind }> {
  const { scope } = requireRecorded(read);
  if (scope.kind !== kind) throw new ReadNotRecorded(`a read of kind ${kind} needs its own record, this one is of kind ${scope.kind}`);
  return scope as Extract<ReadScope, { kind: Kind }>; // its kind was just compared
}

function requireBound(count: number): void {
  if (!Number.isInteger(count) || count < 0 || count > MOST_AT_ONCE) throw new RangeError(`at most ${MOST_AT_ONCE} records at once`);
}

function maxText(one: string, other: string): string {
  return one > other ? one : other;
}

function minText(one: string, other: string): string {
  return one < other ? one : other;
}
