// The switch (NV-4.1.3): the new tables serve, the old ones don't, and the record that says so, all in one transaction.
import type { ActorFacts } from '#domain/records';
import type { Transaction } from '#server/platform';
import { changeState, importsOf, kindOf, updateImport, type ImportRow } from './import-row.ts';
import { importRecord, nowIn, type ImportParts, type ImportProgramme } from './import-parts.ts';

export async function switchSnapshot(parts: ImportParts, programme: ImportProgramme, actor: ActorFacts, row: ImportRow): Promise<void> {
  const at = nowIn(parts);
  await parts.database.transaction().execute(async (tx) => {
    const before = await tx.selectFrom('household_serving').selectAll().where('programme_id', '=', programme.id).forUpdate().executeTakeFirst(); // prettier-ignore
    const keyChanged = before !== undefined && before.key_fingerprint !== row.key_fingerprint;
    await supersede(tx, row, keyChanged);
    await changeState(tx, row, { state: 'serving', switched_at: at.toString() });
    const next = { ...before, ...servingOf(row, keyChanged), programme_id: programme.id, version: (before?.version ?? 0) + 1 };
    await tx.insertInto('household_serving').values({ ...nothing, ...next }).onConflict((conflict) => conflict.column('programme_id').doUpdateSet({ ...nothing, ...next })).execute(); // prettier-ignore
    const { index } = await parts.ledger.appendWithin(tx, programme.id, importRecord({ programme, actor, at }, 'household-import', switchEnvelope(row))); // prettier-ignore
    await updateImport(tx, row).set({ record_index: index }).execute();
  });
}

const nothing = { rows_number: null, snapshot: null, as_of: null, status_number: null };

function servingOf(row: ImportRow, keyChanged: boolean) {
  const key = { key_fingerprint: row.key_fingerprint ?? '' };
  if (kindOf(row) !== 'household') return { ...key, status_number: row.number };
  return { ...key, rows_number: row.number, snapshot: row.id, as_of: row.as_of, ...(keyChanged && { status_number: null }) };
}

/** Of its own kind; after a change of key also the lists, whose digests agree with nobody's any more. */
async function supersede(tx: Transaction, row: ImportRow, keyChanged: boolean): Promise<void> {
  const serving = await importsOf(tx, row.programme_id).where('state', '=', 'serving').execute();
  for (const old of serving) if (old.kind === row.kind || keyChanged) await updateImport(tx, old).set({ state: 'superseded' }).execute();
}

function switchEnvelope(row: ImportRow) {
  return {
    event: 'switched',
    clause: 'NV-4.1.3',
    import: row.id,
    kind: row.kind,
    period: row.period,
    asOf: row.as_of,
    sender: row.sender,
    manifestDigest: row.manifest_digest,
    rows: row.loaded_rows,
    badRows: row.bad_rows,
    came: row.came,
    went: row.went,
    changed: row.changed,
  };
}
