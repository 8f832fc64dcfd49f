// An office whose programme is under nantou-verification, on a real database and a real log, with a clock that the test moves.
import { findRegulation } from '#regulations';
import { findAccount, findProgrammeActor, hashPassword, type ProgrammeActor } from '#server/accounts';
import { decideApplication, fileApplication, setService, type ClientParts, type IssuedKey, type ProposedContent } from '#server/clients';
import { dayInTaipei, type Tables } from '#server/platform';
import { createScratchLedger, type ScratchLedger } from './scratch-ledger.ts';

export const platformProgramme = 'nantou-verification';
export const platformPassword = 'Right-Passw0rd!';

export interface PlatformOffice {
  readonly scratch: ScratchLedger;
  readonly parts: ClientParts;
  /** As in a demonstration installation. */
  readonly demoParts: ClientParts;
  readonly clock: { readonly now: () => Temporal.Instant; set(instant: string): void };
  actor(login: string): Promise<ProgrammeActor>;
  /** A new account of the programme. */
  hire(login: string, ...roles: Role[]): Promise<void>;
  /** A service from its application to its key. */
  setUp(changes?: Partial<ProposedContent>): Promise<{ readonly service: string; readonly application: string; readonly key: IssuedKey }>;
  close(): Promise<void>;
}

type Role = Tables['account_grant']['role'];

export const proposedContent: ProposedContent = {
  name: '社會救助資訊系統',
  unit: '社會救助科',
  purposes: ['eligibility'],
  operations: ['verify'],
  claims: ['county-resident', 'low-income'],
  addresses: ['192.0.2.7', '2001:DB8::7'],
  from: '2026-11-01',
  until: '2027-10-31',
  requestsPerDay: 1_000,
  personsPerDay: 500,
  contact: { name: '窗口某甲', reachedBy: '分機 2345' },
  certificate: null,
};

/** @param now the clock's first time */
export async function openPlatformOffice(now = '2026-11-02T02:00:00Z'): Promise<PlatformOffice> {
  let time = Temporal.Instant.from(now);
  const clock = { now: () => time, set: (instant: string) => void (time = Temporal.Instant.from(instant)) };
  const scratch = await createScratchLedger({ clock, sealIntervalMs: 50 });
  const { database, ledger, keystore } = scratch;
  await database.insertInto('organisation').values({ id: 'office', name: '南投縣政府' }).execute();
  await database.insertInto('unit').values({ id: 'unit', organisation_id: 'office', name: '計畫處' }).execute();
  await database.insertInto('programme').values({ id: platformProgramme, organisation_id: 'office', regulation: 'nantou-verification', title: '驗證機制平臺', log_origin: 'mingcha.test/platform' }).execute(); // prettier-ignore
  await database.insertInto('log_head').values({ programme_id: platformProgramme }).execute();
  const hash = await hashPassword(platformPassword);

  const hire: PlatformOffice['hire'] = async (login, ...roles) => {
    await database.insertInto('person').values({ id: `p-${login}`, organisation_id: 'office', unit_id: 'unit', name: `姓名${login}`, employment: 'active' }).execute(); // prettier-ignore
    await database.insertInto('account').values({ id: `u-${login}`, organisation_id: 'office', home_programme_id: platformProgramme, person_id: `p-${login}`, login, password_hash: hash, password_changed_on: '2026-11-01', must_change: false }).execute(); // prettier-ignore
    for (const role of roles)
      await database.insertInto('account_grant').values({ programme_id: platformProgramme, account_id: `u-${login}`, role, from_on: '2026-01-01', until_on: null, revoked_on: null, purposes: [], operations: [] }).execute(); // prettier-ignore
  };
  await hire('officer', 'project-officer');
  await hire('keeper', 'responsible-person');
  await hire('supervisor', 'supervisor');
  await hire('auditor', 'auditor');

  const parts: ClientParts = { database, ledger, keystore, clock, demo: false, findRegulation };
  const actor = async (login: string): Promise<ProgrammeActor> => {
    const who = await findAccount(database, `u-${login}`, '192.0.2.1');
    const found = who && (await findProgrammeActor(database, who, platformProgramme, dayInTaipei(clock.now())));
    if (!found) throw new Error(`no account ${login}`);
    return found;
  };
  const setUp: PlatformOffice['setUp'] = async (changes = {}) => {
    const content = { ...proposedContent, ...changes };
    const filed = await fileApplication(parts, await actor('officer'), { service: null, number: '介接-1', note: '', content });
    if (filed.kind !== 'filed') throw new Error(JSON.stringify(filed));
    await decideApplication(parts, await actor('supervisor'), filed.application, { act: 'approve', expected: 1, note: '' });
    const set = await setService(parts, await actor('keeper'), filed.application, { expected: 2, note: '' });
    if (set.kind !== 'set' || !set.key) throw new Error(JSON.stringify(set));
    return { service: set.service, application: filed.application, key: set.key };
  };
  return { scratch, parts, demoParts: { ...parts, demo: true }, clock, actor, hire, setUp, close: () => scratch.drop() };
}
