// Runs Vitest projects and counts, for one plain line at the end: `N passed, N failed, N skipped`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeStep, runStep } from './run-steps.ts';

export interface TestRun {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly good: boolean;
}

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** Runs Vitest projects and counts. */
export async function runTests(projects: readonly string[]): Promise<TestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-counts-'));
  const file = join(folder, 'counts.json');
  const args = [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const passed = await runStep(nodeStep(`tests: ${projects.join(', ')}`, 'node_modules/vitest/vitest.mjs', args, true));
  try {
    const counts = JSON.parse(readFileSync(file, 'utf8')) as Counts;
    return {
      passed: counts.numPassedTests,
      failed: counts.numFailedTests,
      skipped: counts.numPendingTests + counts.numTodoTests,
      good: passed && counts.numPassedTests > 0,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints the line of all runs together. @returns whether all was well */
export function sayCounts(runs: readonly TestRun[]): boolean {
  const sum = (part: 'passed' | 'failed' | 'skipped') => runs.reduce((total, run) => total + run[part], 0);
  const skipped = sum('skipped');
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return runs.every(({ good }) => good);
}
