// Loads the demonstration and then lives through its past month: every query of it, and the application of its client service, goes
// the way of a real one, under a clock set to the time it is said to have happened.
import { randomUUID } from 'node:crypto';
import { findRegulation } from '#regulations';
import { actorFacts, findAccount, findAccountByLogin, findProgrammeActor, type ProgrammeActor } from '#server/accounts';
import {
  DEMO_POPULATION,
  demoOffice,
  loadDemo,
  loadDemoHousehold,
  planDemoPast,
  planDemoQueries,
  setDemoClient,
  type PastQuery,
  type PlannedQuery,
} from '#server/demo';
import { findProgramme } from '#server/households';
import { databaseName, dayInTaipei } from '#server/platform';
import { openDemoLabourInsurance } from '#server/providers';
import { runQuery } from '#server/queries';
import { openHouseholdImports } from './open-household-imports.ts';
import type { Installation } from './open-installation.ts';

type OnProgress = (stage: string, done: number, total: number) => void;

/** @throws NotEmpty when anything was founded here before */
export async function loadDemoInto(installation: Installation, onProgress: OnProgress): Promise<void> {
  const { database, ledger, keystore, clock, config, url, providerUrl } = installation;
  const { programme, month, since } = await loadDemo({
    database,
    ledger,
    clock,
    findRegulation,
    dataDirectory: config.dataDirectory,
    logOriginBase: `${config.logOriginBase}/${installation.id.slice(0, 8)}`,
    providerUrl,
    maintenanceDatabase: databaseName(url),
    onProgress,
  });
  await setDemoClient({ database, ledger, keystore, findRegulation }, since, config.dataDirectory);
  await livePast(installation, programme, planDemoPast({ regulation: demoRegulation(), month }), onProgress);
  await loadHousehold(installation, month, onProgress);
  for (const { id } of [demoOffice.programme, demoOffice.platform]) await ledger.flush(id);
}

/** Sent for last month, and imported by the platform's responsible person. */
async function loadHousehold(installation: Installation, month: string, onProgress: OnProgress): Promise<void> {
  const { database } = installation;
  const keeper = demoOffice.staff.find(({ role }) => role === 'responsible-person');
  const account = keeper && (await findAccount(database, keeper.account, ''));
  const programme = await findProgramme(database, demoOffice.platform.id);
  if (!account || !programme) throw new Error('the demonstration has no responsible person');
  const imports = openHouseholdImports(installation);
  try {
    await loadDemoHousehold({
      imports,
      programme,
      actor: actorFacts(account),
      month,
      persons: DEMO_POPULATION,
      onProgress: (done, total) => onProgress('household', done, total),
    });
  } finally {
    await imports.close();
  }
}

/** What the demonstration's users would ask now, another plan at every call. */
export function planDemoQueriesNow(count: number): PlannedQuery[] {
  return planDemoQueries({ regulation: demoRegulation(), count, seed: randomUUID(), day: dayInTaipei(Temporal.Now.instant()) });
}

async function livePast(installation: Installation, programme: string, past: readonly PastQuery[], onProgress: OnProgress): Promise<void> {
  const provider = openDemoLabourInsurance({ url: installation.providerUrl });
  try {
    const actors = await findAskers(installation, programme, past);
    for (const [done, { at, expected: _expected, login, ...query }] of past.entries()) {
      const actor = actors.get(login);
      if (!actor) throw new Error(`the demonstration has no account "${login}"`);
      const parts = { database: installation.database, ledger: installation.ledger, provider, clock: { now: () => at } };
      await runQuery(parts, [demoRegulation()], actor, { requestId: randomUUID(), ...query, fields: [...query.fields] });
      onProgress('queries', done + 1, past.length);
    }
  } finally {
    await provider.close();
  }
}

async function findAskers({ database }: Installation, programme: string, past: readonly PastQuery[]): Promise<Map<string, ProgrammeActor>> {
  const actors = new Map<string, ProgrammeActor>();
  for (const [place, login] of [...new Set(past.map((query) => query.login))].entries()) {
    const first = past.find((query) => query.login === login);
    const who = await findAccountByLogin(database, login, `10.20.30.${11 + place}`);
    const actor = who && first && (await findProgrammeActor(database, who, programme, dayInTaipei(first.at)));
    if (actor) actors.set(login, actor);
  }
  return actors;
}

function demoRegulation() {
  const regulation = findRegulation(demoOffice.programme.regulation);
  if (!regulation) throw new Error(`no regulation "${demoOffice.programme.regulation}"`);
  return regulation;
}
