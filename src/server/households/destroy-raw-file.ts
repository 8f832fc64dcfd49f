// The raw file's end (NV-4.4), with its record. First what it was is written down, then it is destroyed, then the record says so:
// wherever that is cut short, it is done again from there, and the record names the file as it was.
import type { ActorFacts } from '#domain/records';
import { updateImport, type ImportRow } from './import-row.ts';
import { importRecord, nowIn, type ImportParts, type ImportProgramme } from './import-parts.ts';
import { describeFile, destroyFile, type Spool } from './spool.ts';

export async function destroyRawFile(
  parts: ImportParts,
  spool: Spool,
  programme: ImportProgramme,
  actor: ActorFacts,
  row: ImportRow,
): Promise<void> {
  if (row.destroyed_at !== null) return;
  const path = spool.pathOf(row.id);
  const facts = row.file_sha256 === null ? await describeFile(path) : { bytes: row.file_bytes ?? 0, sha256: row.file_sha256 };
  if (!facts) return; // nothing was ever uploaded
  await updateImport(parts.database, row).set({ file_bytes: facts.bytes, file_sha256: facts.sha256 }).execute();
  await destroyFile(path);
  const at = nowIn(parts);
  await parts.database.transaction().execute(async (tx) => {
    await updateImport(tx, row).set({ destroyed_at: at.toString() }).execute();
    const envelope = destructionEnvelope(
      { import: row.id, kind: row.kind, period: row.period, manifestDigest: row.manifest_digest },
      facts,
    );
    const { index } = await parts.ledger.appendWithin(tx, programme.id, importRecord({ programme, actor, at }, 'destruction', envelope));
    await updateImport(tx, row).set({ destruction_index: index }).execute();
  });
}

export function destructionEnvelope(of: Readonly<Record<string, string>>, { bytes, sha256 }: { bytes: number; sha256: string }) {
  return { clause: 'NV-4.4', what: 'raw-household-file', ...of, fileBytes: bytes, fileSha256: sha256, how: 'overwritten-unlinked-synced' };
}
