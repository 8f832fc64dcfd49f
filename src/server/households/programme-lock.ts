// One import at a time for a programme, whatever node or command runs it. The lock is a session's: where its holder dies, it is free at once.
import pg from 'pg';

/** Beside the locks of migration and log. */
const HOUSEHOLD_LOCK = 7_245_010;

/** undefined: somebody else holds it. */
export async function withProgrammeLock<T>(url: string, programme: string, work: () => Promise<T>): Promise<{ done: T } | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'mingcha household lock' });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as locked', [HOUSEHOLD_LOCK, programme]); // prettier-ignore
    return rows[0]?.locked === true ? { done: await work() } : undefined;
  } finally {
    await client.end().catch(() => {});
  }
}
