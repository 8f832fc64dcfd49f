// Runs Vitest projects and ends with one plain line that counts: `N passed, N failed, N skipped`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeStep, runStep } from './run-steps.ts';

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

export async function runTests(projects: readonly string[]): Promise<boolean> {
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
    const skipped = counts.numPendingTests + counts.numTodoTests;
    console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
    return passed && counts.numPassedTests > 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
