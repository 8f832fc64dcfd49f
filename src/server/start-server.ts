// The program: an open installation behind HTTP. Health can be asked without signing in and says nothing about anyone.
import { baselinePolicy, signInPolicy } from '#domain/accounts';
import { strictestSettings } from '#domain/regulations';
import { findRegulation, regulations } from '#regulations';
import { mountAccounts } from '#server/accounts';
import { mountAudits } from '#server/audits';
import { mountClients } from '#server/clients';
import { mountHouseholds } from '#server/households';
import { createHttp, serveWebApp, type Config, type Http } from '#server/platform';
import { mountProofs } from '#server/proofs';
import { openDemoLabourInsurance, openLabourInsuranceGateway, type LabourInsuranceProvider } from '#server/providers';
import { mountQueries } from '#server/queries';
import { mountRegulations } from '#server/regulations';
import { mountClientRoutes, mountVerifications } from '#server/verifications';
import { faultCode } from './fault-code.ts';
import { keepHouseholdImports, openHouseholdImports } from './open-household-imports.ts';
import { webAppFolder, type Installation } from './open-installation.ts';
import { openPlatform } from './open-platform.ts';

export interface RunningServer {
  readonly url: string;
  readonly http: Http;
  /** Lets requests under way finish, within a few seconds. */
  stop(): Promise<void>;
}

export const programVersion = '0.1.0';

/** As long as a provider may take by default: an answer under way still leaves. */
const LONGEST_STOP_MS = 5_000;

export async function startServer(installation: Installation): Promise<RunningServer> {
  const { config } = installation;
  const provider = openProvider(installation);
  const http = await createServerRoutes(installation, provider);
  await http.listen({ host: config.host, port: config.port });
  const address = http.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
    http,
    stop: async () => {
      // Who holds a connection open without finishing a request doesn't hold up the end.
      const patience = setTimeout(() => http.server.closeAllConnections(), LONGEST_STOP_MS);
      await http.close();
      clearTimeout(patience);
      await provider.close();
    },
  };
}

/** All routes on a server that does not listen yet. */
export async function createServerRoutes(installation: Installation, provider: LabourInsuranceProvider): Promise<Http> {
  const { config, database, ledger, clock, demo, keystore } = installation;
  const platform = await openPlatform(installation);
  const { clientServices, verifications } = platform;
  const http = await createHttp(config, programVersion, faultCode, (bare) => mountClientRoutes(bare, verifications, { config, faultCode }));
  http.addHook('onClose', () => platform.close());
  const onFault = (error: unknown): void => http.log.error(error, 'household import');
  const imports = openHouseholdImports(installation, onFault);
  http.addHook('onClose', keepHouseholdImports(imports, installation, onFault));
  const doors = {
    http,
    config: withinPolicy(config),
    passwordPolicy: policy.password,
    database,
    ledger,
    clock,
    demo,
    keystore,
    provider,
    clientServices,
    findRegulation,
    regulations,
  };
  mountHealth(http, installation);
  mountAccounts(doors, programVersion);
  mountQueries(doors);
  mountAudits(doors);
  mountClients(doors);
  mountVerifications(doors, verifications);
  mountHouseholds(doors, imports);
  mountRegulations(doors);
  mountProofs(doors);
  http.get('/api/openapi.json', { schema: { hide: true } }, async () => http.swagger());
  const folder = webAppFolder();
  if (folder) await serveWebApp(http, folder);
  return http;
}

const [firstRegulation, ...others] = regulations;
const policy = firstRegulation ? signInPolicy(strictestSettings([firstRegulation, ...others])) : baselinePolicy;

/** The office may sign people out sooner, never later. */
function withinPolicy(config: Config): Config {
  const idleTimeoutSeconds = Math.min(config.idleTimeoutSeconds, policy.longestIdleSeconds);
  return { ...config, idleTimeoutSeconds, idleWarningSeconds: Math.min(config.idleWarningSeconds, idleTimeoutSeconds) };
}

function openProvider({ config, providerUrl }: Installation): LabourInsuranceProvider {
  const timeoutMs = config.providerTimeoutMs;
  return config.providerGatewayUrl === undefined
    ? openDemoLabourInsurance({ url: providerUrl, timeoutMs })
    : openLabourInsuranceGateway({ url: config.providerGatewayUrl, timeoutMs });
}

/** `/healthz`: the process lives. `/readyz`: database, log and keys can be used. */
function mountHealth(http: Http, { database, ledger, keystore }: Installation): void {
  http.get('/healthz', { schema: { hide: true } }, async () => ({ live: true }));
  http.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const answered = await database.selectFrom('installation').select('id').executeTakeFirst().catch(() => undefined); // prettier-ignore
    const health = ledger.health();
    const keys = isUsable(() => keystore.assertUsable());
    const parts = { database: answered !== undefined, log: health.usable, keys };
    const ready = parts.database && parts.log && parts.keys;
    const problems = health.problems.map(({ programme, code, advice }) => ({ programme, code, advice }));
    return reply.code(ready ? 200 : 503).send({ ready, ...parts, sealLagMs: Math.round(health.sealLagMs), problems });
  });
}

function isUsable(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}
