// What a failed statement means for the one who appends: try again, a row that stands already, or give up and say why.
import pg from 'pg';
import { LedgerFormatError } from '#domain/ledger';
import { KeystoreFault } from '#server/keys';
import { LogUnavailable } from './faults.ts';

const FILE_CODES = new Set([
  'EACCES',
  'EBUSY',
  'EDQUOT',
  'EIO',
  'EISDIR',
  'EMFILE',
  'ENFILE',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'ENOTEMPTY',
  'EPERM',
  'EROFS',
]);

export type DatabaseFault =
  | { readonly kind: 'lost' } // the connection, or the server: whether the statement was committed is unknown
  | { readonly kind: 'again' } // rolled back for a passing reason
  | { readonly kind: 'stands-already' } // unique violation
  | { readonly kind: 'refused'; readonly fault: LogUnavailable };

/** PostgreSQL error codes, appendix A of its manual: classes 08 and 57P0x end the connection. */
export function classifyDatabaseFault(error: unknown): DatabaseFault {
  if (error instanceof LogUnavailable) return { kind: 'refused', fault: error };
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return { kind: 'lost' };
  if (error.code.startsWith('08') || ['57P01', '57P02', '57P03', '57P05'].includes(error.code)) return { kind: 'lost' };
  if (['40001', '40P01', '53300'].includes(error.code)) return { kind: 'again' };
  if (error.code === '23505') return { kind: 'stands-already' };
  return { kind: 'refused', fault: refusal(error.code, error) };
}

/** For whoever depends on the record. The error itself stays in `cause`: a database's message may repeat values. */
export function toLogUnavailable(error: unknown): LogUnavailable {
  if (error instanceof KeystoreFault) return new LogUnavailable('keys', error.message, { cause: error });
  if (error instanceof LedgerFormatError || isFileFault(error)) return new LogUnavailable('files', error.message, { cause: error });
  const classified = classifyDatabaseFault(error);
  return classified.kind === 'refused'
    ? classified.fault
    : new LogUnavailable('database', 'the database does not answer', { cause: error });
}

function isFileFault(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && FILE_CODES.has(String(error.code));
}

function refusal(code: string, cause: Error): LogUnavailable {
  if (code === '25006') return new LogUnavailable('read-only', 'the database is read-only', { cause });
  if (code === '53100') return new LogUnavailable('disk-full', "the database's disk is full", { cause });
  return new LogUnavailable('database', `the database refused the record (${code})`, { cause });
}
