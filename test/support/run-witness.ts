// `mingcha witness` as a process of its own, and witnesses that misbehave.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseVkey, type VerifierKey } from '#domain/ledger';
import { sha256 } from '../vectors/ledger/reference-tree.ts';
import type { Misbehaviour } from './misbehaving-witness.ts';

export interface RunningWitness {
  readonly url: string;
  readonly key: VerifierKey;
  readonly child: ChildProcess;
  /** SIGTERM, then its exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: nothing is finished. */
  kill(): Promise<void>;
}

export interface WitnessCall {
  readonly state: string;
  readonly logs: readonly string[];
  readonly name?: string;
  readonly listen?: string;
}

/** Starts a witness and waits until it is ready; rejects with what it said when it ends before. */
export function startWitness({ state, logs, name, listen = '127.0.0.1:0' }: WitnessCall): Promise<RunningWitness> {
  const log = logs.flatMap((vkey) => ['--log', vkey]);
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  return runService([main, 'witness', '--state', state, '--listen', listen, ...log, ...(name === undefined ? [] : ['--name', name])]);
}

export function startMisbehavingWitness(misbehaviour: Misbehaviour): Promise<RunningWitness> {
  return runService([join(import.meta.dirname, 'misbehaving-witness.ts'), misbehaviour]);
}

/** Every service with a key prints its verifier key, and then `… ready URL`. */
export async function runService(args: readonly string[]): Promise<RunningWitness> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const [vkey = '', url = ''] = await readyLines(child);
  return {
    url,
    child,
    key: parseVkey(vkey, sha256),
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

function readyLines(child: ChildProcess): Promise<string[]> {
  let said = '';
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const ready = /^(\S+)\n.* ready (\S+)\n/.exec(said);
      if (ready) resolve(ready.slice(1));
    });
    child.once('close', (code) => reject(new Error(`the service ended with ${code} before it was ready: ${errors}`)));
  });
}
