// What the surroundings say, read once at start and checked: environment variables and nothing else.
import { isIP } from 'node:net';
import { resolve } from 'node:path';

export interface Config {
  readonly dataDirectory: string;
  /** Another PostgreSQL than our own; undefined: the embedded one below the data directory. */
  readonly databaseUrl: string | undefined;
  /** The provider's stand-in; by default a database beside ours, `<name>_provider`. */
  readonly providerUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** What log origins begin with (C2SP: a schema-less URL). */
  readonly logOriginBase: string;
  readonly providerTimeoutMs: number;
  readonly sealIntervalMs: number;
  readonly sealLimitSeconds: number;
  readonly idleTimeoutSeconds: number;
  readonly idleWarningSeconds: number;
  /** Proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Cookies marked Secure: set when a proxy serves us over TLS. */
  readonly secureCookies: boolean;
}

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
  return {
    dataDirectory: resolve(environment['MINGCHA_DATA'] || 'data'),
    databaseUrl: postgresUrl(environment, 'DATABASE_URL'),
    providerUrl: postgresUrl(environment, 'MINGCHA_PROVIDER_URL'),
    host: environment['HOST'] || '127.0.0.1',
    port: integer(environment, 'PORT', 3000, 0, 65_535),
    logOriginBase: origin(environment),
    providerTimeoutMs: integer(environment, 'MINGCHA_PROVIDER_TIMEOUT_MS', 5_000, 10, 60_000),
    sealIntervalMs: integer(environment, 'MINGCHA_SEAL_INTERVAL_MS', 1_000, 50, 60_000),
    sealLimitSeconds: integer(environment, 'MINGCHA_SEAL_LIMIT_SECONDS', 300, 2, 3_600),
    idleTimeoutSeconds,
    idleWarningSeconds,
    trustedProxies: addresses(environment),
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

function addresses(environment: Environment): string[] {
  const list = (environment['MINGCHA_TRUSTED_PROXIES'] ?? '').split(',').map((part) => part.trim()).filter(Boolean); // prettier-ignore
  for (const address of list) if (isIP(address) === 0) throw new ConfigError(`MINGCHA_TRUSTED_PROXIES: "${address}" is no IP address`);
  return list;
}
