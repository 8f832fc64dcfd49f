// The watched folder (NV-4.1.3: or automatically): `X.age`, `X.manifest.json` and `X.manifest.sig` are taken once all three are there, the
// manifest last. What is refused leaves `X.refused.json`, which names code, clause and place and nothing personal. A file whose manifest was
// never accepted is destroyed too: nobody here can say whose it is.
import { readFile, readdir, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { maxManifestBytes } from '#domain/verification';
import { destructionEnvelope } from './destroy-raw-file.ts';
import type { HouseholdImports } from './household-imports.ts';
import { importerOf, importRecord, nowIn, watchedFolder, type ImportProgramme } from './import-parts.ts';
import { badRowsOf, findImport, refusalOfImport } from './import-row.ts';
import type { FileRefusal } from './load/file-refused.ts';
import { describeFile, destroyFile } from './spool.ts';

export async function takeFromInbox(imports: HouseholdImports, programme: ImportProgramme, folder: string): Promise<void> {
  const names = new Set((await readdir(folder).catch(ifMissing)) ?? []);
  for (const name of [...names].toSorted()) {
    const stem = /^(?<stem>[\w.-]{1,120})\.manifest\.sig$/.exec(name)?.groups?.['stem'];
    if (stem !== undefined && names.has(`${stem}.age`) && names.has(`${stem}.manifest.json`))
      await takeOne(imports, programme, join(folder, stem));
  }
}

async function takeOne(imports: HouseholdImports, programme: ImportProgramme, stem: string): Promise<void> {
  const actor = importerOf(watchedFolder, programme.organisation);
  const papers = await Promise.all([readBounded(`${stem}.manifest.json`), readBounded(`${stem}.manifest.sig`)]).catch(ifMissing);
  if (!papers) return; // another node took it
  const [manifest, signature] = papers;
  const opened = await imports.open(programme, actor, { manifest, signature: signature.toString('latin1') });
  if (opened.kind === 'refused') {
    await report(stem, opened.refusal);
    return destroyUnknown(imports, programme, stem);
  }
  try {
    await imports.spool.adopt(opened.id, `${stem}.age`);
  } catch (error) {
    return ifMissing(error); // another node took it
  }
  await removePapers(stem);
  await imports.run(programme, actor, opened.id);
  const row = await findImport(imports.parts.database, programme.id, opened.id);
  const refusal = row && refusalOfImport(row);
  if (row && refusal) await report(stem, refusal, badRowsOf(row));
}

/** One byte too many shows that it is too long. */
async function readBounded(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  return size > maxManifestBytes ? Buffer.alloc(maxManifestBytes + 1) : readFile(path);
}

async function destroyUnknown({ parts }: HouseholdImports, programme: ImportProgramme, stem: string): Promise<void> {
  const facts = await describeFile(`${stem}.age`);
  await destroyFile(`${stem}.age`);
  await removePapers(stem);
  if (!facts) return;
  const record = { programme, actor: importerOf(watchedFolder, programme.organisation), at: nowIn(parts) };
  await parts.ledger.append(programme.id, importRecord(record, 'destruction', destructionEnvelope({}, facts)));
}

async function removePapers(stem: string): Promise<void> {
  await unlink(`${stem}.manifest.json`).catch(ifMissing);
  await unlink(`${stem}.manifest.sig`).catch(ifMissing);
}

async function report(stem: string, refusal: FileRefusal, badRows: readonly object[] = []): Promise<void> {
  await writeFile(`${stem}.refused.json`, `${JSON.stringify({ ...refusal, badRows }, undefined, 2)}\n`);
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
