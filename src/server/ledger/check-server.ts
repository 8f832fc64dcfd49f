// Would PostgreSQL keep what it says it committed? Asked before anything is recorded, by every statement that appends of its own
// session (a role, a database or a transaction may set synchronous_commit for itself), and once a turn by the sealer.
import { toLogUnavailable } from './database-fault.ts';
import { LogUnavailable } from './faults.ts';
import type { Queryable } from './read-leaves.ts';

const KEEPING = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** A condition that holds in a session whose commits are kept. Other values of synchronous_commit than off differ in what standbys do. */
export const keepsCommits = KEEPING.map((name) => `current_setting('${name}') <> 'off'`).join(' and ');

const QUESTION = `select ${KEEPING.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`;

/** @throws LogUnavailable `unsafe-settings` naming the setting, or `database` */
export async function checkServer(queryable: Queryable): Promise<void> {
  const { rows } = await queryable.query<Record<(typeof KEEPING)[number], string>>(QUESTION, []).catch((error: unknown) => {
    throw toLogUnavailable(error);
  });
  const [settings] = rows;
  if (!settings) throw new LogUnavailable('database', 'the database does not state its settings');
  for (const [name, value] of Object.entries(settings))
    if (value === 'off')
      throw new LogUnavailable('unsafe-settings', `PostgreSQL runs with ${name} = off and could lose committed records: switch it on`);
}

/** @param queryable the session in which the statement that appends found no head to move */
export async function whyNothingAppended(queryable: Queryable, programme: string): Promise<LogUnavailable> {
  await checkServer(queryable);
  return new LogUnavailable('no-log', `there is no log of "${programme}"`);
}
