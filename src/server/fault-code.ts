// Which faults of the inner parts the wire names. Anything else stays `fault`: a reference and nothing more.
import pg from 'pg';
import type { ProblemCode } from '#contract';
import { PasswordsBusy } from '#server/accounts';
import { RegistryStale } from '#server/clients';
import { ForeignSnapshot, LookupOverloaded, NoSnapshot } from '#server/households';
import { KeystoreFault } from '#server/keys';
import { DuplicateRecord, LogUnavailable, RolledBack } from '#server/ledger';

/** Connection failures, resources, shutdown, read-only, disk (PostgreSQL error classes 08, 53, 57, 58 and 25006). */
const awayStates = /^(08|53|57|58)|^25006$/;
const awayErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'ENOSPC', 'EIO']);

export function faultCode(error: unknown): ProblemCode | undefined {
  if (error instanceof PasswordsBusy || error instanceof RegistryStale || error instanceof LookupOverloaded) return 'overloaded';
  if (error instanceof NoSnapshot || error instanceof ForeignSnapshot) return 'data-unavailable';
  if (error instanceof LogUnavailable && error.code === 'overloaded') return 'overloaded';
  if (error instanceof DuplicateRecord) return 'request-replayed';
  if (error instanceof LogUnavailable || error instanceof RolledBack || error instanceof KeystoreFault) return 'log-unavailable';
  if (error instanceof pg.DatabaseError) return awayStates.test(error.code ?? '') ? 'log-unavailable' : undefined;
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  return awayErrors.has(code) || /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
    ? 'log-unavailable'
    : undefined;
}
