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

/** Creates the database of `url` when the server doesn't have it. True when it was created. */
export async function ensureDatabase(url: string, maintenanceDatabase: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: withDatabase(url, maintenanceDatabase), connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const name = databaseName(url);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return false;
    await client.query(`create database ${client.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
    return true;
  } finally {
    await client.end();
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
