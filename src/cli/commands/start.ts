import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { LogProblem } from '#server';
import { buildWebAppIfChanged } from '../build-web-app.ts';
import { say } from '../print.ts';

/** Everything must be over within ten seconds of a signal; what hangs is left to the operating system. */
const STOP_WITHIN_MS = 9_000;

export function addStart(program: Command): void {
  program
    .command('start')
    .description('start the program: database, log, API and web app; ends its start-up with "mingcha ready URL"')
    .option('--demo-when-empty', 'load the demonstration data into an installation where nothing was founded yet')
    .action(async (options: { demoWhenEmpty?: boolean }) => {
      const stop = Promise.withResolvers<string>();
      for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop.resolve(signal));
      await run(options.demoWhenEmpty === true, stop.promise);
    });
}

async function run(demoWhenEmpty: boolean, stopped: Promise<string>): Promise<void> {
  const { isEmpty, openInstallation, readConfig, startServer } = await import('#server');
  const config = readConfig();
  await buildWebAppIfChanged();
  const onProblem = ({ programme, code, advice, detail }: LogProblem): void => say(`[${code}] ${programme} ${advice}\n  ${detail}`);
  let installation = await openInstallation(config, { as: 'own', onStage: say, onProblem });
  try {
    if (demoWhenEmpty && (await isEmpty(installation.database))) {
      await installation.close();
      await loadDemoApart();
      installation = await openInstallation(config, { as: 'own', onProblem });
    }
    if (installation.demo)
      say('This is a demonstration: every person in it is invented. Accounts: npm run --silent mingcha -- demo accounts');
    const server = await startServer(installation);
    process.stdout.write(`mingcha ready ${server.url}\n`);
    say(`Stopping on ${await stopped}`);
    setTimeout(() => process.exit(70), STOP_WITHIN_MS).unref();
    await server.stop();
  } finally {
    await installation.close();
  }
}

/** In a process of its own: what inventing 20,000 persons takes of memory is gone with it. */
async function loadDemoApart(): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), 'demo'], { stdio: ['ignore', 2, 2] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the demonstration data could not be loaded');
}
