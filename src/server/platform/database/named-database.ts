// Databases beside the one we were given: the provider's stand-in, and scratch ones for tests.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The same server and user, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

export function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres';
}

/**
 * Creates the database of `url` when the server doesn't have it. True when it was created.
 * @param maintenanceDatabase one that exists, to create it from
 */
export async function ensureDatabase(url: string, maintenanceDatabase = 'postgres'): Promise<boolean> {
  if (await exists(url)) return false;
  const client = newClient(withDatabase(url, maintenanceDatabase));
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(databaseName(url))} template template0 encoding 'UTF8'`);
    return true;
  } catch (error) {
    // Another node made it at the same moment.
    if (error instanceof pg.DatabaseError && ALREADY_THERE.has(error.code ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}

const NO_SUCH_DATABASE = '3D000';
const CANNOT_CONNECT_NOW = '57P03';
const RECOVERY_PATIENCE_MS = 60_000;
const ALREADY_THERE = new Set(['42P04', '23505']);

/**
 * By trying: a user who may not look into another database may still have been given this one.
 * After a crash PostgreSQL may recover for a while: it says so, and is waited for.
 */
async function exists(url: string): Promise<boolean> {
  for (const deadline = performance.now() + RECOVERY_PATIENCE_MS; ; await sleep(250)) {
    const client = newClient(url);
    try {
      await client.connect();
      return true;
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      if (code === NO_SUCH_DATABASE) return false;
      if (code !== CANNOT_CONNECT_NOW || performance.now() > deadline) throw error;
    } finally {
      await client.end().catch(() => {});
    }
  }
}

export async function dropDatabase(url: string, maintenanceDatabase: string): Promise<void> {
  const client = newClient(withDatabase(url, maintenanceDatabase));
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(databaseName(url))} with (force)`);
  } finally {
    await client.end();
  }
}

/** Its death is told by the query that was on it; without a listener it would end the process besides. */
function newClient(url: string): pg.Client {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  return client;
}
