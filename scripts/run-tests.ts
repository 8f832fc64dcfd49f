// Runs Vitest projects and ends with one plain line that counts: `N passed, N failed, N skipped`.
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

/** @param earlier what was counted before: the line is of all of it */
export async function runTests(projects: readonly string[], earlier?: TestRun): Promise<TestRun> {
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
    const run = {
      passed: counts.numPassedTests + (earlier?.passed ?? 0),
      failed: counts.numFailedTests + (earlier?.failed ?? 0),
      skipped: counts.numPendingTests + counts.numTodoTests + (earlier?.skipped ?? 0),
      good: passed && counts.numPassedTests > 0 && earlier?.good !== false,
    };
    console.log(`${run.passed} passed, ${run.failed} failed${run.skipped > 0 ? `, ${run.skipped} skipped` : ''}`);
    return run;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
