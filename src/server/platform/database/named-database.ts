// Databases beside the one we were given: the provider's stand-in, and scratch ones for tests.
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
  const client = new pg.Client({ connectionString: withDatabase(url, maintenanceDatabase), connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(databaseName(url))} template template0 encoding 'UTF8'`);
    return true;
  } finally {
    await client.end();
  }
}

const NO_SUCH_DATABASE = '3D000';

/** By trying: a user who may not look into another database may still have been given this one. */
async function exists(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NO_SUCH_DATABASE) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

export async function dropDatabase(url: string, maintenanceDatabase: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, maintenanceDatabase) });
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(databaseName(url))} with (force)`);
  } finally {
    await client.end();
  }
}
