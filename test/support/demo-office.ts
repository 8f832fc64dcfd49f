// The demonstration's office for one test file: loaded once per run into a template database, then copied. The whole server
// behind `inject`: real database, real keys, real log files, no network.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { createServerRoutes, isEmpty, loadDemoInto, openInstallation, readDemoAccounts, type Installation } from '#server';
import {
  databaseName,
  dropDatabase,
  ensureDatabase,
  readConfig,
  systemClock,
  withDatabase,
  type Clock,
  type Config,
  type Http,
} from '#server/platform';
import { openDemoLabourInsurance, type LabourInsuranceProvider } from '#server/providers';
import { signInTo, type TestClient } from './test-client.ts';

export interface DemoOffice {
  readonly installation: Installation;
  readonly http: Http;
  readonly clock: MovableClock;
  readonly provider: LabourInsuranceProvider;
  /** A client signed in as one of the demonstration's accounts. */
  signIn(login: string): Promise<TestClient>;
  close(): Promise<void>;
}

/** The system's clock, moved by as much as a test says. */
export class MovableClock implements Clock {
  #ahead = Temporal.Duration.from({ seconds: 0 });

  now(): Temporal.Instant {
    return systemClock.now().add(this.#ahead);
  }

  moveAhead(by: Temporal.DurationLike): void {
    this.#ahead = this.#ahead.add(by);
  }
}

interface OfficeOptions {
  readonly config?: Partial<Config>;
  /** A provider database of its own, which the test may break. */
  readonly ownProvider?: boolean;
}

export async function openDemoOffice(options: OfficeOptions = {}): Promise<DemoOffice> {
  const server = inject('postgresUrl');
  const template = await buildTemplateOnce(server);
  const name = `mingcha_test_${randomBytes(6).toString('hex')}`;
  const url = withDatabase(server, name);
  await copyDatabase(server, template.url, name);
  const providerUrl = options.ownProvider ? withDatabase(server, `${name}_provider`) : template.providerUrl;
  if (options.ownProvider) await copyDatabase(server, template.providerUrl, `${name}_provider`);
  const dataDirectory = await mkdtemp(join(tmpdir(), 'mingcha-office-'));
  await cp(template.dataDirectory, dataDirectory, { recursive: true });

  const clock = new MovableClock();
  const config = {
    ...readConfig({ MINGCHA_DATA: dataDirectory }),
    databaseUrl: url,
    providerUrl,
    providerTimeoutMs: 1_000,
    sealIntervalMs: 100,
    ...options.config,
  };
  const installation = await openInstallation(config, { as: 'own', clock });
  const provider = openDemoLabourInsurance({ url: providerUrl, timeoutMs: config.providerTimeoutMs });
  const http = await createServerRoutes(installation, provider);
  const accounts = await readDemoAccounts(dataDirectory);
  return {
    installation,
    http,
    clock,
    provider,
    signIn: (login) => signInTo(http, login, accounts?.find((account) => account.login === login)?.password ?? ''),
    close: async () => {
      await http.close();
      await provider.close();
      await installation.close();
      for (const database of options.ownProvider ? [url, providerUrl] : [url]) await dropDatabase(database, databaseName(server));
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

interface Template {
  readonly url: string;
  readonly providerUrl: string;
  readonly dataDirectory: string;
}

/** PostgreSQL copies no database that somebody is connected to: building and copying take turns. */
const TEMPLATE_LOCK = 7_245_900;

/** The first test file that needs it builds it; the others wait at the lock and find it done. */
async function buildTemplateOnce(server: string): Promise<Template> {
  const run = inject('runId');
  const template = {
    url: withDatabase(server, `mingcha_template_${run}`),
    providerUrl: withDatabase(server, `mingcha_template_${run}_provider`),
    dataDirectory: join(inject('runDirectory'), 'template'),
  };
  const done = join(inject('runDirectory'), 'template-is-built');
  await withTemplateLock(server, async () => {
    if (existsSync(done)) return;
    await mkdir(template.dataDirectory, { recursive: true, mode: 0o700 });
    await ensureDatabase(template.url, databaseName(server));
    const config = {
      ...readConfig({ MINGCHA_DATA: template.dataDirectory }),
      databaseUrl: template.url,
      providerUrl: template.providerUrl,
    };
    const installation = await openInstallation(config, { as: 'own' });
    try {
      if (await isEmpty(installation.database)) await loadDemoInto(installation, () => {});
    } finally {
      await installation.close();
    }
    await writeFile(done, '');
  });
  return template;
}

async function copyDatabase(server: string, from: string, to: string): Promise<void> {
  await withTemplateLock(server, async (client) => {
    const [source, target] = [databaseName(from), to].map((name) => client.escapeIdentifier(name));
    await client.query(`create database ${target} template ${source} strategy file_copy`);
  });
}

async function withTemplateLock(server: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await work(client);
  } finally {
    await client.end();
  }
}
