// Runs the house's checks: each step a program, its output shown when it fails, all of them run even when one has failed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

export interface Step {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Show its output as it comes. */
  readonly live?: boolean;
}

export function nodeStep(name: string, script: string, args: readonly string[] = [], live = false): Step {
  return { name, program: process.execPath, args: [join(root, script), ...args], live };
}

/** True when the step ended with 0. */
export async function runStep(step: Step): Promise<boolean> {
  const started = performance.now();
  const child = spawn(step.program, step.args, {
    cwd: root,
    stdio: ['ignore', step.live ? 'inherit' : 'pipe', step.live ? 'inherit' : 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`);
  if (code !== 0 && !step.live) console.log(output);
  return code === 0;
}
