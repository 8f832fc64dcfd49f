// An office on a real database and a real log, with a clock that the test moves: chief, users and auditors, and queries of any day.
import { randomUUID } from 'node:crypto';
import {
  actorCompartment,
  intentCompartments,
  logRetention,
  outcomeCompartments,
  refusedCompartments,
  type OutcomeFacts,
  type QueryFacts,
} from '#domain/records';
import { findRegulation } from '#regulations';
import { actorFacts, findAccount, findProgrammeActor, hashPassword, type ProgrammeActor } from '#server/accounts';
import type { LedgerOptions } from '#server/ledger';
import { dayInTaipei, type Clock } from '#server/platform';
import { createScratchLedger, type ScratchLedger } from './scratch-ledger.ts';
import type { AuditParts } from '#server/audits';

export const programme = 'nantou-webir';
export const password = 'Right-Passw0rd!';

export interface TestOffice {
  readonly parts: AuditParts;
  readonly scratch: ScratchLedger;
  readonly clock: { now: () => Temporal.Instant; set: (instant: string) => void };
  actor(account: string): Promise<ProgrammeActor>;
  /** Records one query of an account, made and answered at the clock's time; gives the index of its intent or refusal. */
  query(account: string, result?: OutcomeFacts | 'refused' | 'open'): Promise<number>;
  answer(account: string, intentIndex: number, result: OutcomeFacts): Promise<void>;
}

const inOrder: QueryFacts = {
  regulation: 'nantou-webir',
  furtherRegulations: [],
  purpose: 'social-assistance',
  legalBasis: 'social-assistance-44-3',
  operation: 'insured-history',
  fields: ['insured-unit'],
  subject: 'M123456789',
  caseNumber: '社助-115-000001',
  reason: '低收入戶資格審查',
};

type Role = 'user' | 'unit-manager' | 'chief-manager' | 'auditor';
const people: readonly [account: string, role: Role][] = [
  ['chief', 'chief-manager'],
  ['user1', 'user'],
  ['user2', 'user'],
  ['user3', 'user'],
  ['auditor1', 'auditor'],
  ['auditor2', 'auditor'],
];

/** @param now the clock's first time, an RFC 3339 instant */
export async function openTestOffice(now: string, overrides: Partial<LedgerOptions> = {}): Promise<TestOffice> {
  let time = Temporal.Instant.from(now);
  const clock = { now: () => time, set: (instant: string) => void (time = Temporal.Instant.from(instant)) };
  const scratch = await createScratchLedger({ clock: clock satisfies Clock, sealIntervalMs: 50, ...overrides });
  const { database, ledger, keystore } = scratch;
  await database.insertInto('organisation').values({ id: 'office', name: '南投縣政府' }).execute();
  await database.insertInto('unit').values({ id: 'unit', organisation_id: 'office', name: '社會救助科' }).execute();
  await database.insertInto('programme').values({ id: programme, organisation_id: 'office', regulation: 'nantou-webir', title: '勞保資料查詢', log_origin: 'mingcha.test/nantou-webir' }).execute(); // prettier-ignore
  await database.insertInto('log_head').values({ programme_id: programme }).onConflict((conflict) => conflict.doNothing()).execute(); // prettier-ignore
  const hash = await hashPassword(password);
  for (const [account, role] of people) await hire(scratch, account, role, hash);

  const actor = async (account: string): Promise<ProgrammeActor> => {
    const who = await findAccount(database, account, '192.0.2.1');
    const found = who && (await findProgrammeActor(database, who, programme, dayInTaipei(clock.now())));
    if (!found) throw new Error(`no account ${account}`);
    return found;
  };
  const common = async (account: string) => ({
    at: clock.now(),
    recordId: randomUUID(),
    retention: logRetention,
    actor: actorCompartment(actorFacts(await actor(account))),
    blindActor: account,
  });
  const answer: TestOffice['answer'] = async (account, intentIndex, result) => {
    await ledger.append(programme, {
      ...(await common(account)),
      ...outcomeCompartments(inOrder, intentIndex, result),
      type: 'outcome',
      intentIndex,
    });
  };
  const query: TestOffice['query'] = async (account, result = { kind: 'answered', count: 1, digest: 'x' }) => {
    const refused = result === 'refused';
    const asked = refused
      ? refusedCompartments(inOrder, [{ clause: 'NW-4.1.1', code: 'case-number-missing' }])
      : intentCompartments(inOrder);
    const { index } = await ledger.append(programme, { ...(await common(account)), ...asked, type: refused ? 'refused' : 'intent' });
    if (typeof result === 'object') await answer(account, index, result);
    return index;
  };
  return { parts: { database, ledger, keystore, clock, findRegulation }, scratch, clock, actor, query, answer };
}

export async function hire(
  { database }: Pick<ScratchLedger, 'database'>,
  account: string,
  role: Role,
  passwordHash: string,
): Promise<void> {
  await database.insertInto('person').values({ id: `p-${account}`, organisation_id: 'office', unit_id: 'unit', name: `姓名${account}`, employment: 'active' }).execute(); // prettier-ignore
  await database.insertInto('account').values({ id: account, organisation_id: 'office', home_programme_id: programme, person_id: `p-${account}`, login: account, password_hash: passwordHash, password_changed_on: '2026-01-01', must_change: false }).execute(); // prettier-ignore
  await grant({ database }, account, role);
}

export async function grant({ database }: Pick<ScratchLedger, 'database'>, account: string, role: Role): Promise<void> {
  await database.insertInto('account_grant').values({ programme_id: programme, account_id: account, role, from_on: '2026-01-01', until_on: null, revoked_on: null, purposes: [], operations: [] }).execute(); // prettier-ignore
}
