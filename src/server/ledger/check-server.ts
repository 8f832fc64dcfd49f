// Asked of PostgreSQL before anything is recorded: would it keep what it says it committed?
import type pg from 'pg';
import { toLogUnavailable } from './database-fault.ts';
import { LogUnavailable } from './faults.ts';

interface Settings {
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
}

/** @throws LogUnavailable `unsafe-settings` naming the setting, or `database` */
export async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool
    .query<Settings>(
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
        current_setting('synchronous_commit') as synchronous_commit`,
    )
    .catch((error: unknown) => {
      throw toLogUnavailable(error);
    });
  const [settings] = rows;
  if (!settings) throw new LogUnavailable('database', 'the database does not state its settings');
  for (const [name, value] of Object.entries(settings))
    if (value === 'off')
      throw new LogUnavailable('unsafe-settings', `PostgreSQL runs with ${name} = off and could lose committed records: switch it on`);
}
