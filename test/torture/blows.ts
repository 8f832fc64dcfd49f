// The ways in which an installation is struck under load. Each leaves it as it lies; healing is the caller's.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Nodes } from '../support/nodes.ts';
import type { SharedOffice } from '../support/shared-office.ts';

export interface Field {
  readonly office: SharedOffice;
  readonly nodes: Nodes;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Longer than the server waits for a silent sealer: another one takes over meanwhile. */
const SUSPENDED_MS = 4_500;

export const blows = {
  'SIGKILL the node that seals': async ({ nodes }: Field) => nodes.kill(await nodes.sealer()),
  'SIGKILL PostgreSQL’s first process': async ({ office }: Field) => killPids([postmasterOf(office)]),
  'SIGKILL every node': async ({ nodes }: Field) => nodes.kill(...nodes.running),
  'SIGKILL one session of PostgreSQL': async ({ office, random }: Field) => {
    const sessions = await processes(office, `backend_type = 'client backend'`);
    killPids(sessions.slice(Math.floor(random() * sessions.length)).slice(0, 1));
  },
  'SIGSTOP the node that seals, SIGCONT once another does': async ({ nodes }: Field) => {
    const { child } = await nodes.sealer();
    child.kill('SIGSTOP');
    await sleep(SUSPENDED_MS);
    child.kill('SIGCONT');
  },
  'SIGKILL all of PostgreSQL': async ({ office }: Field) => killPids([postmasterOf(office), ...(await processes(office, 'true'))]),
  'SIGKILL everything': async ({ office, nodes }: Field) => {
    const sessions = await processes(office, 'true');
    killPids([postmasterOf(office), ...sessions]);
    await nodes.kill(...nodes.running);
  },
  'end all sessions of PostgreSQL': async ({ office }: Field) => {
    await office.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
  },
} as const satisfies Readonly<Record<string, (field: Field) => Promise<unknown>>>;

export type Blow = keyof typeof blows;

function postmasterOf({ cluster }: SharedOffice): number {
  return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function processes(office: SharedOffice, condition: string): Promise<number[]> {
  return (await office.query<{ pid: number }>(`select pid from pg_stat_activity where pid <> pg_backend_pid() and ${condition}`)).map(
    ({ pid }) => pid,
  );
}

function killPids(pids: readonly number[]): void {
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
}
