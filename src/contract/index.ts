import { clientServiceRoutes } from './client-services.ts';
import { householdRoutes } from './households.ts';
import { monthRoutes } from './months.ts';
import { proofRoutes } from './proofs.ts';
import { queryRoutes } from './queries.ts';
import { recordRoutes } from './records.ts';
import { regulationRoutes } from './regulations.ts';
import { sessionRoutes } from './session.ts';
import { verificationRoutes } from './verifications.ts';

/** Every route of the wire, by name. */
export const routes = {
  ...sessionRoutes,
  ...queryRoutes,
  ...recordRoutes,
  ...monthRoutes,
  ...regulationRoutes,
  ...proofRoutes,
  ...clientServiceRoutes,
  ...verificationRoutes,
  ...householdRoutes,
} as const;
export type RouteName = keyof typeof routes;

export type { BodyOf, ParamsOf, QueryOf, ResponseOf, Route } from './route.ts';
export { problem, problemCodes, problemTable, type Problem, type ProblemCode, type Refusal } from './problems.ts';
export { role, session, type Role, type Session } from './session.ts';
export { answer, programme, queryBody, type Answer, type HistoryRow, type Programme, type QueryBody } from './queries.ts';
export type {
  AddressReview,
  ClientServiceDetail,
  ClientServiceSummary,
  ServiceApplication,
  ServiceContentBody,
} from './client-services.ts';
export { logRecord, type LogRecord } from './records.ts';
export type { PublicLog } from './proofs.ts';
export { regulation, type Regulation } from './regulations.ts';
export {
  finding,
  type AuditResult,
  type Finding,
  type ListRow,
  type MonthList,
  type MonthSummary,
  type Sample,
  type SampleRow,
} from './months.ts';
export {
  batchMedia,
  claim,
  mostInBatch,
  verificationAnswer,
  verificationBody,
  type VerificationAnswer,
  type VerificationBody,
  type VerificationByHandAnswer,
  type VerificationByHandBody,
  type VerificationFinding,
  type VerificationUse,
} from './verifications.ts';
export { householdImport, householdImportState, householdKind, type HouseholdImport, type HouseholdKind } from './households.ts';
