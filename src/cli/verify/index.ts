export type { OnProgress } from './check-tree.ts';
export { readPolicy } from './trust-policy.ts';
export { verifyLogDirectory } from './verify-log-directory.ts';
export { verifyPath, type VerifyPathOptions } from './verify-path.ts';
export { verdictText } from './verdict-text.ts';
export { NotALogError, type VerifyReport, type Wrong, type WrongCode } from './verify-report.ts';
