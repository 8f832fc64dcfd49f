// The command `mingcha`. Each command is a file in commands/; those that operate an installation load the server only when run.
import { Command, CommanderError } from 'commander';
import { addCalendar } from './commands/calendar.ts';
import { addDecide } from './commands/decide.ts';
import { addDemo } from './commands/demo.ts';
import { addDuties } from './commands/duties.ts';
import { addExport } from './commands/export.ts';
import { addHousehold } from './commands/household.ts';
import { addList } from './commands/list.ts';
import { addMigrate } from './commands/migrate.ts';
import { addProviderGateway } from './commands/provider-gateway.ts';
import { addReconcileProvider } from './commands/reconcile-provider.ts';
import { addRegulations } from './commands/regulations.ts';
import { addReplay } from './commands/replay.ts';
import { addRotateKey } from './commands/rotate-key.ts';
import { addSample } from './commands/sample.ts';
import { addSigner } from './commands/signer.ts';
import { addStart } from './commands/start.ts';
import { addVerify } from './commands/verify.ts';
import { addWitness } from './commands/witness.ts';
import { exitCodes, WrongCall } from './exit-codes.ts';
import { say } from './print.ts';

const program = new Command('mingcha')
  .description('明查: governed queries to other agencies’ personal data, that prove themselves')
  .version('0.1.0')
  .addHelpText(
    'after',
    `
Surroundings:
  MINGCHA_DATA    the data directory (default ./data)
  DATABASE_URL    a PostgreSQL of version 15 or later instead of the embedded one
  MINGCHA_HOUSEHOLD_SENDERS  verifier keys of those whose household files are taken (default <data>/household-senders.txt)
  MINGCHA_HOUSEHOLD_INBOX    a folder whose household files are imported by themselves
  HOST, PORT      where to listen (default 127.0.0.1 and 3000)
  MINGCHA_SIGNER  where "mingcha signer" listens; without it the program signs its logs itself
  MINGCHA_TSA_URL the RFC 3161 authority that stamps month-end checkpoints

Exit codes:
  0 done, allowed, intact   1 the answer is no   2 the input or the call is wrong   3 refused by a regulation   70 a fault`,
  )
  .showHelpAfterError('(mingcha --help lists the commands)')
  .exitOverride();

for (const add of [
  addStart,
  addMigrate,
  addDemo,
  addVerify,
  addList,
  addHousehold,
  addExport,
  addSample,
  addDecide,
  addCalendar,
  addDuties,
  addRegulations,
  addReplay,
  addRotateKey,
  addSigner,
  addWitness,
  addProviderGateway,
  addReconcileProvider,
])
  add(program);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongCall;
  const message = error instanceof Error ? error.message : String(error);
  if (
    error instanceof WrongCall ||
    (error instanceof Error && ['ConfigError', 'DataDirectoryInUse', 'NotEmpty', 'ProviderDatabaseInUse'].includes(error.name))
  ) {
    say(`mingcha: ${message}`);
    return exitCodes.wrongCall;
  }
  say(`mingcha: fault: ${message}`);
  if (process.env['MINGCHA_DEBUG'] && error instanceof Error) say(error.stack ?? '');
  return exitCodes.fault;
}
