// Every adapter of the labour-insurance port, opened on one provider database: directly, and through a gateway before it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseVkey } from '#domain/ledger';
import { startGateway } from '#server/gateway';
import { sha256 } from '#server/keys';
import { openDemoLabourInsurance, openLabourInsuranceGateway, type LabourInsuranceProvider } from '#server/providers';

export interface Limits {
  readonly timeoutMs?: number;
  /** At most this many calls at once. */
  readonly atOnce?: number;
}

export interface ProviderAdapter {
  /** The address of something on this machine that may be no provider at all. */
  urlAt(port: number): string;
  /** Where the adapter connects to: what lies between can be lost. */
  readonly url: string;
  open(url: string, limits: Limits): LabourInsuranceProvider;
  close(): Promise<void>;
}

/** @param logVkey of the log that gives the receipts */
export type StartAdapter = (databaseUrl: string, logVkey: string) => Promise<ProviderAdapter>;

const direct: StartAdapter = async (databaseUrl) => ({
  urlAt: (port) => `postgresql://someone:secret@127.0.0.1:${port}/agency`,
  url: databaseUrl,
  open: (url, { timeoutMs, atOnce }) =>
    openDemoLabourInsurance({ url, ...(timeoutMs && { timeoutMs }), ...(atOnce && { connections: 1, waiting: atOnce - 1 }) }),
  close: async () => {},
});

const throughGateway: StartAdapter = async (databaseUrl, logVkey) => {
  const directory = await mkdtemp(join(tmpdir(), 'mingcha-gateway-'));
  const data = openDemoLabourInsurance({ url: databaseUrl });
  const logs = [parseVkey(logVkey, sha256)];
  const gateway = await startGateway({ directory, data, logs, mostAhead: 1_000, host: '127.0.0.1', port: 0, onNotice: () => {} });
  return {
    urlAt: (port) => `http://127.0.0.1:${port}`,
    url: gateway.url,
    open: (url, limits) => openLabourInsuranceGateway({ url, ...limits }),
    close: async () => {
      await gateway.stop();
      await data.close();
      await rm(directory, { recursive: true });
    },
  };
};

export const adapters: [name: string, start: StartAdapter][] = [
  ['the database itself', direct],
  ['a provider gateway', throughGateway],
];
