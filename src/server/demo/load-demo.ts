// Loads the demonstration into an empty installation: the provider's stand-in, then the office with its grants in the log.
// The office comes last and whole, so a load that was cut off leaves an empty installation that can be loaded again.
import type { Regulation } from '#domain/regulations';
import { hashPassword } from '#server/accounts';
import type { Ledger } from '#server/ledger';
import { dayInTaipei, type Clock, type Database } from '#server/platform';
import { removeDemoAccounts, writeDemoAccounts, type DemoAccount } from './office/accounts-file.ts';
import { assertEmpty, foundOffice } from './office/found-office.ts';
import { demoOffice } from './office/office-plan.ts';
import { randomPassword } from './office/random-password.ts';
import { loadProvider } from './population/load-provider.ts';
import { DEMO_POPULATION, DEMO_SEED } from './population/persons.ts';

export interface DemoLoad {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
  findRegulation(id: string): Regulation | undefined;
  readonly dataDirectory: string;
  readonly logOriginBase: string;
  /** Of the provider's stand-in; created when the server doesn't have it. */
  readonly providerUrl: string;
  /** A database on the provider's server through which it is created. */
  readonly maintenanceDatabase: string;
  /** Default 20,000. With fewer, planned queries find fewer of their subjects. */
  readonly persons?: number;
  readonly onProgress?: (stage: 'persons' | 'office', done: number, total: number) => void;
}

export interface LoadedDemo {
  readonly programme: string;
  /** The month before the load, `2026-10`: grants and passwords are of its first day. */
  readonly month: string;
  /** When the office was founded. */
  readonly since: Temporal.ZonedDateTime;
  readonly accounts: readonly DemoAccount[];
}

/** @throws NotEmpty | ProviderDatabaseInUse: nothing was changed */
export async function loadDemo(load: DemoLoad): Promise<LoadedDemo> {
  await assertEmpty(load.database);
  const now = load.clock.now();
  const persons = load.persons ?? DEMO_POPULATION;
  await loadProvider({
    url: load.providerUrl,
    maintenanceDatabase: load.maintenanceDatabase,
    seed: DEMO_SEED,
    persons,
    today: dayInTaipei(now),
    onProgress: (done) => load.onProgress?.('persons', done, persons),
  });
  const since = beginningOfPreviousMonth(now);
  const accounts = demoOffice.staff.map(({ login, role, programme }) => ({ login, password: randomPassword(login), role, programme }));
  await foundWithAccounts(load, since, accounts);
  return { programme: demoOffice.programme.id, month: since.toPlainDate().toString().slice(0, 7), since, accounts };
}

/** Before office hours, so that the month's first query finds its grant. */
function beginningOfPreviousMonth(now: Temporal.Instant): Temporal.ZonedDateTime {
  const first = now.toZonedDateTimeISO('Asia/Taipei').with({ day: 1 }).startOfDay().subtract({ months: 1 });
  return first.add({ hours: 7, minutes: 30 });
}

async function foundWithAccounts(load: DemoLoad, since: Temporal.ZonedDateTime, accounts: readonly DemoAccount[]): Promise<void> {
  const { database, ledger, findRegulation, logOriginBase, dataDirectory } = load;
  const passwordHashes = await hashPasswords(accounts, (done) => load.onProgress?.('office', done, accounts.length));
  let kept = false;
  const keepPasswords = async (): Promise<void> => {
    await writeDemoAccounts(dataDirectory, accounts);
    kept = true;
  };
  try {
    await foundOffice({ database, ledger, findRegulation, logOriginBase, since, passwordHashes, keepPasswords });
  } catch (error) {
    // Not where the answer to the commit was lost: the office may stand after all, and needs its passwords.
    if (kept && (await isEmpty(database))) await removeDemoAccounts(dataDirectory);
    throw error;
  }
}

function isEmpty(database: Database): Promise<boolean> {
  return assertEmpty(database).then(
    () => true,
    () => false,
  );
}

async function hashPasswords(accounts: readonly DemoAccount[], onHashed: (done: number) => void): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  const hashOne = async ({ login, password }: DemoAccount): Promise<void> => {
    hashes.set(login, await hashPassword(password));
    onHashed(hashes.size);
  };
  await Promise.all(accounts.map(hashOne));
  return hashes;
}
