// The statements of a load: a table of its own, filled and indexed in one transaction with everything that is counted of it. A transaction
// that does not commit leaves no table behind.
import type { FileKind } from '#domain/verification';
import { flagBits } from '#domain/verification';
import { rowsTable, statusTable } from '../lookup-statement.ts';

/** Another import's table that serves now. */
export interface ServingTables {
  readonly rowsNumber: number | undefined;
  readonly lists: readonly { readonly kind: Exclude<FileKind, 'household'>; readonly number: number }[];
}

export function createTable(kind: FileKind, number: number): string {
  const columns = kind === 'household' ? ', name_digest uuid not null, birth_digest uuid not null, flags smallint not null' : '';
  return `create table ${rowsTable(number)} (person uuid not null${columns})`;
}

/** FREEZE: the table is made in the same transaction, so its rows need no second writing by a vacuum. */
export function copyInto(number: number): string {
  return `copy ${rowsTable(number)} from stdin (format binary, freeze)`;
}

/** After the rows: an index that grows with random keys costs six times as much. */
export function addPrimaryKey(table: string): string {
  return `alter table ${table} add primary key (person)`;
}

/** The flags of all lists that will serve, the new one in place of its predecessor. */
export function mergeStatuses(kind: Exclude<FileKind, 'household'>, number: number, { lists }: ServingTables): string {
  const all = [...lists.filter((list) => list.kind !== kind), { kind, number }];
  const flags = all.map((list) => `select person, ${flagBits[list.kind]}::smallint as flags from ${rowsTable(list.number)}`);
  return `create table ${statusTable(number)} as select person, bit_or(flags) as flags from (${flags.join(' union all ')}) list group by person`;
}

/** Came, went, changed: the new table beside the one of the same kind that serves. */
export function differenceText(kind: FileKind, number: number, old: number): string {
  const differs = '(n.name_digest, n.birth_digest, n.flags) is distinct from (o.name_digest, o.birth_digest, o.flags)';
  const changed = kind === 'household' ? `count(*) filter (where n.person is not null and o.person is not null and ${differs})` : '0';
  return `
    select count(*) filter (where o.person is null) as came, count(*) filter (where n.person is null) as went,
      ${changed} as changed, count(*) as all
    from ${rowsTable(number)} n full join ${rowsTable(old)} o using (person)`;
}

/** How many of a list the household file does not have. */
export function strangersText(number: number, household: number): string {
  return `select count(*) as strangers from ${rowsTable(number)} n left join ${rowsTable(household)} h using (person) where h.person is null`;
}
