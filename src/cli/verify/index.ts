export type { OnProgress } from './check-tree.ts';
export { verifyLogDirectory, type VerifyOptions } from './verify-log-directory.ts';
export { NotALogError, type VerifyReport, type Wrong, type WrongCode } from './verify-report.ts';
