// One PostgreSQL for the whole test run: DATABASE_URL's, or our own in a temporary directory. Real, with fsync on.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '#server/platform';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export default async function setup(project: { provide(key: 'postgresUrl', value: string): void }): Promise<() => Promise<void>> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'mingcha-test-'));
  const postgres = await openPostgres({ dataDirectory, databaseUrl: process.env['DATABASE_URL'] || undefined });
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
}
