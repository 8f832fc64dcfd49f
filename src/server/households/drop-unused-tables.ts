// Tables that no import needs any more are dropped whole. Called with the programme's lock held, so that none is being made meanwhile.
import { sql } from 'kysely';
import type { Database } from '#server/platform';
import { rowsTable, statusTable } from './lookup-statement.ts';

export async function dropUnusedTables(database: Database, programme: string): Promise<void> {
  const imports = await database.selectFrom('household_import').select(['number', 'state']).where('programme_id', '=', programme).execute(); // prettier-ignore
  const serving = await database.selectFrom('household_serving').select('status_number').where('programme_id', '=', programme).executeTakeFirst(); // prettier-ignore
  const there = await sql<{ name: string }>`select relname as name from pg_class where relkind = 'r' and relname like 'household\_%'`.execute(database); // prettier-ignore
  const names = new Set(there.rows.map(({ name }) => name));
  for (const { number, state } of imports) {
    const isNeeded = state === 'serving' || state === 'ready';
    if (!isNeeded && names.has(rowsTable(number))) await sql`drop table if exists ${sql.table(rowsTable(number))}`.execute(database);
    const merged = serving?.status_number === number || state === 'ready';
    if (!merged && names.has(statusTable(number))) await sql`drop table if exists ${sql.table(statusTable(number))}`.execute(database);
  }
}
