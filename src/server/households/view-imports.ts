// Imports as pages, commands and the wire show them.
import type { HouseholdImport } from '#contract';
import { householdRecipientOf } from './household-identity.ts';
import { badRowsOf, findImport, importsOf, kindOf, manifestOf, refusalOfImport, warningsOf, type ImportRow } from './import-row.ts';
import type { ImportParts } from './import-parts.ts';
import { isOutOfProportion } from './run-import.ts';
import { Spool } from './spool.ts';

const MOST_SHOWN = 200;

export interface ServingView {
  readonly asOf: string;
  readonly period: string;
  readonly import: string;
  readonly rows: number;
}

export interface ImportsView {
  /** undefined: no identity was made yet. */
  readonly recipient: string | undefined;
  readonly serving: ServingView | undefined;
  readonly imports: readonly HouseholdImport[];
}

export async function viewImports(parts: ImportParts, programme: string): Promise<ImportsView> {
  const rows = await importsOf(parts.database, programme).orderBy('number', 'desc').limit(MOST_SHOWN).execute();
  const names = await openersOf(parts, rows);
  const serving = await importsOf(parts.database, programme).where('state', '=', 'serving').where('kind', '=', 'household').executeTakeFirst(); // prettier-ignore
  return {
    recipient: await householdRecipientOf(parts.keystore),
    serving: serving && { asOf: serving.as_of, period: serving.period, import: serving.id, rows: serving.loaded_rows ?? 0 },
    imports: await Promise.all(rows.map((row) => viewOf(parts, row, names))),
  };
}

export async function viewImport(parts: ImportParts, programme: string, id: string): Promise<HouseholdImport | undefined> {
  const row = await findImport(parts.database, programme, id);
  return row && viewOf(parts, row, await openersOf(parts, [row]));
}

/** Names of the accounts that opened them. */
async function openersOf({ database }: ImportParts, rows: readonly ImportRow[]): Promise<ReadonlyMap<string, string>> {
  const accounts = [...new Set(rows.map((row) => row.opened_by))];
  if (accounts.length === 0) return new Map();
  const found = await database
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'person.name'])
    .where('account.id', 'in', accounts)
    .execute();
  return new Map(found.map(({ id, name }) => [id, name]));
}

async function viewOf(parts: ImportParts, row: ImportRow, names: ReadonlyMap<string, string>): Promise<HouseholdImport> {
  const { rows, bytes } = manifestOf(row);
  return {
    id: row.id,
    state: row.state,
    kind: kindOf(row),
    period: row.period,
    asOf: row.as_of,
    sender: row.sender,
    manifestDigest: row.manifest_digest,
    rows,
    bytes,
    uploadedBytes: (await new Spool(parts.dataDirectory).size(row.id)) ?? null,
    openedAt: row.opened_at.toISOString(),
    openedBy: names.get(row.opened_by) ?? row.opened_by,
    startedAt: row.started_at?.toISOString() ?? null,
    rowsDone: row.rows_done,
    bytesDone: row.bytes_done,
    loadedRows: row.loaded_rows,
    badRows: row.bad_rows,
    badRowList: badRowsOf(row).map((bad) => ({ ...bad })),
    warnings: { ...warningsOf(row) },
    came: row.came,
    went: row.went,
    changed: row.changed,
    outOfProportion: row.state === 'ready' && isOutOfProportion(row),
    refusal: refusalOfImport(row) ?? null,
    switchedAt: row.switched_at?.toISOString() ?? null,
    recordIndex: row.record_index,
    destroyedAt: row.destroyed_at?.toISOString() ?? null,
    destructionIndex: row.destruction_index,
    fileBytes: row.file_bytes,
    fileSha256: row.file_sha256,
  };
}
