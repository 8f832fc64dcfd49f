// What querying relies on in a labour-insurance provider: whole and checked replies, or a typed fault in time. Run on every adapter.
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withDatabase } from '#server/platform';
import {
  ProviderFault,
  providerSchema,
  type LabourInsuranceOperation,
  type LabourInsuranceProvider,
  type ProviderReply,
} from '#server/providers';
import { startLossyProxy } from '../support/lossy-proxy.ts';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.ts';
import { createScratchLedger, foundProgramme, newRecord, type ScratchLedger } from '../support/scratch-ledger.ts';
import { adapters, type Limits, type ProviderAdapter } from './labour-insurance-adapters.ts';

/** Of the calls that are meant to run into it; the others have the default five seconds. */
const TIMEOUT_MS = 400;
const subject = 'M000000001';
const never = new AbortController().signal;

describe.each(adapters)('%s', (_name, start) => {
  let log: ScratchLedger;
  let programme: string;
  let agency: ScratchDatabase;
  let adapter: ProviderAdapter;
  const opened: LabourInsuranceProvider[] = [];
  const held = new Set<() => Promise<void>>();

  beforeAll(async () => {
    agency = await createScratchDatabase({ migrated: false });
    log = await createScratchLedger();
    programme = await foundProgramme(log.database);
    adapter = await start(agency.url, (await log.ledger.state(programme)).vkey);
  });
  afterAll(async () => {
    await adapter.close();
    await log.drop();
    await agency.drop();
  });

  beforeEach(async () => {
    await agency.pool.query('drop schema public cascade; create schema public');
    await agency.pool.query(providerSchema());
    await agency.pool.query(`
    insert into person values ('${subject}', '林甲', '1980-01-01'), ('M000000002', '林乙', '1990-01-01');
    insert into insured_history values ('${subject}', '2020-02-01', null, '乙行', 45800), ('${subject}', '2019-01-01', '2020-01-31', '甲行', 23100);
    insert into benefit_payment values ('${subject}', '2020-02-20', '失業給付', 13860);
    insert into pension values ('${subject}', '遺屬年金', 3000)`);
  });
  afterEach(async () => {
    for (const release of held) await release();
    await Promise.all(opened.splice(0).map((provider) => provider.close()));
  });

  function open(limits: Limits & { readonly url?: string } = {}): LabourInsuranceProvider {
    const { url, ...rest } = limits;
    const provider = adapter.open(url ?? adapter.url, rest);
    opened.push(provider);
    return provider;
  }

  /** Every call has a record of its own. */
  async function ask(
    provider: LabourInsuranceProvider,
    operation: LabourInsuranceOperation = 'insured-history',
    who = subject,
    signal = never,
  ): Promise<ProviderReply> {
    const receipt = await log.ledger.append(programme, newRecord());
    return provider.fetch({ operation, subject: who, receipt }, signal);
  }

  /** The fault a call ends in, how long it took, and that nothing of the question or the provider is in it. */
  async function faultOf(call: Promise<unknown>): Promise<{ code: string; tookMs: number }> {
    const started = performance.now();
    const error = await call.then(
      () => expect.unreachable('the call was answered'),
      (reason: unknown) => reason,
    );
    if (!(error instanceof ProviderFault)) throw error;
    expect([error.message, error.cause, Object.keys(error)]).toEqual(['', undefined, ['name', 'code']]);
    expect(inspect(error)).not.toContain(subject);
    return { code: error.code, tookMs: performance.now() - started };
  }

  /** A session of the agency's own that holds a lock every query needs, until released. */
  async function holdLock(): Promise<() => Promise<void>> {
    const client = await agency.pool.connect();
    await client.query('begin');
    await client.query('lock table person in access exclusive mode');
    const release = async (): Promise<void> => {
      if (!held.delete(release)) return;
      await client.query('rollback');
      client.release();
    };
    held.add(release);
    return release;
  }

  async function ourSessions(): Promise<{ pid: number; state: string }[]> {
    const { rows } = await agency.pool.query<{ pid: number; state: string }>(
      `select pid, state from pg_stat_activity where datname = current_database() and application_name = 'mingcha-provider'`,
    );
    return rows;
  }

  async function endSessions(): Promise<void> {
    for (const { pid } of await ourSessions()) await agency.pool.query('select pg_terminate_backend($1)', [pid]);
  }

  async function until(reached: () => Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 5_000; waited += 20) {
      if (await reached()) return;
      await sleep(20);
    }
    expect.unreachable('it never came to that');
  }

  const working = async (): Promise<number> => (await ourSessions()).filter(({ state }) => state === 'active').length;

  test('each operation answers with all its fields, in order', async () => {
    const provider = open();
    expect(await ask(provider)).toEqual({
      found: true,
      rows: [
        { 'insured-unit': '甲行', 'insured-from': '2019-01-01', 'insured-until': '2020-01-31', 'insured-salary': 23_100 },
        { 'insured-unit': '乙行', 'insured-from': '2020-02-01', 'insured-until': null, 'insured-salary': 45_800 },
      ],
    });
    expect(await ask(provider, 'benefit-payments')).toEqual({
      found: true,
      rows: [{ 'benefit-kind': '失業給付', 'benefit-amount': 13_860, 'benefit-paid-on': '2020-02-20' }],
    });
    expect(await ask(provider, 'pension-status')).toEqual({
      found: true,
      rows: [{ 'pension-kind': '遺屬年金', 'pension-monthly': 3_000 }],
    });
  });

  test('a known person without rows is found; an unknown one is not', async () => {
    const provider = open();
    expect(await ask(provider, 'insured-history', 'M000000002')).toEqual({ found: true, rows: [] });
    expect(await ask(provider, 'insured-history', 'M000000003')).toEqual({ found: false, rows: [] });
  });

  test('a subject is a value, never a piece of the statement', async () => {
    expect(await ask(open(), 'insured-history', `' or true --`)).toEqual({ found: false, rows: [] });
  });

  test('a provider that hangs times out in time, its work ends there too, and afterwards it answers again', async () => {
    const provider = open({ timeoutMs: TIMEOUT_MS });
    const release = await holdLock();
    const fault = await faultOf(ask(provider));
    expect(fault.code).toBe('provider-timeout');
    expect(fault.tookMs).toBeGreaterThan(TIMEOUT_MS - 50);
    expect(fault.tookMs).toBeLessThan(TIMEOUT_MS + 600);
    await until(async () => (await working()) === 0);
    await release();
    expect((await ask(provider)).found).toBe(true);
  });

  test('a call that we cancel ends at once, and so does its work at the provider, long before its time limit', async () => {
    const provider = open({ timeoutMs: 60_000 });
    const release = await holdLock();
    const cancel = new AbortController();
    const fault = faultOf(ask(provider, 'insured-history', subject, cancel.signal));
    await until(async () => (await working()) === 1);
    cancel.abort();
    expect((await fault).code).toBe('provider-failed');
    await until(async () => (await ourSessions()).length === 0);
    await release();
    expect((await ask(provider)).found).toBe(true);
  });

  test('a call cancelled before it began asks nothing', async () => {
    await endSessions();
    await until(async () => (await ourSessions()).length === 0);
    expect((await faultOf(ask(open(), 'insured-history', subject, AbortSignal.abort()))).code).toBe('provider-failed');
    expect(await ourSessions()).toEqual([]);
  });

  test('a session that is ended half-way fails the call, and the next one has another', async () => {
    const provider = open();
    const release = await holdLock();
    const fault = faultOf(ask(provider));
    await until(async () => (await working()) === 1);
    await endSessions();
    expect((await fault).code).toBe('provider-failed');
    await release();
    expect((await ask(provider)).found).toBe(true);
  });

  test('a session that is ended while idle is replaced', async () => {
    const provider = open();
    await ask(provider);
    await endSessions();
    await until(async () => (await ourSessions()).length === 0);
    await sleep(50);
    expect((await ask(provider)).found).toBe(true);
  });

  test('an answer lost on the way fails the call, and the next one is answered', async () => {
    const proxy = await startLossyProxy(adapter.url);
    try {
      const provider = open({ url: proxy.url });
      proxy.swallowAnswerTo(subject);
      expect((await faultOf(ask(provider))).code).toBe('provider-failed');
      expect(proxy.swallowed).toBe(1);
      expect((await ask(provider)).found).toBe(true);
    } finally {
      await proxy.close();
    }
  });

  test('a provider that comes back after being away answers again', async () => {
    const proxy = await startLossyProxy(adapter.url);
    try {
      const provider = open({ url: proxy.url });
      proxy.refuse(true);
      expect((await faultOf(ask(provider))).code).toBe('provider-failed');
      proxy.refuse(false);
      expect((await ask(provider)).found).toBe(true);
    } finally {
      await proxy.close();
    }
  });

  async function listen(onConnection: (socket: Socket) => void): Promise<{ server: Server; url: string }> {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      onConnection(socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { server, url: adapter.urlAt(address.port) };
  }

  test('a provider that isn’t there fails at once', async () => {
    const { server, url } = await listen(() => {});
    server.close();
    await once(server, 'close');
    const fault = await faultOf(ask(open({ url })));
    expect(fault.code).toBe('provider-failed');
    expect(fault.tookMs).toBeLessThan(2_000);
    expect((await faultOf(ask(open({ url: withDatabase(agency.url, 'no_such_database') })))).code).toBe('provider-failed');
  });

  test('one that lets us in and says nothing times out; one that speaks another language fails', async () => {
    const sockets: Socket[] = [];
    const silent = await listen((socket) => sockets.push(socket));
    const foreign = await listen((socket) => {
      sockets.push(socket);
      socket.write('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n'.repeat(100));
      socket.end();
    });
    expect((await faultOf(ask(open({ url: silent.url, timeoutMs: TIMEOUT_MS })))).code).toBe('provider-timeout');
    expect((await faultOf(ask(open({ url: foreign.url })))).code).toBe('provider-failed');
    for (const socket of sockets) socket.destroy();
    silent.server.close();
    foreign.server.close();
  });

  test('more calls than may wait fail at once instead of queueing', async () => {
    const provider = open({ atOnce: 2, timeoutMs: 3_000 });
    const release = await holdLock();
    const waiting = [ask(provider), ask(provider)].map(faultOf);
    await until(async () => (await working()) === 1);
    const third = await faultOf(ask(provider));
    expect(third.code).toBe('provider-failed');
    expect(third.tookMs).toBeLessThan(500);
    expect((await Promise.all(waiting)).map(({ code }) => code)).toEqual(['provider-timeout', 'provider-timeout']);
    await release();
    expect((await ask(provider)).found).toBe(true);
  });

  test('what a query does over there changes nothing: our sessions are read-only', async () => {
    await agency.pool.query(`
    create table touched (at timestamptz);
    create function touch() returns integer language plpgsql as $$ begin insert into touched values (now()); return 1; end $$;
    alter table pension rename to pension_rows;
    create view pension as select national_id, pension_kind, pension_monthly + touch() as pension_monthly from pension_rows`);
    expect((await faultOf(ask(open(), 'pension-status'))).code).toBe('provider-failed');
    expect((await agency.pool.query('select * from touched')).rows).toEqual([]);
  });

  const bare = 'alter table insured_history drop constraint insured_history_insured_salary_check';
  test.each<[string, LabourInsuranceOperation, string]>([
    ['a negative salary', 'insured-history', `${bare}; update insured_history set insured_salary = -1`],
    [
      'a salary with cents',
      'insured-history',
      `alter table insured_history alter insured_salary type numeric; update insured_history set insured_salary = 0.5`,
    ],
    ['a salary that is text', 'insured-history', `${bare}; alter table insured_history alter insured_salary type text`],
    [
      'a salary beyond any',
      'insured-history',
      `alter table insured_history alter insured_salary type bigint; update insured_history set insured_salary = 9007199254740993`,
    ],
    [
      'a salary that is no number',
      'insured-history',
      `${bare}; alter table insured_history alter insured_salary type double precision; update insured_history set insured_salary = 'NaN'`,
    ],
    [
      'no salary',
      'insured-history',
      `alter table insured_history alter insured_salary drop not null; update insured_history set insured_salary = null`,
    ],
    ['a day without end', 'insured-history', `update insured_history set insured_until = 'infinity'`],
    [
      'a day before there was insurance',
      'insured-history',
      `update insured_history set insured_from = '1911-10-10' where insured_until is null`,
    ],
    ['a day that doesn’t exist', 'insured-history', `alter table insured_history alter insured_until type text using '2026-02-30'`],
    ['an end before its beginning', 'insured-history', `update insured_history set insured_until = '2018-12-31'`],
    ['an employer without a name', 'insured-history', `update insured_history set insured_unit = ''`],
    ['an employer’s name that is too long', 'insured-history', `update insured_history set insured_unit = repeat('長', 101)`],
    ['an employer’s name with a control character', 'insured-history', `update insured_history set insured_unit = E'a\\nb'`],
    [
      'more rows than a life has',
      'insured-history',
      `insert into insured_history select '${subject}', date '1990-01-01' + n, null, '某行', 20008 from generate_series(1, 499) n`,
    ],
    [
      'a negative payment',
      'benefit-payments',
      'alter table benefit_payment drop constraint benefit_payment_benefit_amount_check; update benefit_payment set benefit_amount = -5',
    ],
    [
      'a payment of no kind',
      'benefit-payments',
      'alter table benefit_payment drop constraint benefit_payment_pkey; alter table benefit_payment alter benefit_kind drop not null; update benefit_payment set benefit_kind = null',
    ],
    [
      'a pension that is a truth value',
      'pension-status',
      'alter table pension drop constraint pension_pension_monthly_check; alter table pension alter pension_monthly type boolean using true',
    ],
    ['two persons of one id', 'pension-status', `alter table person drop constraint person_pkey; insert into person select * from person`],
  ])('%s is nonsense, and nothing of the reply is given', async (_what, operation, damage) => {
    const provider = open();
    expect((await ask(provider, operation)).rows.length).toBeGreaterThan(0);
    await agency.pool.query(damage);
    expect((await faultOf(ask(provider, operation))).code).toBe('provider-nonsense');
  });

  test('500 rows are still an answer', async () => {
    await agency.pool.query(
      `insert into insured_history select '${subject}', date '1990-01-01' + n, null, '某行', 20008 from generate_series(1, 498) n`,
    );
    expect((await ask(open())).rows).toHaveLength(500);
  });

  test('a provider whose tables are gone fails', async () => {
    await agency.pool.query('drop table insured_history');
    expect((await faultOf(ask(open()))).code).toBe('provider-failed');
  });
});
