// `npm run mutation`: changes every rule of the engines in turn and sees some test beside them fail. Each engine for itself must reach
// the score in stryker.config.mjs. `npm run mutation -- audits` tries some of them.
import { nodeStep, runStep } from './run-steps.ts';

const engines = ['query', 'audits', 'duties', 'retention', 'applications', 'clients'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !engines.includes(name));

if (unknown.length > 0) {
  console.error(`no such engine: ${unknown.join(', ')} (there are: ${engines.join(', ')})`);
  process.exitCode = 2;
} else {
  for (const engine of asked.length > 0 ? asked : engines) if (!(await mutate(engine))) process.exitCode = 1;
}

function mutate(engine: string): Promise<boolean> {
  const files = [`src/domain/${engine}/*.ts`, '!**/*.test.ts', '!**/index.ts'].join(',');
  return runStep(nodeStep(`mutation: ${engine}`, 'node_modules/@stryker-mutator/core/bin/stryker.js', ['run', '--mutate', files], true));
}
