#!/usr/bin/env node
// The command `mingcha`: runs under any Node ≥ 20 and hands over to the one npm brought for this program.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];

/** The pinned Node's program; undefined where npm brings none for this platform. */
function pinnedNode() {
  const require = createRequire(import.meta.url);
  for (const name of packages) {
    try {
      return join(dirname(require.resolve(`${name}/package.json`)), 'bin', 'node');
    } catch {
      // Not the package of this platform.
    }
  }
  return undefined;
}

const node = pinnedNode();
if (!node) {
  process.stderr.write(`mingcha: no Node for ${process.platform} ${process.arch} is installed; run "npm ci" in ${root}\n`);
  process.exit(70);
}
const child = spawn(node, [join(root, 'src/cli/main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`mingcha: ${error.message}\n`);
  process.exit(70);
});
child.on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal);
  process.exit(code ?? 70);
});
