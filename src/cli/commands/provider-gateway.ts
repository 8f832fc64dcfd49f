import type { Command } from 'commander';
import { WrongCall } from '../exit-codes.ts';
import { parseListen, parseVkeyOption, stopSignal } from '../input/service-options.ts';
import { say } from '../print.ts';

interface GatewayCall {
  readonly listen: string;
  readonly database: string;
  readonly log: readonly string[];
  readonly state: string;
  readonly ahead: string;
}

export function addProviderGateway(program: Command): void {
  program
    .command('provider-gateway')
    .description('the provider’s side: answer only calls that the log promises to hold, each once, and remember them for the month’s end')
    .requiredOption('--listen <host:port>', 'where to listen; port 0 takes any')
    .requiredOption('--database <url>', 'postgresql:// address of the labour-insurance data')
    .requiredOption('--log <vkey...>', 'verifier keys of the logs whose calls are served')
    .requiredOption('--state <directory>', 'what it remembers of the calls, and its key')
    .option('--ahead <n>', 'refuse an index further than this above the highest one served', '10000000')
    .addHelpText(
      'after',
      `
The first start makes the key by which the monthly lists are signed. Every start prints its verifier key, for "mingcha reconcile-provider
--key", and "mingcha provider-gateway ready URL". Never restore <state> from a backup: what was served since would be served again.`,
    )
    .action(runGateway);
}

async function runGateway(call: GatewayCall): Promise<void> {
  const stopped = stopSignal();
  const logs = call.log.map((vkey) => parseVkeyOption('--log', vkey));
  const { host, port } = parseListen(call.listen);
  if (!/^[1-9]\d{0,14}$/.test(call.ahead)) throw new WrongCall('--ahead must be a whole number from 1');
  if (!URL.canParse(call.database) || !/^postgres(ql)?:$/.test(new URL(call.database).protocol))
    throw new WrongCall('--database must be a postgresql:// address');
  const { openDemoLabourInsurance } = await import('#server/providers');
  const { startGateway } = await import('#server/gateway');
  const data = openDemoLabourInsurance({ url: call.database });
  const onNotice = (line: string): void => say(`mingcha provider-gateway: ${line}`);
  const parts = { directory: call.state, data, logs, mostAhead: Number(call.ahead), host, port, onNotice };
  try {
    const gateway = await startGateway(parts).catch((error: unknown) => {
      throw error instanceof Error && error.name === 'KeystoreFault' ? new WrongCall(error.message) : error;
    });
    process.stdout.write(`${gateway.vkey}\nmingcha provider-gateway ready ${gateway.url}\n`);
    say(`Stopping on ${await stopped}`);
    await gateway.stop();
  } finally {
    await data.close();
  }
}
