import type { Command } from 'commander';
import { WrongCall } from '../exit-codes.ts';
import { parseListen, stopSignal } from '../input/service-options.ts';
import { say } from '../print.ts';

interface SignerCall {
  readonly key: string;
  readonly state: string;
  readonly socket?: string;
  readonly group?: boolean;
  readonly listen?: string;
  readonly token?: string;
  readonly first: readonly string[];
}

export function addSigner(program: Command): void {
  program
    .command('signer')
    .description('sign checkpoints in a process of its own, under another account than the program’s; needs no database')
    .requiredOption('--key <file>', 'the secret that opens the signer’s keys; made with the first log')
    .requiredOption('--state <directory>', 'its keys, wrapped under that secret, and what they signed last')
    .option('--socket <path>', 'listen on a Unix socket that only this account may use')
    .option('--group', 'with --socket: its group may use it too (in a setgid folder of a group that both accounts are in)')
    .option('--listen <host:port>', 'listen on TCP instead: a loopback address, or one behind an encrypted tunnel')
    .option('--token <file>', 'with --listen: a file of mode 0600 with at least 32 characters, which the program must know too')
    .option('--first <origin...>', 'new logs to sign from their first checkpoint on; refused for one that has a key', [])
    .addHelpText(
      'after',
      `
It ends its start-up with "mingcha signer ready ADDRESS"; the program uses it with MINGCHA_SIGNER=ADDRESS (and MINGCHA_SIGNER_TOKEN=FILE).
It signs no tree that leaves out what it signed before. Should <state>/signers/… be lost while the keys are there, it refuses: put the
files back, with the newest checkpoint that an auditor or a witness holds. Keep the key file apart from <state> and from every backup of it.`,
    )
    .action(runSigner);
}

async function runSigner(call: SignerCall): Promise<void> {
  const stopped = stopSignal();
  const { serveSigner } = await import('#server/ledger');
  const options = {
    keyFile: call.key,
    stateDirectory: call.state,
    address: parseAddress(call),
    groupMayAsk: call.group === true,
    first: call.first,
  };
  const signer = await serveSigner(options).catch((error: unknown) => {
    const isWrongCall = error instanceof Error && ['KeystoreFault', 'LogUnavailable', 'LedgerFormatError'].includes(error.name);
    throw isWrongCall ? new WrongCall(error.message) : error;
  });
  for (const vkey of signer.vkeys) process.stdout.write(`${vkey}\n`);
  process.stdout.write(`mingcha signer ready ${signer.address}\n`);
  say(`Stopping on ${await stopped}`);
  await signer.stop();
}

function parseAddress({ socket, listen, token }: SignerCall): { socketPath: string } | { host: string; port: number; tokenFile: string } {
  if ((socket === undefined) === (listen === undefined)) throw new WrongCall('give one of --socket and --listen');
  if ((listen === undefined) !== (token === undefined)) throw new WrongCall('--listen and --token go together');
  return socket === undefined ? { ...parseListen(listen ?? ''), tokenFile: token ?? '' } : { socketPath: socket };
}
