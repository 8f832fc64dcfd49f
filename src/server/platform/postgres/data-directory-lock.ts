// One program per data directory: a second one would start a second PostgreSQL on the same files.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
}

/** Takes the lock or throws DataDirectoryInUse. The lock of a program that was killed is taken over. Returns its release. */
export function lockDataDirectory(directory: string): () => void {
  const file = join(directory, 'mingcha.lock');
  const mine = `${process.pid} ${startTime(process.pid)}\n`;
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (holderIsAlive(file)) throw new DataDirectoryInUse(`another mingcha is running on ${directory}`);
    rmSync(file, { force: true });
  }
}

export function isDataDirectoryInUse(directory: string): boolean {
  return holderIsAlive(join(directory, 'mingcha.lock'));
}

function holderIsAlive(file: string): boolean {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return false;
  }
  const [pid = '', started = ''] = text.trim().split(' ');
  if (!/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return startTime(Number(pid)) === started;
}

/** Field 22 of /proc/PID/stat tells a process from a later one with the same number; elsewhere the number has to do. */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
  } catch {
    return '-';
  }
}
