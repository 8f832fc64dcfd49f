// The stored records of every log of this installation, checked against what was published: read-only, beside a running
// program or without one.
import { join } from 'node:path';
import { openKeystore } from '#server/keys';
import { verifyStoredRecords, type StoredReport } from '#server/ledger';
import { connectDatabase, createPool, joinPostgres, withDatabase, type Config } from '#server/platform';

export interface RecordsReport extends StoredReport {
  readonly programme: string;
}

export async function verifyRecordsOf(config: Config, onProgress?: (done: number, total: number) => void): Promise<RecordsReport[]> {
  const postgres = await joinPostgres(config);
  const pool = createPool(config.databaseUrl ?? withDatabase(postgres.url, 'mingcha'), { connections: 2, statementTimeoutMs: 600_000 });
  try {
    const keystore = await openKeystore(join(config.dataDirectory, 'keys'));
    const programmes = await connectDatabase(pool).selectFrom('programme').select('id').orderBy('id').execute();
    const reports: RecordsReport[] = [];
    for (const { id } of programmes) {
      const report = await verifyStoredRecords({
        pool,
        keystore,
        programme: id,
        directory: join(config.dataDirectory, 'logs'),
        signerAddress: config.signerAddress,
        ...(onProgress && { onProgress }),
      });
      reports.push({ programme: id, ...report });
    }
    return reports;
  } finally {
    await pool.end();
    await postgres.stop();
  }
}
