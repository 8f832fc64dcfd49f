// One append inside a caller's transaction: the effect and its record commit together, or neither does.
import { CompiledQuery } from 'kysely';
import type { Transaction } from '#server/platform';
import { appendStatement } from './append-statement.ts';
import type { Appended } from './appender.ts';
import { whyNothingAppended } from './check-server.ts';
import { classifyDatabaseFault, toLogUnavailable } from './database-fault.ts';
import { DuplicateRecord, UnfitRecord } from './faults.ts';
import { findStored } from './find-stored.ts';
import type { StoredRow } from './stored-row.ts';
import type { Queryable } from './read-leaves.ts';

export async function appendWithin(tx: Transaction, outside: Queryable, programme: string, row: StoredRow): Promise<Appended> {
  const statement = appendStatement(programme, [row]);
  try {
    const { rows } = await tx.executeQuery<{ base: number }>(CompiledQuery.raw(statement.text, statement.values));
    const base = rows[0]?.base;
    if (base === undefined) throw await whyNothingAppended(queriesOf(tx), programme);
    return { index: base, leafHash: row.leafHash };
  } catch (error) {
    if (classifyDatabaseFault(error).kind !== 'stands-already') throw toLogUnavailable(error);
    const found = (await findStored(outside, programme, [row])).get(row.recordId);
    throw found ? new DuplicateRecord(found.index) : new UnfitRecord('recordId', 'the id is used twice in one transaction');
  }
}

/** Plain SQL inside a Kysely transaction. */
export function queriesOf(tx: Transaction): Queryable {
  return { query: <Row extends object>(text: string, values: unknown[]) => tx.executeQuery<Row>(CompiledQuery.raw(text, values)) };
}
