export {
  DuplicateRecord,
  ForgottenRecord,
  LogUnavailable,
  ReadNotRecorded,
  RolledBack,
  TamperedRecord,
  UnfitRecord,
  type UnavailableCode,
} from './faults.ts';
export type { AppendOptions, FindPage, Ledger, LedgerHealth, LogState, MonthCount } from './ledger.ts';
export { openLedger, type LedgerOptions } from './open-ledger.ts';
export type { Reading, ReadScope, RecordedRead } from './reading.ts';
export type { Receipt } from './receipt.ts';
export type { NewRecord, OpenedRecord } from './record.ts';
export {
  verifyStoredRecords,
  type StoredReport,
  type StoredWrong,
  type StoredWrongCode,
  type VerifyStoredOptions,
} from './verify-stored.ts';
