import { InvalidArgumentError, type Command } from 'commander';
import { runDemoQueries } from '../demo-queries.ts';
import { exitCodes, WrongCall } from '../exit-codes.ts';
import { printJson, printText, say, showProgress } from '../print.ts';
import { loadDemoWithProgress } from './demo-load.ts';

export function addDemo(program: Command): void {
  const demo = program
    .command('demo')
    .description('load the demonstration data (invented persons) into an empty installation')
    .action(async () => {
      const { openInstallation, readConfig } = await import('#server');
      const installation = await openInstallation(readConfig(), { as: 'join', onStage: say });
      try {
        await loadDemoWithProgress(installation);
      } finally {
        await installation.close();
      }
    });

  demo
    .command('accounts')
    .description('the demonstration’s accounts and their passwords')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const accounts = await demoAccounts();
      if (options.json) return printJson(accounts);
      for (const { login, password, role, programme } of accounts)
        printText(`${login.padEnd(12)} ${password}  ${role.padEnd(20)} ${programme}`);
    });

  demo
    .command('clients')
    .description('the demonstration’s client services and their keys')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { readConfig, readDemoClients } = await import('#server');
      const clients = await readDemoClients(readConfig().dataDirectory);
      if (!clients) throw new WrongCall('this installation has no demonstration data');
      if (options.json) return printJson(clients);
      for (const { service, keyId, secret, programme, addresses } of clients)
        printText(`${service}  ${keyId}  ${secret}  ${programme}  ${addresses.join(' ')}`);
    });

  demo
    .command('queries')
    .description('make governed queries as the demonstration’s users, through the API')
    .argument('<n>', 'how many', count)
    .requiredOption('--url <url>', 'where the program answers, as "mingcha ready" printed it')
    .option('--json', 'print JSON')
    .action(async (n: number, options: { url: string; json?: boolean }) => {
      const { planDemoQueriesNow } = await import('#server');
      const bar = showProgress('queries');
      const result = await runDemoQueries({
        url: parseUrl(options.url),
        accounts: await demoAccounts(),
        plan: planDemoQueriesNow(n),
        onProgress: bar.update,
      }).finally(() => bar.end());
      if (options.json) printJson(result);
      else printText(`answered ${result.answered}, refused ${result.refused}, failed ${result.failed}`);
      if (result.failed > 0) process.exitCode = exitCodes.no;
    });
}

function count(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 1_000_000) throw new InvalidArgumentError('a whole number from 1 to 1000000');
  return value;
}

function parseUrl(text: string): URL {
  if (!URL.canParse(text)) throw new WrongCall('--url is no URL');
  return new URL(text);
}

async function demoAccounts() {
  const { readConfig, readDemoAccounts } = await import('#server');
  const accounts = await readDemoAccounts(readConfig().dataDirectory);
  if (!accounts) throw new WrongCall('this installation has no demonstration data');
  return accounts;
}
