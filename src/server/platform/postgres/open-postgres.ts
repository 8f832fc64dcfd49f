// The PostgreSQL this installation lives in: the one of DATABASE_URL, or our own below the data directory.
import { isDataDirectoryInUse } from './data-directory-lock.ts';
import { startEmbeddedPostgres, urlOfRunning } from './embedded-postgres.ts';

export interface OpenPostgres {
  readonly url: string;
  /** Ends what was started for us; nothing where it wasn't. */
  stop(): Promise<void>;
}

interface Where {
  readonly dataDirectory: string;
  readonly databaseUrl: string | undefined;
}

/** For the program itself: our own PostgreSQL must not be running already. */
export async function openPostgres(where: Where): Promise<OpenPostgres> {
  if (where.databaseUrl) return { url: where.databaseUrl, stop: async () => {} };
  return startEmbeddedPostgres(where.dataDirectory);
}

/** For a command beside the program: joins the PostgreSQL that is running, else starts it for the command's time. */
export async function joinPostgres(where: Where): Promise<OpenPostgres> {
  if (!where.databaseUrl && isDataDirectoryInUse(where.dataDirectory)) {
    return { url: urlOfRunning(where.dataDirectory), stop: async () => {} };
  }
  return openPostgres(where);
}
