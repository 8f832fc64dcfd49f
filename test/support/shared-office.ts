// Several nodes of the program as a city runs it: one PostgreSQL by DATABASE_URL, one shared data directory, each node a process.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { openPostgres, withDatabase } from '#server/platform';
import { demoAccountsOf, signInOver, type ProgramSession } from './program-client.ts';
import { until } from './until.ts';
import { createDataDirectory, runCommand, startProgram, type Finished, type RunningProgram } from './run-program.ts';

export const programme = 'nantou-webir';

export interface SharedOffice {
  readonly dataDirectory: string;
  /** The nodes' database; another address after `whileStopped`. */
  readonly url: string;
  /** Where PostgreSQL keeps its cluster; its pid stands in `postmaster.pid`. */
  readonly cluster: string;
  startNode(environment?: NodeJS.ProcessEnv): Promise<RunningProgram>;
  run(args: readonly string[]): Promise<Finished>;
  /** A session of the demonstration's caseworker over one node; every node knows it. */
  signIn(url: string): Promise<ProgramSession>;
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** How many records the published checkpoint covers. */
  published(): Promise<number>;
  /** The process that seals, from its session's name. */
  sealer(): Promise<number | undefined>;
  /** Does something to the cluster's files while PostgreSQL is stopped. */
  whileStopped(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Anything else than an end of the connection is the query's own fault. */
function onlyIfAway(error: unknown): undefined {
  if (error instanceof pg.DatabaseError && !/^(08|57P)/.test(error.code ?? '')) throw error;
}

export async function openSharedOffice(): Promise<SharedOffice> {
  const [data, server] = [await createDataDirectory(), await createDataDirectory()];
  const where = { dataDirectory: server.path, databaseUrl: undefined };
  let postgres = await openPostgres(where);
  const url = (): string => withDatabase(postgres.url, 'mingcha_nodes');
  // Nodes are started many times: each finds the modules that the first compiled.
  const environment = (): NodeJS.ProcessEnv => ({ DATABASE_URL: url(), NODE_COMPILE_CACHE: join(server.path, 'compiled') });
  const checkpoint = join(data.path, 'logs', programme, 'checkpoint');
  const queryOnce = async <Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: url() });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  // PostgreSQL may have been struck a moment ago, and end this session too.
  const query = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> =>
    until('PostgreSQL answers', () => queryOnce<Row>(text, values).catch(onlyIfAway));
  return {
    dataDirectory: data.path,
    get url() {
      return url();
    },
    cluster: join(server.path, 'postgres'),
    startNode: (more = {}) => startProgram(data.path, { ...environment(), ...more }),
    run: (args) => runCommand(data.path, args, environment()),
    signIn: async (nodeUrl) => {
      const account = (await demoAccountsOf(data.path)).find(({ login }) => login === 'user1');
      if (!account) throw new Error('the demonstration has no user1');
      return signInOver(nodeUrl, account);
    },
    query,
    published: async () => Number((await readFile(checkpoint, 'utf8')).split('\n')[1]),
    sealer: async () => {
      const rows = await query<{ pid: string }>(
        `select split_part(application_name, ' ', 4) as pid from pg_stat_activity join pg_locks using (pid)
         where locktype = 'advisory' and classid = 7245003 and objid::bigint = hashtext('${programme}')::bigint & 4294967295 and granted limit 1`,
      );
      return rows[0] && Number(rows[0].pid);
    },
    whileStopped: async (work) => {
      await postgres.stop();
      await work();
      postgres = await openPostgres(where);
    },
    close: async () => {
      await postgres.stop();
      await Promise.all([data.remove(), server.remove()]);
    },
  };
}
