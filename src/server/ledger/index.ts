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
export type {
  AppendOptions,
  FindPage,
  KeyChange,
  KeyRotation,
  Ledger,
  LedgerHealth,
  LogState,
  MonthCount,
  RangeEvidence,
} from './ledger.ts';
export type { LogProblem, LogProblemCode } from './log-problem.ts';
export { openLedger, type LedgerOptions } from './open-ledger.ts';
export type { Reading, ReadScope, RecordedRead } from './reading.ts';
export type { Receipt } from './receipt.ts';
export type { NewRecord, OpenedRecord } from './record.ts';
export type { KeyOverlap } from './checkpoint-signer.ts';
export { serveSigner, type RunningSigner, type SignerOptions } from './signer/serve-signer.ts';
export {
  verifyStoredRecords,
  type StoredReport,
  type StoredWrong,
  type StoredWrongCode,
  type VerifyStoredOptions,
} from './verify-stored.ts';
export { readWitnessPolicy, type WitnessPolicy } from './witnesses/read-witness-policy.ts';
