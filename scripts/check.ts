// `npm run check`: types, lint, format, import law, unit and server tests. Nothing is a warning.
import { nodeStep, runStep } from './run-steps.ts';
import { runTests, sayCounts } from './run-tests.ts';

export const staticSteps = [
  nodeStep('types', 'node_modules/@typescript/native/bin/tsc', ['-p', '.']),
  nodeStep('lint', 'node_modules/oxlint/bin/oxlint', ['--deny-warnings', '.']),
  nodeStep('format', 'node_modules/oxfmt/bin/oxfmt', ['--check', '.']),
  nodeStep('imports', 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ['--config', '.dependency-cruiser.mjs', 'src']),
  nodeStep('web app', 'node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']),
];

export async function check(): Promise<boolean> {
  const results = await Promise.all(staticSteps.map(runStep));
  const tests = await runTests(['rules', 'unit']);
  return sayCounts([tests]) && results.every(Boolean);
}

if (import.meta.main) process.exitCode = (await check()) ? 0 : 1;
