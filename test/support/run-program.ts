// The program as a process of its own, as `npm start` runs it, on a data directory in a temporary folder.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../src/cli/main.ts');

export interface RunningProgram {
  readonly url: string;
  readonly dataDirectory: string;
  readonly child: ChildProcess;
  /** All of standard error so far. */
  errors(): string;
  /** SIGTERM, then its exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: nothing is finished. */
  kill(): Promise<void>;
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export async function createDataDirectory(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'mingcha-data-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts the program and waits for `mingcha ready URL`. */
export async function startProgram(dataDirectory: string, environment: NodeJS.ProcessEnv = {}): Promise<RunningProgram> {
  const child = spawn(process.execPath, [main, 'start', '--demo-when-empty'], {
    env: surroundings(dataDirectory, { PORT: '0', ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8');
      const ready = /^mingcha ready (\S+)$/m.exec(stdout);
      if (ready?.[1]) resolve(ready[1]);
    });
    child.once('exit', (code) => reject(new Error(`the program ended with ${code} before it was ready:\n${stderr}`)));
  });
  return {
    url,
    dataDirectory,
    child,
    errors: () => stderr,
    stop: async () => {
      child.kill('SIGTERM');
      return (await exited)[0];
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Runs one command of the program to its end. */
export async function runCommand(dataDirectory: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Finished> {
  const child = spawn(process.execPath, [main, ...args], {
    env: surroundings(dataDirectory, environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

function surroundings(dataDirectory: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  return { ...inherited, MINGCHA_DATA: dataDirectory, ...environment };
}
