// A PostgreSQL of our own under the data directory: created once, started with the program, watched, stopped with it.
// It listens on loopback only, under a password that stands in a file only we can read.
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { lockDataDirectory } from './data-directory-lock.ts';
import { postgresUser, spawnAs, type User } from './run-as.ts';

export interface EmbeddedPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

const SUPERUSER = 'mingcha';

/** Durability is never traded for speed here; what is lowered is memory, for an office's one machine. */
const SETTINGS = [
  'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=80', 'shared_buffers=48MB', 'max_wal_size=512MB',
  'fsync=on', 'full_page_writes=on', 'synchronous_commit=on', 'password_encryption=scram-sha-256', 'io_method=sync', 'jit=off',
  'huge_pages=off', 'autovacuum_max_workers=2', 'max_parallel_workers=0', 'max_worker_processes=4', 'max_logical_replication_workers=0',
  // Its log never repeats a statement or a value: both may be somebody's data.
  'log_min_error_statement=panic', 'log_error_verbosity=terse', 'log_statement=none', 'log_min_duration_statement=-1', 'log_timezone=UTC', 'timezone=UTC',
]; // prettier-ignore

/**
 * Starts PostgreSQL below `directory`, creating the cluster when there is none.
 * @throws DataDirectoryInUse when another program runs on the directory
 */
export async function startEmbeddedPostgres(directory: string): Promise<EmbeddedPostgres> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const unlock = lockDataDirectory(directory);
  try {
    const cluster = join(directory, 'postgres');
    await endLeftOver(cluster);
    if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(directory, cluster);
    const watched = await startWatched(directory, cluster);
    return {
      url: watched.url,
      stop: async () => {
        await watched.stop();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The address of a PostgreSQL that another program of ours is running on this directory. */
export function urlOfRunning(directory: string): string {
  const port = readFileSync(join(directory, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3] ?? '';
  return urlOf(directory, Number(port));
}

function urlOf(directory: string, port: number): string {
  const password = readFileSync(join(directory, 'postgres.password'), 'utf8').trim();
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
}

async function initialise(directory: string, cluster: string): Promise<void> {
  const user = postgresUser();
  const passwordFile = join(directory, 'postgres.password');
  writeFileSync(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  // Built beside and renamed when whole, so that a killed first start leaves no half-made cluster.
  const building = `${cluster}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { mode: 0o700 });
  if (user) for (const path of [building, passwordFile]) chownSync(path, user.uid, user.gid);
  const args = [
    `--pgdata=${building}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8',
    '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums',
  ]; // prettier-ignore
  const child = spawnAs(user, findBinaries().initdb, args, ['ignore', 'ignore', 'pipe']);
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  if (user) chownSync(passwordFile, 0, 0);
  if (code !== 0) throw new Error(`initdb ended with ${code ?? 'a signal'}: ${complaint.trim()}`);
  renameSync(building, cluster);
}

/** A PostgreSQL that outlived its program (no setpriv on this machine) is asked to end; we hold the directory's lock. */
async function endLeftOver(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  for (let tries = 0; existsSync(file) && tries < 100; tries += 1) {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    try {
      process.kill(pid, tries < 80 ? 'SIGINT' : 'SIGQUIT');
    } catch {
      return;
    }
    await sleep(100);
  }
}

async function startWatched(directory: string, cluster: string): Promise<EmbeddedPostgres> {
  const owner = statSync(cluster);
  const user: User | undefined = postgresUser() && { uid: owner.uid, gid: owner.gid };
  const port = await freePort();
  const url = urlOf(directory, port);
  let stopping = false;
  let child = await startOnce(directory, cluster, user, port, url);
  const watch = (): void => {
    child.once('exit', () => {
      if (!stopping) void restart();
    });
  };
  const restart = async (): Promise<void> => {
    for (let pause = 200; !stopping; pause = Math.min(pause * 2, 5_000)) {
      await sleep(pause);
      try {
        child = await startOnce(directory, cluster, user, port, url);
        return watch();
      } catch {
        // Its reason stands in postgres.log; readiness says meanwhile that the database is away.
      }
    }
  };
  watch();
  return {
    url,
    stop: async () => {
      stopping = true;
      await endChild(child);
    },
  };
}

async function startOnce(directory: string, cluster: string, user: User | undefined, port: number, url: string): Promise<ChildProcess> {
  const log = join(directory, 'postgres.log');
  if (existsSync(log) && statSync(log).size > 1_000_000) renameSync(log, `${log}.1`);
  const output = openSync(log, 'a', 0o600);
  const args = ['-D', cluster, '-p', String(port), ...SETTINGS.flatMap((setting) => ['-c', setting])];
  const child = spawnAs(user, findBinaries().postgres, args, ['ignore', output, output]);
  closeSync(output);
  for (let waited = 0; waited < 30_000; waited += 25) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`PostgreSQL did not start; its reason stands in ${log}`);
    if (await answers(url)) return child;
    await sleep(25);
  }
  await endChild(child);
  throw new Error(`PostgreSQL did not answer within 30 s; see ${log}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions are ended, the last checkpoint is written. */
async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  const patience = setTimeout(() => child.kill('SIGQUIT'), 6_000);
  await gone;
  clearTimeout(patience);
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port on loopback');
  return address.port;
}
