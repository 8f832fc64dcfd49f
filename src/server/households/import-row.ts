// One import as it stands in the database.
import type { Selectable, Updateable } from 'kysely';
import { parseManifest, type FileKind, type FileManifest } from '#domain/verification';
import type { Database, Tables, Transaction } from '#server/platform';
import type { BadRow } from './load/copy-rows.ts';
import type { FileRefusal } from './load/file-refused.ts';

export type ImportRow = Selectable<Tables['household_import']>;
export type ImportState = ImportRow['state'];

export function findImport(database: Database, programme: string, id: string): Promise<ImportRow | undefined> {
  return importsOf(database, programme).where('id', '=', id).executeTakeFirst();
}

export function importsOf(database: Database | Transaction, programme: string) {
  return database.selectFrom('household_import').selectAll().where('programme_id', '=', programme);
}

export function updateImport(database: Database | Transaction, { programme_id, id }: ImportRow) {
  return database.updateTable('household_import').where('programme_id', '=', programme_id).where('id', '=', id);
}

/** Whoever lost the programme's lock meanwhile, with its connection, changes nothing any more. */
export class ImportMoved extends Error {
  override readonly name = 'ImportMoved';
}

/** From the state that `row` was read in. @throws ImportMoved where it is in another by now */
export async function changeState(
  tx: Transaction,
  row: ImportRow,
  change: Updateable<Tables['household_import']> & { readonly state: ImportState },
): Promise<void> {
  const { numUpdatedRows } = await updateImport(tx, row).where('state', '=', row.state).set(change).executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new ImportMoved('another process went on with the import');
}

/** It was parsed before it was stored. */
export function manifestOf({ manifest }: ImportRow): FileManifest {
  const parsed = parseManifest(manifest);
  if (parsed.kind === 'malformed') throw new Error(`a stored manifest is malformed: ${parsed.code}`);
  return parsed.manifest;
}

export function kindOf(row: ImportRow): FileKind {
  return manifestOf(row).kind;
}

export function badRowsOf({ bad_row_list: list }: ImportRow): readonly BadRow[] {
  return list as readonly BadRow[]; // as it was written from one
}

export function warningsOf({ warnings }: ImportRow): Readonly<Record<string, number>> {
  return warnings as Readonly<Record<string, number>>; // as above
}

export function refusalOfImport({ refusal }: ImportRow): FileRefusal | undefined {
  return refusal === null ? undefined : (refusal as FileRefusal); // as above
}
