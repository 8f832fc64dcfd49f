// Options that the services share: where to listen, and whose logs they know.
import { LedgerFormatError, parseVkey, type VerifierKey } from '#domain/ledger';
import { WrongCall } from '../exit-codes.ts';
import { sha256 } from '../verify/node-hashing.ts';

/** @throws WrongCall */
export function parseVkeyOption(option: string, vkey: string): VerifierKey {
  try {
    return parseVkey(vkey, sha256);
  } catch (error) {
    if (error instanceof LedgerFormatError) throw new WrongCall(`${option} ${vkey.slice(0, 100)}: ${error.message}`);
    throw error;
  }
}

/** @throws WrongCall */
export function parseListen(listen: string): { host: string; port: number } {
  const parts = /^(?:\[(?<six>[0-9a-fA-F:.]+)\]|(?<name>[^:[\]]+)):(?<port>\d{1,5})$/.exec(listen)?.groups;
  const port = Number(parts?.['port']);
  const host = parts?.['six'] ?? parts?.['name'];
  if (host === undefined || !(port <= 65_535)) throw new WrongCall('--listen must be HOST:PORT, as in 127.0.0.1:7000 or [::1]:7000');
  return { host, port };
}

/** The first signal that asks the process to end. */
export function stopSignal(): Promise<string> {
  const stop = Promise.withResolvers<string>();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop.resolve(signal));
  return stop.promise;
}
