// How PostgreSQL's programs are started. PostgreSQL refuses to run as root, so root hands it to another user; that user
// keeps one capability, to reach a data directory or an installation that lies below a folder only root may enter.
// Where util-linux's setpriv exists, PostgreSQL also ends by itself when this program is killed.
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** The user PostgreSQL shall run as: undefined means ourselves (we are not root). */
export function postgresUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
  );
  const user = users.get('postgres') ?? users.get('nobody');
  if (!user) throw new Error('PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody" to run it as');
  return user;
}

/** Starts a program as `user` (or as ourselves), in a session of its own so that a signal to our group doesn't reach it. */
export function spawnAs(user: User | undefined, program: string, args: readonly string[], stdio: StdioOptions): ChildProcess {
  const setpriv = findSetpriv();
  const options = { stdio, detached: true, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' } };
  if (!setpriv) return spawn(program, args, { ...options, ...user });
  const identity = user
    ? [
        `--reuid=${user.uid}`,
        `--regid=${user.gid}`,
        '--clear-groups',
        '--securebits=+no_setuid_fixup',
        '--inh-caps=+dac_override',
        '--ambient-caps=+dac_override',
      ]
    : [];
  return spawn(setpriv, [...identity, '--pdeathsig', 'INT', '--', program, ...args], options);
}

function findSetpriv(): string | undefined {
  return ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
