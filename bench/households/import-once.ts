// One import in a process of its own: how long, and how much memory at most.
import { join } from 'node:path';
import { findProgramme, HouseholdImports, importerOf } from '#server/households';
import { openKeystore } from '#server/keys';
import { openLedger } from '#server/ledger';
import { connectDatabase, createPool, systemClock } from '#server/platform';

export interface ImportJob {
  readonly url: string;
  readonly home: string;
  readonly programme: string;
  readonly path: string;
  readonly manifest: string;
  readonly signature: string;
}

export interface ImportMeasured {
  readonly ms: number;
  readonly maxRssMb: number;
}

process.once('message', (job: ImportJob) => void measure(job));

async function measure({ url, home, programme: id, path, manifest, signature }: ImportJob): Promise<void> {
  const pool = createPool(url);
  const database = connectDatabase(pool);
  const keystore = await openKeystore(join(home, 'keys'));
  const ledger = await openLedger({ pool, keystore, directory: join(home, 'logs'), clock: systemClock });
  const parts = { database, url, ledger, keystore, clock: systemClock, dataDirectory: home, sendersFile: join(home, 'senders.txt') };
  const imports = new HouseholdImports(parts);
  const programme = await findProgramme(database, id);
  if (!programme) throw new Error('no programme');
  const actor = importerOf('command-line', programme.organisation);
  const started = performance.now();
  const opened = await imports.open(programme, actor, { manifest: Buffer.from(manifest), signature });
  if (opened.kind !== 'opened') throw new Error(opened.refusal.code);
  await imports.spool.adopt(opened.id, path);
  const { kind } = await imports.run(programme, actor, opened.id, { acceptsDifference: true });
  const ms = performance.now() - started;
  if (kind !== 'serving') throw new Error(kind);
  await imports.close();
  await ledger.close();
  await pool.end();
  const measured: ImportMeasured = { ms, maxRssMb: process.resourceUsage().maxRSS / 1_024 };
  process.send?.(measured, () => process.disconnect?.());
}
