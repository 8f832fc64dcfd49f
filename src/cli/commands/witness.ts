import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { formatVkey, LedgerFormatError } from '#domain/ledger';
import { WrongCall } from '../exit-codes.ts';
import { parseListen, parseVkeyOption, stopSignal } from '../input/service-options.ts';
import { say } from '../print.ts';

interface WitnessCall {
  readonly state: string;
  readonly listen: string;
  readonly log: readonly string[];
  readonly name?: string;
}

export function addWitness(program: Command): void {
  program
    .command('witness')
    .description('watch logs for others: cosign their checkpoints while they only ever grow (C2SP tlog-witness); needs no database')
    .requiredOption('--state <directory>', 'what it remembers of each log, and its key')
    .requiredOption('--listen <host:port>', 'where to listen; port 0 takes any')
    .option('--log <vkey...>', 'verifier keys of the logs to watch', [])
    .option('--name <name>', 'what the key is called, fixed when it is made: a schema-less URL (default <this host>/witness)')
    .addHelpText(
      'after',
      `
The first start makes the key (<state>/witness.key, to be read by its owner only). Every start prints the witness's verifier key, for
the policies of logs and auditors, and "mingcha witness ready URL". Keep <state> on a disk that is not the log's, and never restore it from
a backup: a witness that has forgotten would cosign another tree.`,
    )
    .action(runWitness);
}

async function runWitness(call: WitnessCall): Promise<void> {
  const stopped = stopSignal();
  const logs = call.log.map((vkey) => parseVkeyOption('--log', vkey));
  const { host, port } = parseListen(call.listen);
  const { openWitnessKey, startWitness } = await import('#server/witness');
  const signer = rightNamed(() => openWitnessKey(join(call.state, 'witness.key'), call.name ?? `${hostname()}/witness`));
  if (call.name !== undefined && call.name !== signer.key.name)
    throw new WrongCall(`--name: the key in ${call.state} is called "${signer.key.name}"; another name needs another key`);
  const onFault = (error: Error): void => say(`mingcha: fault: ${error.message}`);
  const witness = await startWitness({ directory: call.state, signer, logs, host, port, onFault });
  process.stdout.write(`${formatVkey(signer.key)}\nmingcha witness ready ${witness.url}\n`);
  if (logs.length === 0) say('No log is known yet: give the verifier key of each by --log.');
  say(`Stopping on ${await stopped}`);
  await witness.stop();
}

function rightNamed<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (error instanceof LedgerFormatError && error.code === 'key-name-malformed') throw new WrongCall(`--name: ${error.message}`);
    throw error;
  }
}
