// An import begins with its manifest: who signed it, what it is of, and whether it may follow what serves. The file comes after.
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { ActorFacts } from '#domain/records';
import { parseManifest, verifyManifest, type FileManifest } from '#domain/verification';
import { verifyEd25519 } from '#server/keys';
import { dayInTaipei, type Database } from '#server/platform';
import { importRecord, nowIn, type ImportParts, type ImportProgramme } from './import-parts.ts';
import { FileRefused, type FileRefusal } from './load/file-refused.ts';
import { findSender } from './sender-keys.ts';

export interface ManifestGiven {
  /** The exact bytes that were signed. */
  readonly manifest: Uint8Array;
  /** Base64, as the file beside it. */
  readonly signature: string;
}

export type OpenedImport =
  | { readonly kind: 'opened'; readonly id: string }
  /** Nothing was opened; the log says so. */
  | { readonly kind: 'refused'; readonly refusal: FileRefusal };

/** Of one file: 2 million persons have 80 MB, a nation of 24 million not half of this. */
export const importLimits = { rows: 30_000_000, bytes: 4 * 1024 ** 3 } as const;

export async function openImport(
  parts: ImportParts,
  programme: ImportProgramme,
  actor: ActorFacts,
  given: ManifestGiven,
): Promise<OpenedImport> {
  const digest = createHash('sha256').update(given.manifest).digest('hex');
  try {
    const manifest = await checkManifest(parts, programme, given);
    return { kind: 'opened', id: await insertImport(parts, programme, actor, { ...given, digest, parsed: manifest }) };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    await recordRefusedManifest(parts, programme, actor, digest, error.refusal);
    return { kind: 'refused', refusal: error.refusal };
  }
}

/** @throws FileRefused */
async function checkManifest(parts: ImportParts, programme: ImportProgramme, given: ManifestGiven): Promise<FileManifest> {
  const parsed = parseManifest(given.manifest);
  if (parsed.kind === 'malformed') throw new FileRefused('manifest-malformed', { field: parsed.field, fieldCode: parsed.code });
  const { manifest } = parsed;
  const sender = await findSender(parts.sendersFile, manifest.sender);
  if (!sender) throw new FileRefused('sender-unknown', { field: 'sender' });
  const signature = verifyManifest(given.manifest, given.signature, sender.publicKey, verifyEd25519);
  if (signature !== 'valid') throw new FileRefused(signature);
  if (manifest.rows > importLimits.rows) throw new FileRefused('too-large', { field: 'rows' });
  if (manifest.bytes > importLimits.bytes) throw new FileRefused('too-large', { field: 'bytes' });
  if (manifest.asOf > dayInTaipei(parts.clock.now())) throw new FileRefused('as-of-in-future', { field: 'asOf' });
  await requireNewer(parts.database, programme, manifest);
  return manifest;
}

/** The same month again is a correction, as long as it shows no earlier day. @throws FileRefused */
export async function requireNewer(database: Database, programme: ImportProgramme, { kind, period, asOf }: FileManifest): Promise<void> {
  const serving = await database
    .selectFrom('household_import')
    .select(['period', 'as_of'])
    .where('programme_id', '=', programme.id)
    .where('kind', '=', kind)
    .where('state', '=', 'serving')
    .executeTakeFirst();
  if (!serving) return;
  if (period < serving.period) throw new FileRefused('period-older', { field: 'period' });
  if (asOf < serving.as_of) throw new FileRefused('period-older', { field: 'asOf' });
}

interface AcceptedManifest extends ManifestGiven {
  readonly digest: string;
  readonly parsed: FileManifest;
}

const UNIQUE_VIOLATION = '23505';

async function insertImport(
  parts: ImportParts,
  programme: ImportProgramme,
  actor: ActorFacts,
  { manifest, signature, digest, parsed }: AcceptedManifest,
): Promise<string> {
  const id = randomUUID();
  const at = nowIn(parts);
  const { kind, period, asOf, sender, rows } = parsed;
  try {
    await parts.database.transaction().execute(async (tx) => {
      await tx
        .insertInto('household_import')
        .values({
          programme_id: programme.id,
          id,
          state: 'waiting',
          kind,
          period,
          as_of: asOf,
          sender,
          manifest: Buffer.from(manifest),
          manifest_digest: digest,
          signature,
          opened_at: at.toString(),
          opened_by: actor.account,
          bad_row_list: '[]',
          warnings: '{}',
        })
        .execute();
      const envelope = { event: 'opened', clause: 'NV-4.1.3', import: id, kind, period, asOf, sender, rows, manifestDigest: digest };
      await parts.ledger.appendWithin(tx, programme.id, importRecord({ programme, actor, at }, 'household-import', envelope));
    });
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION)) throw error;
    return waitingImport(parts.database, programme, digest);
  }
  return id;
}

/** The same manifest again: what was cut off or waits for a word goes on; anything else is a replay. @throws FileRefused */
async function waitingImport(database: Database, programme: ImportProgramme, digest: string): Promise<string> {
  const waiting = await database
    .selectFrom('household_import')
    .select('id')
    .where('programme_id', '=', programme.id)
    .where('manifest_digest', '=', digest)
    .where('state', 'in', ['waiting', 'dry-run', 'ready'])
    .executeTakeFirst();
  if (!waiting) throw new FileRefused('imported-before');
  return waiting.id;
}

async function recordRefusedManifest(
  parts: ImportParts,
  programme: ImportProgramme,
  actor: ActorFacts,
  manifestDigest: string,
  refusal: FileRefusal,
): Promise<void> {
  const envelope = { event: 'refused', manifestDigest, ...refusal };
  await parts.ledger.append(programme.id, importRecord({ programme, actor, at: nowIn(parts) }, 'household-import', envelope));
}
