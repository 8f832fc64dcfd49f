// What the surroundings say, read once at start and checked: environment variables and nothing else.
import { isIP } from 'node:net';
import { resolve } from 'node:path';

export interface Config {
  readonly dataDirectory: string;
  /** Another PostgreSQL than our own; undefined: the embedded one below the data directory. */
  readonly databaseUrl: string | undefined;
  /** The provider's stand-in; by default a database beside ours, `<name>_provider`. */
  readonly providerUrl: string | undefined;
  /** A provider's gateway (`mingcha provider-gateway`), asked instead of the stand-in's database. */
  readonly providerGatewayUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** What log origins begin with (C2SP: a schema-less URL). */
  readonly logOriginBase: string;
  readonly providerTimeoutMs: number;
  readonly sealIntervalMs: number;
  readonly sealLimitSeconds: number;
  /** A C2SP tlog-policy that names the log's witnesses and their addresses; undefined: none. */
  readonly witnessPolicyFile: string | undefined;
  /** Where the process that signs checkpoints listens; undefined: this process signs. */
  readonly signerAddress: SignerAddress | undefined;
  /** The RFC 3161 authority that stamps month-ends; undefined: none does. */
  readonly timestampAuthorityUrl: string | undefined;
  /** Verifier keys of those whose household files are taken, one a line. */
  readonly householdSendersFile: string;
  /** A folder whose household files are taken in by themselves; undefined: none is watched. */
  readonly householdInbox: string | undefined;
  readonly idleTimeoutSeconds: number;
  readonly idleWarningSeconds: number;
  /** Proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** In which a trusted proxy gives the client certificate of a connection, lower case; undefined: it doesn't. */
  readonly clientCertificateHeader: string | undefined;
  /** Cookies marked Secure: set when a proxy serves us over TLS. */
  readonly secureCookies: boolean;
}

/** A Unix socket, or host and port with the file of the token that the signer asks for. */
export type SignerAddress = { readonly socketPath: string } | { readonly host: string; readonly port: number; readonly tokenFile: string };

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError naming the variable that is wrong */
export function readConfig(environment: Environment = process.env): Config {
  const idleTimeoutSeconds = integer(environment, 'MINGCHA_IDLE_TIMEOUT_SECONDS', 900, 5, 3_600);
  const idleWarningSeconds = integer(
    environment,
    'MINGCHA_IDLE_WARNING_SECONDS',
    Math.max(1, idleTimeoutSeconds - 120),
    1,
    idleTimeoutSeconds,
  );
  const dataDirectory = resolve(environment['MINGCHA_DATA'] || 'data');
  const inbox = environment['MINGCHA_HOUSEHOLD_INBOX'];
  return {
    dataDirectory,
    databaseUrl: postgresUrl(environment, 'DATABASE_URL'),
    ...providerUrls(environment),
    host: environment['HOST'] || '127.0.0.1',
    port: integer(environment, 'PORT', 3000, 0, 65_535),
    logOriginBase: origin(environment),
    providerTimeoutMs: integer(environment, 'MINGCHA_PROVIDER_TIMEOUT_MS', 5_000, 10, 60_000),
    sealIntervalMs: integer(environment, 'MINGCHA_SEAL_INTERVAL_MS', 1_000, 50, 60_000),
    sealLimitSeconds: integer(environment, 'MINGCHA_SEAL_LIMIT_SECONDS', 300, 2, 3_600),
    witnessPolicyFile: environment['MINGCHA_WITNESS_POLICY'] || undefined,
    signerAddress: signerAddress(environment),
    timestampAuthorityUrl: httpUrl(environment, 'MINGCHA_TSA_URL'),
    householdSendersFile: resolve(environment['MINGCHA_HOUSEHOLD_SENDERS'] || resolve(dataDirectory, 'household-senders.txt')),
    householdInbox: inbox ? resolve(inbox) : undefined,
    idleTimeoutSeconds,
    idleWarningSeconds,
    trustedProxies: addresses(environment),
    clientCertificateHeader: headerName(environment),
    secureCookies: flag(environment, 'MINGCHA_SECURE_COOKIES'),
  };
}

function integer(environment: Environment, name: string, standard: number, least: number, most: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return standard;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new ConfigError(`${name} must be a whole number from ${least} to ${most}`);
  return value;
}

function flag(environment: Environment, name: string): boolean {
  const text = environment[name] ?? '';
  if (!['', '0', '1'].includes(text)) throw new ConfigError(`${name} must be 0 or 1`);
  return text === '1';
}

/** The provider's stand-in is asked in its database, any other provider by its gateway. */
function providerUrls(environment: Environment): Pick<Config, 'providerUrl' | 'providerGatewayUrl'> {
  const name = 'MINGCHA_PROVIDER_URL';
  const text = environment[name] ?? '';
  if (!/^https?:/i.test(text)) return { providerUrl: postgresUrl(environment, name), providerGatewayUrl: undefined };
  if (!URL.canParse(text) || new URL(text).username !== '')
    throw new ConfigError(`${name} must be a postgresql:// address, or http(s):// without a user name`);
  return { providerUrl: undefined, providerGatewayUrl: text };
}

function postgresUrl(environment: Environment, name: string): string | undefined {
  const text = environment[name];
  if (!text) return undefined;
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol))
    throw new ConfigError(`${name} must be a postgresql:// address`);
  return text;
}

function origin(environment: Environment): string {
  const text = environment['MINGCHA_LOG_ORIGIN'] || 'mingcha.internal';
  if (!/^[a-z0-9]([a-z0-9./-]{0,62}[a-z0-9])?$/.test(text))
    throw new ConfigError('MINGCHA_LOG_ORIGIN must be a host name and path without a scheme');
  return text;
}

function httpUrl(environment: Environment, name: string): string | undefined {
  const text = environment[name];
  if (!text) return undefined;
  if (!['http:', 'https:'].includes(URL.parse(text)?.protocol ?? ''))
    throw new ConfigError(`${name} must be an http:// or https:// address`);
  return text;
}

function signerAddress(environment: Environment): SignerAddress | undefined {
  const text = environment['MINGCHA_SIGNER'];
  if (!text) return undefined;
  if (text.startsWith('unix:/')) return { socketPath: text.slice('unix:'.length) };
  const url = URL.parse(text);
  if (url?.protocol !== 'http:' || url.pathname !== '/' || url.port === '')
    throw new ConfigError('MINGCHA_SIGNER must be unix:/path/of/socket or http://host:port');
  const tokenFile = environment['MINGCHA_SIGNER_TOKEN'];
  if (!tokenFile) throw new ConfigError('MINGCHA_SIGNER_TOKEN must name the file that holds the signer’s token');
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port), tokenFile };
}

function addresses(environment: Environment): string[] {
  const list = (environment['MINGCHA_TRUSTED_PROXIES'] ?? '').split(',').map((part) => part.trim()).filter(Boolean); // prettier-ignore
  for (const address of list) if (isIP(address) === 0) throw new ConfigError(`MINGCHA_TRUSTED_PROXIES: "${address}" is no IP address`);
  return list;
}

function headerName(environment: Environment): string | undefined {
  const text = environment['MINGCHA_CLIENT_CERTIFICATE_HEADER'];
  if (!text) return undefined;
  if (!/^[A-Za-z0-9-]{1,64}$/.test(text)) throw new ConfigError('MINGCHA_CLIENT_CERTIFICATE_HEADER must be the name of a header');
  if (addresses(environment).length === 0)
    throw new ConfigError('MINGCHA_CLIENT_CERTIFICATE_HEADER needs MINGCHA_TRUSTED_PROXIES: nobody else’s header is believed');
  return text.toLowerCase();
}
