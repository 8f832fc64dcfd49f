// One PostgreSQL for the whole test run: DATABASE_URL's, or our own in a temporary directory. Real, with fsync on.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvidedContext } from 'vitest';
import { databaseName, dropDatabase, openPostgres, withDatabase } from '#server/platform';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    /** Names what this run creates. */
    runId: string;
    /** A temporary folder for the whole run. */
    runDirectory: string;
  }
}

export default async function setup(project: {
  provide<K extends keyof ProvidedContext>(key: K, value: ProvidedContext[K]): void;
}): Promise<() => Promise<void>> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'mingcha-test-'));
  const postgres = await openPostgres({ dataDirectory, databaseUrl: process.env['DATABASE_URL'] || undefined });
  const runId = randomBytes(4).toString('hex');
  project.provide('postgresUrl', postgres.url);
  project.provide('runId', runId);
  project.provide('runDirectory', dataDirectory);
  return async () => {
    for (const name of [`mingcha_template_${runId}`, `mingcha_template_${runId}_provider`]) {
      await dropDatabase(withDatabase(postgres.url, name), databaseName(postgres.url));
    }
    await postgres.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
}
